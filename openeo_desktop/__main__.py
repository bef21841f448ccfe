"""`python -m openeo_desktop`: hands the command line to `cli.main()` and does nothing else."""

from __future__ import annotations

import sys

from openeo_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
