"""Newer releases of the app: said calmly, never installed by the app itself."""
