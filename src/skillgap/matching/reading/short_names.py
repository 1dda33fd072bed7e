"""Names that are letters for something longer."""

from __future__ import annotations


def is_code(text: str) -> bool:
    """Say whether a name is letters and digits that are no word: PMP, AZ-900, Security+."""
    plain = text.strip()
    if plain[-1:] == "+" or any(letter.isdigit() for letter in plain):
        return len(plain.split()) <= 2
    capitals = sum(letter.isupper() for letter in plain)
    return len(plain.split()) == 1 and capitals >= 2
