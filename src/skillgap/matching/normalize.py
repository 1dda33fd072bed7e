"""The one spelling under which two ways of writing the same name meet."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\.net(?![0-9a-z])|(?:[0-9a-z]|[^\x00-\x7f])+(?:\+\+|\+(?![0-9a-z])|#)?")
DOT_NET = r"\bdot[ -]?net\b"
APOSTROPHES = r"(?<=\w)['\u2019\u02bc](?=\w)"


def normalize(text: str) -> str:
    """Words in lower case, one space apart, without accents and punctuation that carry no meaning.

    `+`, `#` and the dot of `.net` stay, because C, C++, C# and .NET are different things.
    Normalizing twice changes nothing.
    """
    folded = text.lower() if text.isascii() else fold_unicode(text)
    if "'" in folded or "\u2019" in folded or "\u02bc" in folded:
        folded = re.sub(APOSTROPHES, "", folded)
    normal = " ".join(WORD.findall(folded))
    if "dot" in normal:
        normal = re.sub(DOT_NET, ".net", normal)
    return normal


def squeeze(normal: str) -> str:
    """Give the normal form without its spaces and inner dots, so that `node.js` meets `NodeJS`."""
    joined = normal.replace(" ", "")
    return joined if joined == ".net" else joined.replace(".", "")


def fold_unicode(text: str) -> str:
    """Compatibility forms and letter case folded, accents taken off Latin letters only.

    Why: an accent on a Latin letter is often left out in typing, while a mark in Devanagari or
    Thai is a letter of its own.
    """
    for _ in range(4):
        folded = unicodedata.normalize("NFKC", text.casefold())
        folded = unicodedata.normalize("NFKC", "".join(map(plain_letter, folded)))
        if folded == text:
            break
        text = folded
    return text


@lru_cache(maxsize=4096)
def plain_letter(letter: str) -> str:
    """One folded letter as it is kept: without its accent, or a space where it means nothing."""
    if letter.isascii():
        return letter
    if "\u0300" <= letter <= "\u036f":
        return ""
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isascii() and base.isalnum():
        return base
    if letter in "\u2019\u02bc":
        return "'"
    return letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
