"""The catalogue of pictures: every pane and dialog in each of its states."""
