"""The names under which an entry is found: its own, its aliases, and what follows from them."""

import re

from skillgap.matching.lexicon import GENERIC, VENDORS, rephrase
from skillgap.matching.normalize import normalize

BRACKETS = r"\(([^()]*)\)|\[([^\[\]]*)\]"
LABEL, ALIAS, DERIVED = 0, 1, 2
LONGEST_ACRONYM = 10


def find_names(label: str, aliases: tuple[str, ...]) -> dict[str, int]:
    """Every normalized name of an entry to where it comes from: its label, an alias, or derived."""
    names: dict[str, int] = {}
    for alias in aliases:
        if normal := normalize(alias):
            names[normal] = ALIAS
    if normal := normalize(label):
        names[normal] = LABEL
    for name in (label, *aliases):
        for derived in derive_names(name):
            names.setdefault(derived, DERIVED)
    return names


def derive_names(name: str) -> list[str]:
    """List the names that follow from one: brackets in and out, vendor and filler dropped.

    An acronym at the end is split off only where the words before it spell it, because
    "Structured query language SQL" has two names and "Windent SQL" has one.
    """
    found = []
    if "(" in name or "[" in name:
        inner = [first or second for first, second in re.findall(BRACKETS, name)]
        found += [normalize(re.sub(BRACKETS, " ", name)), *map(normalize, inner)]
    words = normalize(name).split()
    if len(words) > 1 and words[0] in VENDORS:
        words = words[1:]
        found.append(" ".join(words))
    if len(words) > 2 and spells(words[-1], words[:-1]):
        found += [words[-1], " ".join(words[:-1])]
    if len(words) > 3 and words[-1] in GENERIC and spells(words[-2], words[:-2]):
        found += [words[-2], " ".join(words[:-2])]
    if len(words) > 1 and words[-1] in GENERIC:
        found.append(" ".join(words[:-1]))
    found += rephrase(normalize(name))
    return [each for each in found if len(each) > 1]


def spells(acronym: str, words: list[str]) -> bool:
    """Whether the acronym takes letters from the words in order, the first of each at least.

    One word may give nothing, as `of` in "internet of things IoT".
    """
    if not 2 <= len(acronym) <= LONGEST_ACRONYM or acronym[0] not in words[0][:2]:
        return False
    if acronym == "".join(word[0] for word in words):
        return True
    silent = 0
    taken = 0
    for word in words:
        start = taken
        for letter in word:
            if taken < len(acronym) and letter == acronym[taken]:
                taken += 1
        silent += start == taken
    return taken == len(acronym) and silent <= 1 and len(acronym) >= len(words) - 1


def find_initials(words: list[str]) -> set[str]:
    """Return the initialisms that words yield, with and without little words such as `of`."""
    if len(words) < 2:
        return set()
    said = [
        word for word in words if word not in ("of", "and", "for", "the", "in", "to", "as", "a")
    ]
    return {"".join(word[0] for word in words), "".join(word[0] for word in said)}
