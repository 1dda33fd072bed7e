"""What does not fit: found, told in a person's words, and mended where there is no doubt."""
