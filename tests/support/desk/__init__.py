"""A whole desktop of a test's own, used from outside of the app as a person uses it."""
