"""Diagnostics told to a person and to other tools."""
