"""Everything that can be found, laid out in plain columns that open fast."""

from collections.abc import Iterable, Mapping
from math import log
from typing import Any, Self

import msgspec

from skillgap.matching.lexicon import families
from skillgap.matching.names import find_initials, find_names
from skillgap.matching.normalize import normalize, squeeze
from skillgap.matching.substitutes import find_substitutes

LEAST_NAMES = 2000
LEAST_OF_LENGTH = 0.58
"""Two words of which one has fewer letters than this share of the other's are never near."""


class Entry(msgspec.Struct, frozen=True):
    """A thing to be found: its id, its label and its other names.

    `asks` are names of what it asks for, what matters most first, as a role asks for skills.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


class MatchIndex:
    """The names of many entries, found by whole name, by word and by three letters in a row.

    A *row* is one name of one entry. Rows, words and letters point at each other by number;
    lists of rows are kept as text, since text opens faster than numbers, and are read on first use.
    """

    __slots__ = (
        *("ids", "labels", "names", "owners", "kinds", "families", "exact", "keys", "bags"),
        *("word_rows", "gram_rows", "initial_rows", "asking", "substitutes"),
        *("opened", "weights", "views", "lengths", "vocabulary", "near", "topics"),
    )

    def __init__(
        self,
        *,
        ids: list[str],
        labels: list[str],
        names: list[str],
        owners: list[int],
        kinds: list[int],
        families: list[str],
        exact: Mapping[str, list[int]],
        keys: Mapping[str, list[int]],
        bags: Mapping[str, list[int]],
        word_rows: dict[str, str],
        gram_rows: dict[str, str],
        initial_rows: dict[str, str],
        asking: dict[str, str],
        substitutes: dict[str, dict[str, float]],
    ) -> None:
        """Hold the columns; what is opened of them is kept beside."""
        self.ids = ids
        self.labels = labels
        self.names = names
        self.owners = owners
        self.kinds = kinds
        self.families = families
        self.exact = exact
        self.keys = keys
        self.bags = bags
        self.word_rows = word_rows
        self.gram_rows = gram_rows
        self.initial_rows = initial_rows
        self.asking = asking
        self.substitutes = substitutes
        self.opened: dict[str, tuple[int, ...]] = {}
        self.weights: dict[str, float] = {}
        self.views: dict[int, Any] = {}
        self.lengths: dict[int, dict[int, str]] = {}
        self.vocabulary: dict[int, list[str]] = {}
        self.near: dict[str, dict[str, float]] = {}
        self.topics: dict[int, Any] = {}

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Self:
        """Return the index of the entries, the same whatever their order."""
        ordered = sorted(entries, key=lambda entry: entry.id)
        names: list[str] = []
        owners: list[int] = []
        kinds: list[int] = []
        exact: dict[str, list[int]] = {}
        keys: dict[str, list[int]] = {}
        bags: dict[str, list[int]] = {}
        word_lists: dict[str, list[str]] = {}
        gram_lists: dict[str, list[str]] = {}
        initial_lists: dict[str, list[str]] = {}
        asking: dict[str, list[tuple[int, int]]] = {}
        family_texts: list[str] = []
        for owner, entry in enumerate(ordered):
            for place, asked in enumerate(dict.fromkeys(map(normalize, entry.asks))):
                asking.setdefault(asked, []).append((place, owner))
            for name, kind in sorted(find_names(entry.label, entry.aliases).items()):
                row = len(names)
                text = str(row)
                names.append(name)
                owners.append(owner)
                kinds.append(kind)
                exact.setdefault(name, []).append(row)
                squeezed = squeeze(name)
                keys.setdefault(squeezed, []).append(row)
                said = families(name.split())
                family_texts.append(" ".join(said))
                if len(said) > 1:
                    bags.setdefault(" ".join(sorted(said)), []).append(row)
                for word in set(said):
                    word_lists.setdefault(word, []).append(text)
                for initials in find_initials(name.split()):
                    if len(initials) < 7:
                        initial_lists.setdefault(initials, []).append(text)
                for gram in set(grams(squeezed)):
                    gram_lists.setdefault(gram, []).append(text)
        return cls(
            ids=[entry.id for entry in ordered],
            labels=[entry.label for entry in ordered],
            names=names,
            owners=owners,
            kinds=kinds,
            families=family_texts,
            exact=exact,
            keys=keys,
            bags=bags,
            word_rows=as_text(word_lists),
            gram_rows=as_text(gram_lists),
            initial_rows=as_text(initial_lists),
            asking=as_text({asked: order(owners) for asked, owners in asking.items()}),
            substitutes=find_substitutes(family_texts, owners),
        )

    def rows_with_word(self, word: str) -> tuple[int, ...]:
        """Return the rows whose name has a word of this family."""
        return self.open_rows(self.word_rows, word, "w" + word)

    def rows_with_gram(self, gram: str) -> tuple[int, ...]:
        """Return the rows whose squeezed name has these letters in a row."""
        return self.open_rows(self.gram_rows, gram, "g" + gram)

    def rows_with_initials(self, initials: str) -> tuple[int, ...]:
        """Return the rows whose words begin with these letters."""
        return self.open_rows(self.initial_rows, initials, "i" + initials)

    def owners_asking(self, name: str) -> tuple[int, ...]:
        """Return the entries that ask for what has this normalized name, the keenest first."""
        return tuple(
            owner
            for owner in self.open_rows(self.asking, name, "a" + name)
            if owner < len(self.ids)
        )

    def names_of_length(self, length: int) -> dict[int, str]:
        """Return the squeezed names of so many letters, by row."""
        if not self.lengths:
            for squeezed, rows in self.keys.items():
                for row in rows:
                    self.lengths.setdefault(len(squeezed), {})[row] = squeezed
        return self.lengths.get(length, {})

    def known_words(self, length: int) -> list[str]:
        """Every word of a name that is about so long: words of other lengths share too few letters.

        Of two words the shorter has at least `LEAST_OF_LENGTH` of the longer's letters.
        """
        if not self.vocabulary:
            words = {word for name in self.names for word in name.split() if len(word) > 2}
            for word in sorted(words):
                self.vocabulary.setdefault(len(word), []).append(word)
        kept = self.vocabulary.get(-length)
        if kept is None:
            kept = sorted(
                word
                for other, words in self.vocabulary.items()
                if other > 0 and min(other, length) >= LEAST_OF_LENGTH * max(other, length)
                for word in words
            )
            self.vocabulary[-length] = kept
        return kept

    def open_rows(self, column: dict[str, str], key: str, kept_as: str) -> tuple[int, ...]:
        """One list of rows, read from its text once."""
        rows = self.opened.get(kept_as)
        if rows is None:
            text = column.get(key)
            rows = tuple(map(int, text.split())) if text else ()
            self.opened[kept_as] = rows
        return rows

    def weigh(self, word: str) -> float:
        """How much a word family tells: the logarithm of its rarity, in nats.

        A small index counts as one of `LEAST_NAMES`: its words are no less rare in the world.
        """
        weight = self.weights.get(word)
        if weight is None:
            rows = len(self.rows_with_word(word))
            weight = log((max(len(self.names), LEAST_NAMES) + 1.0) / (rows + 0.5)) + 0.5
            self.weights[word] = weight
        return weight


def grams(squeezed: str) -> list[str]:
    """Three letters in a row, with the ends marked."""
    marked = f"^{squeezed}$"
    return [marked[start : start + 3] for start in range(len(marked) - 2)]


def order(places: list[tuple[int, int]]) -> list[str]:
    """Return the owners, as text, by the place at which they ask."""
    return [str(owner) for _, owner in sorted(places)]


def as_text(lists: dict[str, list[str]]) -> dict[str, str]:
    """Return each list of rows as one text."""
    return {key: " ".join(lists[key]) for key in sorted(lists)}
