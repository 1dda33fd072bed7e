"""A phrase, or a page of them, read into the things that it names."""

from __future__ import annotations

from skillgap.matching.lists import split_words
from skillgap.matching.reading.names import read_name
from skillgap.matching.reading.part import Part
from skillgap.matching.reading.vocabulary import Vocabulary

LONGEST_PHRASE = 20_000
OLD_MARKS = {0x91: "'", 0x92: "'", 0x93: '"', 0x94: '"', 0x95: "\u2022", 0x96: "\u2013"}
"""Quotes, bullets and dashes as old files from Windows have them."""


def read_phrase(vocabulary: Vocabulary, text: str) -> tuple[Part, ...]:
    """Return what a phrase names, in its order; one part of the kind `none` where it names nothing.

    What is longer than `LONGEST_PHRASE` letters is read to there.
    """
    vocabulary.compared = 0
    if not text.strip():
        return (Part(text),)
    if parts := read_names(vocabulary, text):
        return parts
    from skillgap.matching.reading.lines import read_text

    parts = tuple(read_text(vocabulary, text[:LONGEST_PHRASE].translate(OLD_MARKS)))
    return parts or (Part(text.strip()),)


def read_names(vocabulary: Vocabulary, text: str) -> tuple[Part, ...]:
    """Return the parts of a list of whole names, nothing where one of it is none.

    Why before all else: it is what people give who know the names, and it needs no pattern.
    """
    if part := read_name(vocabulary, text):
        return (part,)
    parts = []
    for item in split_words(text[:LONGEST_PHRASE]):
        part = read_name(vocabulary, item)
        if part is None:
            return ()
        parts.append(part)
    return tuple(parts)
