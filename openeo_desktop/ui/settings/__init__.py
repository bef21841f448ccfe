"""The settings: one page for each subject; a choice counts at once and is remembered."""
