"""One record told as text and as JSON."""
