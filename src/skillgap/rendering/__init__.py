"""Results to text: what a person reads, and what a script reads."""
