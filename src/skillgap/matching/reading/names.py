"""One thing that a text is a whole name or id of, as people write it who know the names."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from skillgap.domain.identifiers import CredentialId, RoleId, SkillId
from skillgap.matching.levels import has_marked_level, has_stars
from skillgap.matching.match import Candidate
from skillgap.matching.reading.part import ASKED_AT_MOST, Part, PartKind, part_of
from skillgap.matching.reading.short_names import is_code
from skillgap.matching.reading.vocabulary import Vocabulary

ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_name(vocabulary: Vocabulary, text: str) -> Part | None:
    """Return the one thing that a text is a whole name or id of, with or without a level.

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
    """Return the thing whose id a text is, written as it is printed: a skill before the others."""
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
    """Return the skill whose label, plain alias or chosen word a text is."""
    if "skill" not in vocabulary.kinds or has_stars(text):
        return None
    found = vocabulary.find_skills(text)
    if len(found) != 1 or not is_plain_name(text, found[0].method):
        return None
    part = part_of(vocabulary.match_skill(text))
    return part if part.status == "matched" else None


def is_plain_name(text: str, method: str) -> bool:
    """Say whether a skill's name is surely meant: its label, or an alias that is no short name."""
    return method in ("exact", "choice") or (method == "alias" and not is_code(text))


def one_of(text: str, found: Sequence[Candidate]) -> Part:
    """Return the first of what was found, with the others listed."""
    best = found[0]
    others = tuple(found[1 : ASKED_AT_MOST + 1])
    return Part(
        text, best.kind, "matched", best.id, best.label, best.method, best.score, runners_up=others
    )


def ask_among(text: str, found: Sequence[Candidate], kind: PartKind | None = None) -> Part:
    """Return the part that may be any of what was found, each once and five at most."""
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


def as_candidate(part: Part) -> Candidate:
    """Return a part as what other words may mean."""
    return Candidate(
        part.id or "",
        part.label or "",
        part.method or "",
        part.score,
        "credential" if part.kind == "credential" else "role" if part.kind == "role" else "skill",
    )
