"""The history of record in SQLite; no Qt, no network, no coroutines."""
