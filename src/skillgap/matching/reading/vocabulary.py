"""Everything that a phrase is compared with: the names of a catalog, each opened when wanted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import SkillId
from skillgap.matching import match
from skillgap.matching.index import MatchIndex
from skillgap.matching.levels import Reading, read_levels
from skillgap.matching.match import Candidate, Match, find_choice, look_up, look_up_words
from skillgap.matching.normalize import normalize

if TYPE_CHECKING:
    from skillgap.matching.reading.credentials import CredentialNames

EVERY_KIND = ("skill", "role", "credential")
MOST_KEPT = 2048
"""So many texts and answers are kept for when they come again."""

MOST_COMPARED = 40
"""So many parts of one phrase are compared by their letters; the others by whole names alone."""


class Readings:
    """The readings of one text, each worked out when somebody first comes to it."""

    __slots__ = ("found", "left")

    def __init__(self, left: Iterator[Reading]) -> None:
        """Have worked out none yet."""
        self.found: list[Reading] = []
        self.left = left

    def __iter__(self) -> Iterator[Reading]:
        """Go through them, those first that are known."""
        place = 0
        while True:
            if place == len(self.found):
                more = next(self.left, None)
                if more is None:
                    return
                self.found.append(more)
            yield self.found[place]
            place += 1


class Vocabulary:
    """The names of a catalog and a person's choices; `today` is the present day.

    `year` is the present one where the day is not known; with neither there is no clock.
    `kinds` are what a phrase may name. Its answers for whole names are kept.
    """

    def __init__(
        self,
        catalog: Catalog,
        *,
        choices: Mapping[str, str] = MappingProxyType({}),
        year: int | None = None,
        today: dt.date | None = None,
        kinds: tuple[str, ...] = EVERY_KIND,
    ) -> None:
        """Open nothing yet."""
        self.catalog = catalog
        self.choices = choices
        self.year = year if today is None else today.year
        self.today = today
        self.kinds = kinds
        self.compared = 0
        self.known_skills: dict[str, tuple[Candidate, ...]] = {}
        self.matched: dict[str, Match] = {}
        self.opened: dict[str, object] = {}
        self.readings: dict[str, Readings] = {}

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that the present one may be, None where there is no clock."""
        if self.today is not None:
            return self.today, self.today
        return None if self.year is None else (dt.date(self.year, 1, 1), dt.date(self.year, 12, 31))

    @property
    def skills(self) -> MatchIndex:
        """The index of skills."""
        return self.open_index("skills")

    @property
    def roles(self) -> MatchIndex:
        """The index of roles."""
        return self.open_index("roles")

    def open_index(self, name: str) -> MatchIndex:
        """Return the index of skills or roles, opened once."""
        found = self.opened.get(name)
        if not isinstance(found, MatchIndex):
            from skillgap.matching.indexes import role_index, skill_index

            found = (skill_index if name == "skills" else role_index)(self.catalog)
            self.opened[name] = found
        return found

    @property
    def credentials(self) -> CredentialNames:
        """The names of credentials."""
        from skillgap.matching.reading.credentials import CredentialNames, index_credentials

        found = self.opened.get("credentials")
        if not isinstance(found, CredentialNames):
            found = self.opened["credentials"] = index_credentials(self.catalog)
        return found

    def read(self, text: str) -> Readings:
        """Return the readings of a text, worked out once and no sooner than they are asked for."""
        found = self.readings.get(text)
        if found is None:
            forget(self.readings)
            found = self.readings[text] = Readings(read_levels(text, self.year))
        return found

    def find_skills(self, words: str) -> tuple[Candidate, ...]:
        """Return the skills that these words are a whole name of; a choice goes before."""
        normal = normalize(words)
        found = self.known_skills.get(normal)
        if found is None:
            forget(self.known_skills)
            found = self.known_skills[normal] = self.look_up_skills(normal)
        return found

    def look_up_skills(self, normal: str) -> tuple[Candidate, ...]:
        """Return the skills that normalized words are a whole name of."""
        if not normal:
            return ()
        if self.choices and (chosen := find_choice(self.skills, self.choices, normal)):
            return (Candidate(*chosen, "choice", 1.0),)
        found = look_up(self.skills, normal) or look_up_words(self.skills, normal)
        if found and found[0].method == "key" and all(len(word) == 1 for word in normal.split()):
            return ()
        return found

    def match_skill(self, text: str) -> Match:
        """Return the skill that words are likeliest to mean."""
        found = self.matched.get(text)
        if found is None:
            forget(self.matched)
            found = self.matched[text] = match.match_skill(self.skills, text, choices=self.choices)
        return found

    def find_roles(self, words: str) -> tuple[Candidate, ...]:
        """Return the roles that these words are a whole title of."""
        return tuple(
            Candidate(each.id, each.label, each.method, each.score, "role")
            for each in look_up(self.roles, normalize(words))
        )

    def broader_than(self, id_: str) -> tuple[str, ...]:
        """Return the skills that a skill is a narrower one of; none of what is no skill."""
        skill = self.catalog.skills.get(SkillId(id_))
        return () if skill is None else tuple(skill.broader)

    def is_trait(self, id_: str) -> bool:
        """Say whether an id is a skill that is a trait, one that serves in every occupation."""
        return self.kind_of(id_) == "transversal"

    def is_tool(self, id_: str) -> bool:
        """Say whether an id is a skill in a tool, which has a name and no meaning beside it."""
        return self.kind_of(id_) == "tool"

    def kind_of(self, id_: str) -> str | None:
        """Return the kind of the skill of this id, None where it has none or is no skill."""
        skill = self.catalog.skills.get(SkillId(id_))
        return None if skill is None else skill.kind


def forget(kept: dict[str, Any]) -> None:
    """Forget all that is kept where it is too much, so that a long stream takes no more room."""
    if len(kept) >= MOST_KEPT:
        kept.clear()
