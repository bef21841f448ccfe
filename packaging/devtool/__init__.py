"""The contributor's tool behind packaging/dev.py; the standard library of Python 3.11 only."""
