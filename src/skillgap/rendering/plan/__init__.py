"""A plan told as text and as JSON."""
