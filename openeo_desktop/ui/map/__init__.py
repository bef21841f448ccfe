"""The small offline map of the world."""
