"""The main window: places the panes, the bars, the navigation and the actions."""
