"""The results pane: the files of a finished job."""
