"""Word families: the part that `manage`, `managing` and `management` share."""

from functools import lru_cache
from types import MappingProxyType

SUFFIXES = (
    "isions", "ision", "izations", "isations", "ization", "isation", "ations", "ation", "ating",
    "ated", "ates", "ate", "ements", "ement", "ments", "ment", "ically", "ities", "izing",
    "ising", "ized", "ised", "izes", "ises", "izer", "iser", "ize", "ise", "ytics", "ytical",
    "yses", "ysis", "ysts", "yst", "yzing", "ysing", "yzer", "yze", "yse", "ings", "ing",
    "ions", "ion", "ical", "ics", "ity", "ally", "ly", "ers", "er", "ors", "or", "ists", "ist",
    "ive", "ies", "ied", "ed", "als", "al", "ic", "es", "s", "e", "y",
)  # fmt: skip
LEAST_KEPT = {"ies": 2, "ing": 3, "ed": 3, "er": 3, "s": 3, "e": 3, "y": 3, "es": 3}
LEAST_KEPT_OTHERWISE = 4
PLACES = MappingProxyType(
    {
        suffix: (place, LEAST_KEPT.get(suffix, LEAST_KEPT_OTHERWISE))
        for place, suffix in enumerate(SUFFIXES)
    }
)
"""Where each ending stands in the list, and how many letters it must leave."""

NO_PLACE = (len(SUFFIXES), 0)
LONGEST_SUFFIX = max(map(len, SUFFIXES))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the family of a normalized word; with digits, symbols or other scripts it is whole."""
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    stemmed = strip_suffix(word)
    while len(stemmed) > 4 and (shorter := strip_suffix(stemmed)) != stemmed:
        stemmed = shorter
    if len(stemmed) > 3 and stemmed[-1] == stemmed[-2] and stemmed[-1] not in "aeiouls":
        stemmed = stemmed[:-1]
    return stemmed


def strip_suffix(word: str) -> str:
    """Return the word without the first listed ending that leaves enough of it."""
    if word.endswith(("ss", "ee")):
        return word
    first = len(SUFFIXES)
    for length in range(1, min(LONGEST_SUFFIX, len(word) - 2) + 1):
        place, least_kept = PLACES.get(word[-length:], NO_PLACE)
        if place < first and len(word) - length >= least_kept:
            first = place
    return word if first == len(SUFFIXES) else word[: -len(SUFFIXES[first])]
