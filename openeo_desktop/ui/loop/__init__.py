"""What keeps the event loop of the window healthy."""
