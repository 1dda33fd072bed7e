"""Ids out of titles: the same records give the same ids, in whatever order they come."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable
from typing import Final

from skillgap.domain.identifiers import ID_LENGTH, is_identifier

SPELLED_OUT: Final = (
    (re.compile(r"\bc\+\+", re.IGNORECASE), "c-plus-plus"),
    (re.compile(r"\b([a-z])#", re.IGNORECASE), r"\1-sharp"),
    (re.compile(r"(?<!\w)\.net\b", re.IGNORECASE), "dot-net"),
    (re.compile(r"&"), " and "),
    (re.compile(r"\+"), " plus "),
    (re.compile(r"['\u2019]"), ""),
)
NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
HASH_LENGTH: Final = 6


def slug(title: str) -> str:
    """Write a title in kebab-case ASCII of at most 64 characters; empty where nothing is left."""
    for pattern, words in SPELLED_OUT:
        title = pattern.sub(words, title)
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    words = NOT_IN_IDS.sub("-", plain.lower()).strip("-")
    return shorten(words, ID_LENGTH)


def shorten(words: str, length: int) -> str:
    """Cut kebab-case at a hyphen where it is longer than `length`."""
    if len(words) <= length:
        return words
    cut = words[: length + 1].rsplit("-", 1)[0]
    return cut[:length].rstrip("-")


def digest(key: str) -> str:
    """Return six characters that belong to a key."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:HASH_LENGTH]


def marked(words: str, key: str, fallback: str) -> str:
    """Return an id that belongs to one key alone."""
    stem = shorten(words or fallback, ID_LENGTH - HASH_LENGTH - 1)
    return f"{stem}-{digest(key)}"


def assign_ids(
    titles: Iterable[tuple[str, str]], fallback: str, taken: Container[str] = ()
) -> dict[str, str]:
    """Return each key an id made from its title.

    `titles` are pairs of a key (the code or the address in the source) and a title. Of several
    keys with the same slug the first in the order of keys gets it plain, the others get it with
    characters of their own key; so does one whose slug is in `taken`.
    """
    ids: dict[str, str] = {}
    used: set[str] = set()
    for key, title in sorted(set(titles)):
        if key in ids:
            continue
        words = slug(title)
        name = words
        if not is_identifier(words) or words in used or words in taken:
            name = marked(words, key, fallback)
        attempt = 0
        while name in used or name in taken:
            attempt += 1
            name = marked(words, f"{key} {attempt}", fallback)
        used.add(name)
        ids[key] = name
    return ids
