"""The command palette: every action and every job, found by typing."""
