"""Records back to text, and files laid out, compared and added to."""
