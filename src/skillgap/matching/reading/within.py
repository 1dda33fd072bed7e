"""Whole known names that stand inside a longer text."""

from __future__ import annotations

from skillgap.matching.levels import compiled
from skillgap.matching.lexicon import words_of
from skillgap.matching.match import Candidate
from skillgap.matching.normalize import normalize
from skillgap.matching.reading.vocabulary import Vocabulary

TOKENS = r"[^\s,;:()\[\]\"\u201c\u201d]+"
LONGEST_NAME = 6
MOST_WORDS = 600
SAYS_NOTHING = frozenset(
    words_of(
        """
        a an and as at be by c e for go i in is it its my no of on or r so the to up us we
        with you training planning writing speaking management testing design development
        tools typing
        """
    )
)
"""Names that inside of a text are mostly no names."""


def names_within(vocabulary: Vocabulary, text: str) -> list[tuple[Candidate, str]]:
    """List the skills whose whole names stand in a text, the longest first from each place on.

    Each comes once, with the words that name it.
    """
    tokens = list(compiled(TOKENS).finditer(text))[:MOST_WORDS]
    found: dict[str, tuple[Candidate, str]] = {}
    position = 0
    while position < len(tokens):
        for length in range(min(LONGEST_NAME, len(tokens) - position), 0, -1):
            start, end = tokens[position].start(), tokens[position + length - 1].end()
            words = text[start:end].strip(".!?'\u2019*")
            if length == 1 and normalize(words) in SAYS_NOTHING:
                continue
            candidates = vocabulary.find_skills(words)
            if candidates and candidates[0].method in ("exact", "alias", "choice"):
                for each in candidates:
                    found.setdefault(each.id, (each, words))
                position += length - 1
                break
        position += 1
    return list(found.values())
