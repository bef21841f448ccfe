"""The dialogs that add an account and sign in."""
