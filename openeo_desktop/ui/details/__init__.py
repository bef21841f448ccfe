"""What is known of the selected job: its facts, its errors, its process."""
