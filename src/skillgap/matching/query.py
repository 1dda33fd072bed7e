"""One person's words, read once for everything that is compared with them."""

import re
from collections.abc import Container

import msgspec

from skillgap.matching.lexicon import family_of, telling_words
from skillgap.matching.normalize import normalize, squeeze
from skillgap.matching.short_forms import STANDS_FOR
from skillgap.matching.stem import stem

LONGEST_COMPARED = 160
MOST_WORDS = 24
LETTERS_THEN_NUMBER = re.compile(r"([a-z+#]{2,}?)([0-9]+)")
NUMBERS = re.compile(r"\d+")
NO_NUMBERS: frozenset[str] = frozenset()


class Wording(msgspec.Struct, frozen=True):
    """A normalized name or query with what is compared of it; `words` go with `families`."""

    normal: str
    squeezed: str
    words: tuple[str, ...]
    families: tuple[str, ...]
    numbers: frozenset[str]
    symbols: str

    @property
    def ordered(self) -> str:
        """The words in alphabetical order."""
        return " ".join(sorted(self.normal.split()))


def read_query(text: str, known: Container[str]) -> Wording:
    """Return the wording of a text, cut at the length beyond which no name reaches.

    `known` are the word families of an index: a word that is not among them is taken apart where
    that gives known ones, as `springframework` and `sql2008`.
    """
    normal = normalize(text[: LONGEST_COMPARED * 4])[:LONGEST_COMPARED].strip()
    words: list[str] = []
    for word in telling_words(normal.split()[:MOST_WORDS]):
        words += take_apart(word, known) if family_of(word) not in known else (word,)
    return read_name(normal, tuple(words), tuple(map(family_of, words)))


def read_name(normal: str, words: tuple[str, ...], said: tuple[str, ...]) -> Wording:
    """Return the wording of a normalized text whose words and word families are known."""
    return Wording(
        normal=normal,
        squeezed=squeeze(normal),
        words=words,
        families=said,
        numbers=frozenset(NUMBERS.findall(normal)) if NUMBERS.search(normal) else NO_NUMBERS,
        symbols="".join(letter for letter in normal if letter in "+#"),
    )


def take_apart(word: str, known: Container[str]) -> tuple[str, ...]:
    """Return the known words that are glued into one, the evenest cut first, or the word itself."""
    if len(word) < 4:
        return (word,)
    if (match := LETTERS_THEN_NUMBER.fullmatch(word)) and (
        stem(match[1]) in known or match[1] in STANDS_FOR
    ):
        return (match[1], match[2])
    cuts = range(2, len(word) - 1) if len(word) < 32 else range(0)
    for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(word))):
        first, second = word[:cut], word[cut:]
        if is_known(first, known) and is_known(second, known):
            return (first, second)
    return (word,)


def is_known(part: str, known: Container[str]) -> bool:
    """Whether a part of a word is a word of the index, or a short form of one."""
    return (len(part) > 2 and stem(part) in known) or (
        part in STANDS_FOR and family_of(part) in known
    )
