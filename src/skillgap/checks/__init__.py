"""Rules that no single field can see: references, circles, coverage, and sense."""
