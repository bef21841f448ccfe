"""The endpoints of the openEO API, one file per section of the specification."""
