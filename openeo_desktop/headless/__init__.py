"""The headless face: sub-commands of `openeo-desktop` on the services of the window, no Qt."""
