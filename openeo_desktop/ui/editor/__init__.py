"""The JSON editor of process graphs."""
