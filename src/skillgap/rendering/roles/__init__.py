"""Roles told as text and as JSON."""
