"""The only coroutines: what the application does, in plain asyncio; no Qt here."""
