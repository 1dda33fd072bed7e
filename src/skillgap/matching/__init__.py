"""A person's words to our skills and roles: exact, alias, key, then letters, then a decision."""
