"""Errors and bugs shown to the person."""
