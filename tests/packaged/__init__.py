"""What is built for people, proven as they use it; `dev.py prove` names the app to start."""
