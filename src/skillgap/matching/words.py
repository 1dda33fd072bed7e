"""What is known of English words: which are real, and which that begin alike differ in sense.

`words.bin` and `senses.txt` were made by `benchmarks/word_tables.py`, which says of what.
"""

import os
from functools import cache, lru_cache
from zlib import crc32

from skillgap.matching.short_forms import STANDS_FOR

HASHES = 5
FORMS = ("ings", "ing", "ed", "es", "s")
LEAST_KEPT = 3


def base_forms(word: str) -> set[str]:
    """Return the words of which a word may be a form, itself among them: managing, manage."""
    found = {word}
    for ending in FORMS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_KEPT:
            base = word[: -len(ending)]
            found |= {base, base + "e"}
            if base[-1] == base[-2]:
                found.add(base[:-1])
    if word.endswith(("ies", "ied")) and len(word) > LEAST_KEPT + 1:
        found.add(word[:-3] + "y")
    return found


def places(word: str, bits: int) -> list[int]:
    """Return the bits of a word in a Bloom filter of so many."""
    number = crc32(word.encode())
    step = (number * 0x9E3779B1 >> 7) | 1
    return [(number + turn * step) % bits for turn in range(HASHES)]


@lru_cache(maxsize=65536)
def is_word(word: str) -> bool:
    """Whether a word is a real one, English or the name of a product, or a form of one.

    One in a hundred other words is taken for real.
    """
    known = real_words()
    return any(
        all(known[place >> 3] >> (place & 7) & 1 for place in places(form, len(known) * 8))
        for form in base_forms(word)
    )


def is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one word: plan, plans, planned."""
    return not base_forms(word).isdisjoint(base_forms(other))


def mean_alike(word: str, other: str) -> bool:
    """Whether two words of one family mean the same, as far as is known.

    Forms of one word do, but for a few such as new and news; of other real words it is known; and a
    word that is none, as the name of a product, may begin like an English one by chance. An adverb
    is no name of what its adjective is about.
    """
    word, other = STANDS_FOR.get(word, word), STANDS_FOR.get(other, other)
    if word.endswith("ly") != other.endswith("ly"):
        return False
    if is_form(word, other):
        return sense_of(word) == sense_of(other)
    return is_word(word) and is_word(other) and sense_of(word) == sense_of(other)


def sense_of(word: str) -> str:
    """Return the sense of a word within its family; the commonest is the empty one."""
    senses = other_senses()
    forms = sorted(base_forms(word) - {word})
    return next((sense for form in (word, *forms) if (sense := senses.get(form))), "")


@cache
def real_words() -> bytes:
    """Read the Bloom filter of real words."""
    with open(table("words.bin"), "rb") as stream:
        return stream.read()


@cache
def other_senses() -> dict[str, str]:
    """Read which words differ in sense from the commonest of their family, and how."""
    senses = {}
    with open(table("senses.txt"), encoding="utf-8") as lines:
        for line in lines:
            for sense in line.partition(": ")[2].split(" | "):
                words = sense.split()
                for word in words:
                    senses[word] = words[0]
    return senses


def table(name: str) -> str:
    """Return where a table lies: beside this module."""
    return os.path.join(os.path.dirname(__file__), name)
