"""The demonstration: the real window on the back-end of this computer, by hand or by itself."""
