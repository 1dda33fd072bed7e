"""A person's words set against a whole catalog: skills, a role, and all that they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from skillgap.domain.catalog import Catalog
from skillgap.domain.learner import Learner
from skillgap.errors import UserError
from skillgap.matching.indexes import role_index, skill_index
from skillgap.matching.match import Match, match_skill
from skillgap.matching.reading.part import Part, Reading, part_of
from skillgap.matching.reading.phrase import read_phrase
from skillgap.matching.reading.vocabulary import EVERY_KIND, Vocabulary
from skillgap.text import listed

MOST_KEPT = 10_000
"""So many phrases are read once however often they come: what many people write repeats."""


def read_phrases(
    catalog: Catalog,
    texts: Iterable[str],
    *,
    kind: str = "any",
    choices: Mapping[str, str] = MappingProxyType({}),
    year: int | None = None,
    today: dt.date | None = None,
) -> Iterator[Reading]:
    """Read phrases into the things that they name, one phrase after the other.

    `kind` is `skill`, `role` or `credential` where nothing else is looked for. `choices` are words
    whose meaning the person has settled. `today` is the present day, or `year` the present year;
    without either "since 2015" says no level, and a credential that "expires 2030" is asked about.
    Raises `UserError` for another kind, and for one text that is not in a list.
    """
    if kind not in ("any", *EVERY_KIND):
        raise UserError(f"`kind` is `{kind}`", hint=f"it is any, {listed(EVERY_KIND, 'or')}")
    kinds = EVERY_KIND if kind == "any" else (kind,)
    vocabulary = Vocabulary(catalog, choices=choices, year=year, today=today, kinds=kinds)
    kept: dict[str, tuple[Part, ...]] = {}
    for text in several(texts):
        parts = kept.get(text)
        if parts is None:
            parts = read_one_kind(vocabulary, text, kind)
            if len(kept) < MOST_KEPT:
                kept[text] = parts
        yield Reading(text, parts)


def read_one_kind(vocabulary: Vocabulary, text: str, kind: str) -> tuple[Part, ...]:
    """Return the parts of a phrase, or the one role or credential that all of it means."""
    if kind == "role":
        from skillgap.matching import jobs

        return (part_of(jobs.match_role(vocabulary.roles, text), kind="role"),)
    if kind == "credential":
        from skillgap.matching.reading.named import read_credential

        return (read_credential(vocabulary, text),)
    return read_phrase(vocabulary, text)


def several(texts: Iterable[str]) -> Iterable[str]:
    """Return texts as they are. Raises `UserError` for one text: "sql" is not three letters."""
    if isinstance(texts, str):
        raise UserError(
            f"one text is given where several are wanted: `{texts[:40]}`",
            hint="put it in a list: [text]",
        )
    return texts


def match_skills(
    catalog: Catalog,
    texts: Iterable[str],
    *,
    choices: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Match, ...]:
    """Match names to skills, each as one; `choices` are words whose meaning is settled.

    Raises `UserError` for one text that is not in a list.
    """
    index = skill_index(catalog)
    return tuple(match_skill(index, text, choices=choices) for text in several(texts))


def read_learner(
    catalog: Catalog,
    words: Iterable[str],
    *,
    choices: Mapping[str, str] = MappingProxyType({}),
    year: int | None = None,
) -> Learner:
    """Make a learner of what words say; what is not understood, or not held, is left out.

    A skill named without a level counts as level 2; a credential counts as itself, a job title for
    what its role asks. Ask `read_phrases` what became of each word, and `find_implied` what
    follows from it. Raises `UserError` for one text that is not in a list.
    """
    from skillgap.matching.reading.held import counted_level, hold

    readings = read_phrases(catalog, words, choices=choices, year=year)
    parts = [part for reading in readings for part in reading.parts]
    return hold(catalog, [(part, counted_level(part)) for part in parts]).learner


def match_role(catalog: Catalog, text: str) -> Match:
    """Match free text to a role."""
    from skillgap.matching import jobs

    return jobs.match_role(role_index(catalog), text)
