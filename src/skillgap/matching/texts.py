"""A person's words set against a whole catalog: skills, a role, and all that they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import SkillId
from skillgap.domain.learner import HeldSkill, Learner
from skillgap.domain.proficiency import DEFAULT_HELD_LEVEL
from skillgap.matching import match
from skillgap.matching.indexes import role_index, skill_index
from skillgap.matching.match import Match, match_skill


def match_skills(
    catalog: Catalog,
    texts: Iterable[str],
    *,
    choices: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Match, ...]:
    """Match a person's words to skills; `choices` are words whose meaning they have settled."""
    index = skill_index(catalog)
    return tuple(match_skill(index, text, choices=choices) for text in texts)


def read_learner(
    catalog: Catalog,
    words: Iterable[str],
    *,
    choices: Mapping[str, str] = MappingProxyType({}),
) -> Learner:
    """Make a learner of the words that match; those that do not are left out.

    A skill named without a level counts as level 2. Ask `match_skills` what became of each word.
    """
    return Learner(
        tuple(
            HeldSkill(SkillId(each.id), each.level or DEFAULT_HELD_LEVEL)
            for each in match_skills(catalog, words, choices=choices)
            if each.status == "matched" and each.id is not None
        )
    )


def match_role(catalog: Catalog, text: str) -> Match:
    """Match free text to a role."""
    return match.match_role(role_index(catalog), text)
