"""Text to plain data, keeping positions; nothing foreign gets through."""
