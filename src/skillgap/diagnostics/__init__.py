"""How we say that something is wrong: a code, a place, a hint; values, never exceptions."""
