"""Helpers shared by the tests: fakes, servers, checks."""
