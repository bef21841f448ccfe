"""A process graph as a drawing: cards, curves, search, keyboard, export."""
