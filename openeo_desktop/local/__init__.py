"""The embedded openEO back-end: a small openEO 1.2 server on loopback that really computes.

A program of its own (`python -m openeo_desktop.local`). The rest of the application never imports
it, and it imports nothing of the rest (and no Qt): the two meet only over HTTP.
"""
