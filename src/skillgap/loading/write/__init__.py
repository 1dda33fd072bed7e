"""Records back to text, and files laid out and compared."""
