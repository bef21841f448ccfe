"""The dialog that makes a job from a process graph."""
