"""Secrets in the operating system's keychain through keyring; nothing here writes a file."""
