"""Everything that can be found, laid out in plain columns that open fast."""

from collections.abc import Iterable, Mapping
from math import log
from typing import Any, Self

import msgspec

from skillgap.matching.lexicon import families
from skillgap.matching.names import find_initials, find_names
from skillgap.matching.normalize import squeeze
from skillgap.matching.substitutes import find_substitutes

LEAST_NAMES = 2000


class Entry(msgspec.Struct, frozen=True):
    """A thing to be found: its id, its label and its other names."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()


class MatchIndex:
    """The names of many entries, found by whole name, by word and by three letters in a row.

    A *row* is one name of one entry. Rows, words and letters point at each other by number;
    lists of rows are kept as text, since text opens faster than numbers, and are read on first use.
    """

    __slots__ = (
        *("ids", "labels", "names", "owners", "kinds", "families", "exact", "keys", "bags"),
        *("word_rows", "gram_rows", "initial_rows", "substitutes"),
        *("opened", "weights", "views", "lengths", "vocabulary", "topics"),
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
        self.substitutes = substitutes
        self.opened: dict[str, tuple[int, ...]] = {}
        self.weights: dict[str, float] = {}
        self.views: dict[int, Any] = {}
        self.lengths: dict[int, dict[int, str]] = {}
        self.vocabulary: list[str] = []
        self.topics: dict[int, Any] = {}

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Self:
        """Give the index of the entries, the same whatever their order."""
        ordered = sorted(entries, key=lambda entry: entry.id)
        names: list[str] = []
        owners: list[int] = []
        kinds: list[int] = []
        exact: dict[str, list[int]] = {}
        keys: dict[str, list[int]] = {}
        bags: dict[str, list[int]] = {}
        word_lists: dict[str, list[int]] = {}
        gram_lists: dict[str, list[int]] = {}
        initial_lists: dict[str, list[int]] = {}
        family_texts: list[str] = []
        for owner, entry in enumerate(ordered):
            for name, kind in sorted(find_names(entry.label, entry.aliases).items()):
                row = len(names)
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
                    word_lists.setdefault(word, []).append(row)
                for initials in find_initials(name.split()):
                    if len(initials) < 7:
                        initial_lists.setdefault(initials, []).append(row)
                for gram in set(grams(squeezed)):
                    gram_lists.setdefault(gram, []).append(row)
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
            substitutes=find_substitutes(family_texts, owners),
        )

    def rows_with_word(self, word: str) -> tuple[int, ...]:
        """Give the rows whose name has a word of this family."""
        return self.open_rows(self.word_rows, word, "w" + word)

    def rows_with_gram(self, gram: str) -> tuple[int, ...]:
        """Give the rows whose squeezed name has these letters in a row."""
        return self.open_rows(self.gram_rows, gram, "g" + gram)

    def rows_with_initials(self, initials: str) -> tuple[int, ...]:
        """Give the rows whose words begin with these letters."""
        return self.open_rows(self.initial_rows, initials, "i" + initials)

    def names_of_length(self, length: int) -> dict[int, str]:
        """Give the squeezed names of so many letters, by row."""
        if not self.lengths:
            for squeezed, rows in self.keys.items():
                for row in rows:
                    self.lengths.setdefault(len(squeezed), {})[row] = squeezed
        return self.lengths.get(length, {})

    def known_words(self) -> list[str]:
        """Every word of at least three letters that stands in a name."""
        if not self.vocabulary:
            words = {word for name in self.names for word in name.split() if len(word) > 2}
            self.vocabulary.extend(sorted(words))
        return self.vocabulary

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


def as_text(lists: dict[str, list[int]]) -> dict[str, str]:
    """Each list of rows as one text."""
    return {key: " ".join(map(str, rows)) for key, rows in sorted(lists.items())}
