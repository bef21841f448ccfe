"""The downloads pane."""
