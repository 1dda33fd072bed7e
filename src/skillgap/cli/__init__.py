"""Flags to api to renderer to exit code; one command a file."""
