"""A phrase, or a page of them, read into the things that it names."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from skillgap.domain.identifiers import CredentialId, RoleId, SkillId
from skillgap.matching.levels import has_marked_level, has_stars
from skillgap.matching.match import Candidate
from skillgap.matching.reading.part import ASKED_AT_MOST, Part, PartKind, part_of
from skillgap.matching.reading.vocabulary import Vocabulary

LONGEST_PHRASE = 20_000
ENDS = " \t\r\n,;."
ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_phrase(vocabulary: Vocabulary, text: str) -> tuple[Part, ...]:
    """Give what a phrase names, in its order; one part of the kind `none` where it names nothing.

    What is longer than `LONGEST_PHRASE` letters is read to there.
    """
    vocabulary.compared = 0
    if part := read_name(vocabulary, text):
        return (part,)
    if not text.strip():
        return (Part(text),)
    from skillgap.matching.reading.lines import read_text

    parts = read_text(vocabulary, text[:LONGEST_PHRASE])
    return tuple(parts) or (Part(text.strip()),)


def read_name(vocabulary: Vocabulary, text: str) -> Part | None:
    """Give the one thing that a text is a whole name or id of, with or without a level.

    Why before all else: it is what people give who know the names, and needs no pattern.
    """
    name, level = text.strip(), None
    if has_marked_level(name):
        level = int(name[-1])
        name = name[:-1].rstrip()[:-1].rstrip()
    part = read_id(vocabulary, name) or read_label(vocabulary, name)
    if part is None or level is None:
        return None if part is None else msgspec.structs.replace(part, text=text.strip())
    return msgspec.structs.replace(part, text=text.strip(), level=level, level_said=str(level))


def read_id(vocabulary: Vocabulary, text: str) -> Part | None:
    """Give the thing whose id a text is, written as it is printed: a skill before the others."""
    if not ID_LETTERS.issuperset(text) or not text:
        return None
    found = []
    catalog = vocabulary.catalog
    if "skill" in vocabulary.kinds and text in catalog.skills:
        found.append(Candidate(text, catalog.skills[SkillId(text)].label, "exact", 1.0))
    if "role" in vocabulary.kinds and text in catalog.roles:
        found.append(Candidate(text, catalog.roles[RoleId(text)].title, "exact", 1.0, "role"))
    if "credential" in vocabulary.kinds and text in catalog.credentials:
        title = catalog.credentials[CredentialId(text)].title
        found.append(Candidate(text, title, "exact", 1.0, "credential"))
    return one_of(text, found) if found else None


def read_label(vocabulary: Vocabulary, text: str) -> Part | None:
    """Give the skill whose label or chosen word a text is."""
    if "skill" not in vocabulary.kinds or has_stars(text):
        return None
    found = vocabulary.find_skills(text)
    if len(found) != 1 or found[0].method not in ("exact", "choice"):
        return None
    part = part_of(vocabulary.match_skill(text))
    return part if part.status == "matched" else None


def one_of(text: str, found: Sequence[Candidate]) -> Part:
    """Give the first of what was found, with the others listed."""
    best = found[0]
    others = tuple(found[1 : ASKED_AT_MOST + 1])
    return Part(
        text, best.kind, "matched", best.id, best.label, best.method, best.score, runners_up=others
    )


def ask_among(text: str, found: Sequence[Candidate], kind: PartKind | None = None) -> Part:
    """Give the part that may be any of what was found, each once and five at most."""
    unique = tuple({(each.kind, each.id): each for each in found}.values())[:ASKED_AT_MOST]
    kinds = {each.kind for each in unique}
    only: PartKind = kinds.pop() if len(kinds) == 1 else "none"
    best = unique[0]
    return Part(
        text,
        kind or only,
        "ambiguous",
        method=best.method,
        score=best.score,
        runners_up=unique,
    )
