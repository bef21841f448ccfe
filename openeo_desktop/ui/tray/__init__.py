"""The icon in the system's tray, the system's notifications, and closing into the tray."""
