"""The matching yardsticks, read into the shapes that the matching room takes."""

import random
from dataclasses import dataclass
from pathlib import Path

from skillgap.matching.index import Entry

DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared" / "bench" / "matching"
SKILL_SETS = ("tech_names_half", "so_tags_half", "tech2onet", "esco_skill")
ROLE_SETS = ("onet_alt",)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class MatchingSet:
    """Entries, queries with the ids that are right for each, and the ids to be withheld."""

    name: str
    entries: tuple[Entry, ...]
    queries: tuple[tuple[str, frozenset[str]], ...]
    withheld: frozenset[str]

    @property
    def is_role(self) -> bool:
        """Whether the entries are roles and not skills."""
        return self.name in ROLE_SETS

    @property
    def without_withheld(self) -> tuple[Entry, ...]:
        """The entries that stay when a fifth of them is taken away."""
        return tuple(entry for entry in self.entries if entry.id not in self.withheld)

    def is_nil(self, gold: frozenset[str]) -> bool:
        """Whether nothing right is left for a query once the fifth is taken away."""
        return gold <= self.withheld


def read_set(folder: Path) -> MatchingSet:
    """One set from its folder: `candidates.tsv`, `dev.tsv` and `nil.txt`."""
    entries = []
    for line in (folder / "candidates.tsv").read_text("utf-8").splitlines():
        entry_id, label, aliases = line.split("\t")
        entries.append(Entry(entry_id, label, tuple(each for each in aliases.split("|") if each)))
    queries = []
    for line in (folder / "dev.tsv").read_text("utf-8").splitlines():
        query, gold = line.split("\t")
        queries.append((query, frozenset(gold.split("|"))))
    withheld = frozenset((folder / "nil.txt").read_text("utf-8").split())
    return MatchingSet(folder.name, tuple(entries), tuple(queries), withheld)


def slip(name: str, chance: random.Random) -> str:
    """Give the name with one letter dropped, added, swapped or replaced."""
    place = chance.randrange(1, max(2, len(name) - 1))
    kind = chance.randrange(4)
    if kind == 0:
        return name[:place] + name[place + 1 :]
    if kind == 1:
        return name[:place] + chance.choice(LETTERS) + name[place:]
    if kind == 2:
        return name[: place - 1] + name[place : place + 1] + name[place - 1] + name[place + 1 :]
    return name[:place] + chance.choice(LETTERS) + name[place + 1 :]
