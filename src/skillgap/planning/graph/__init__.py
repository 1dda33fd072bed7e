"""The world as items that need and attain, and what can be reached in it."""
