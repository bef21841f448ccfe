"""The openEO API over requests: blocking functions that know no thread, no Qt and no database."""
