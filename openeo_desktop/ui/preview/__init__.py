"""Result files on the screen; imported only when the first one is shown."""
