"""The tools of contributors: what `dev.py` builds, and what it makes of the sources."""
