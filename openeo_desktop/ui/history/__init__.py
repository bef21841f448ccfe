"""What is kept of all jobs: how much, how long, into a file and back."""
