"""Benches against the budgets of the design; `dev.py bench` runs them, tests keep them working."""
