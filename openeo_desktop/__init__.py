"""openEO Desktop: an application for people who run openEO batch jobs. Nothing heavy here."""

from __future__ import annotations

__version__ = "0.1.0"
