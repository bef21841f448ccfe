"""Whole runs: the real window, the real services, the real back-end on this computer."""
