"""What a role asks beside skills, set against what a person told of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.gate import Gate, GateForce, GateKind, GateOption
from skillgap.domain.learner import Learner
from skillgap.domain.role import RoleProfile
from skillgap.matching.lexicon import words_of
from skillgap.matching.normalize import normalize
from skillgap.matching.stem import stem

BRACKETS: Final = re.compile(r"[(\[]([^)\]]*)[)\]]")

PERMITS: Final = frozenset({GateKind.LICENCE, GateKind.REGISTRATION, GateKind.EXAM})
"""Kinds that a person has by name: a licence, a registration, a passed examination."""


PERMIT_WORDS: Final = frozenset(
    words_of(
        """
        licence license licensed licensure registration certified
        certificate certification exam examination state number
        """
    )
)
"""What is said of every permit, and so tells none from another."""

DENIALS: Final = frozenset(
    words_of(
        """
        no not never without lost expired lapsed revoked suspended denied refused
        surrendered inactive pending applied applying studying failed retired soon want
        wanted need
        """
    )
)
"""A permit of which one of these is said is none that is held."""

TELL_NO_FIELD: Final = frozenset(
    map(
        stem,
        words_of(
            """
            manager assistant specialist officer worker technician analyst consultant
            representative clerk supervisor director lead head senior junior data human
            work job general professional staff and of the in for
            """
        ),
    )
)
"""Stems of words in titles that by themselves tell no field of work."""


class GateStatus(StrEnum):
    """How a gate stands for a person."""

    OPEN = "open"
    CLOSED = "closed"
    NOT_TOLD = "not-told"


class GateStanding(msgspec.Struct, frozen=True):
    """A gate of a role, and how it stands for a person."""

    gate: Gate
    status: GateStatus

    @property
    def is_barred(self) -> bool:
        """Whether the law keeps the person out."""
        return self.status is GateStatus.CLOSED and self.gate.force is GateForce.LAW


def find_standings(
    role: RoleProfile, learner: Learner, catalog: Catalog
) -> tuple[GateStanding, ...]:
    """Set every gate of a role against what a person told, in the role's own order.

    A gate of another region than theirs is left out. A licence, a registration and an examination
    are open where a held credential of the catalog has that name; years count where their field is
    not said, or is that of the role, of a related one, of its family or of the gate.
    """
    return tuple(
        GateStanding(gate, standing_of(gate, role, learner, catalog))
        for gate in role.gates
        if is_asked_in(gate.region, learner.region)
    )


def is_asked_in(asked: str | None, region: str | None) -> bool:
    """Say whether what is asked in one region may be asked of a person in another.

    None is everywhere, or not told. What one part of a country asks is told to all of it.
    """
    if asked is None or region is None:
        return True
    return f"{region}-".startswith(f"{asked}-") or f"{asked}-".startswith(f"{region}-")


def standing_of(gate: Gate, role: RoleProfile, learner: Learner, catalog: Catalog) -> GateStatus:
    """Say how a gate stands: open where any of its options is, closed where all are."""
    found = {option_standing(each, role, learner, catalog) for each in gate.options}
    if GateStatus.OPEN in found:
        return GateStatus.OPEN
    return GateStatus.CLOSED if found == {GateStatus.CLOSED} else GateStatus.NOT_TOLD


def option_standing(
    option: GateOption, role: RoleProfile, learner: Learner, catalog: Catalog
) -> GateStatus:
    """Say how one thing that is asked stands; what nobody can tell us of is not told."""
    if option.kind is GateKind.EDUCATION and option.level is not None:
        if learner.education is None:
            return GateStatus.NOT_TOLD
        return told(learner.education.rank >= option.level.rank)
    if option.kind is GateKind.EXPERIENCE and option.years is not None:
        return experience_standing(option, role, learner, catalog)
    if option.kind in PERMITS and option.name is not None:
        named = permits_of(learner, catalog)
        if any(is_same_permit(option.name, each) for each in named):
            return GateStatus.OPEN
        return GateStatus.CLOSED if learner.licences == () else GateStatus.NOT_TOLD
    return GateStatus.NOT_TOLD


def experience_standing(
    option: GateOption, role: RoleProfile, learner: Learner, catalog: Catalog
) -> GateStatus:
    """Say how years of work stand: closed only where all years together are too few.

    Why: years in another field may be related work as well, and we cannot know.
    """
    wanted, worked = option.years or 0, learner.experience
    if worked is None:
        return GateStatus.NOT_TOLD
    related = [catalog.roles[each] for each in role.related if each in catalog.roles]
    fields = [role.family or "", option.name or ""]
    for each in (role, *related):
        fields += [each.title, *each.aliases]
    counted = sum(
        each.years
        for each in worked
        if each.field is None or any(is_field_of(each.field, field) for field in fields)
    )
    if counted >= wanted:
        return GateStatus.OPEN
    return GateStatus.CLOSED if sum(each.years for each in worked) < wanted else GateStatus.NOT_TOLD


def told(is_met: bool) -> GateStatus:  # noqa: FBT001 - it is the whole question
    """Return the status of what a person told enough of."""
    return GateStatus.OPEN if is_met else GateStatus.CLOSED


def permits_of(learner: Learner, catalog: Catalog) -> list[str]:
    """Return the names of what a person holds: licences in their words, credentials in ours."""
    found = list(learner.licences or ())
    for held in learner.credentials:
        credential = catalog.credentials.get(held.credential)
        if credential is not None:
            found += [credential.title, *credential.aliases]
    return found


def is_same_permit(asked: str, held: str) -> bool:
    """Say whether a permit in a person's words is the one that is asked for.

    That has several names where brackets or an "or" stand in it. Words that are said beside one of
    them are passed over where it has two words or more, or the person says that it is a permit: a
    teaching assistant has no teaching licence.
    """
    said = stems_of(outside_brackets(held)) or stems_of(held)
    told = said - PERMIT_WORDS
    if not told or said & DENIALS or stems_of(held) & DENIALS:
        return False
    says_permit = bool(said & PERMIT_WORDS)
    return any(
        words == told or (words < told and (len(words) > 1 or says_permit))
        for words in (stems_of(name) - PERMIT_WORDS for name in names_of_permit(asked))
        if words
    )


def names_of_permit(asked: str) -> list[str]:
    """Return the names of a permit: in full, without brackets, in them, each side of an "or"."""
    short = BRACKETS.findall(asked)
    plain = outside_brackets(asked)
    return [asked, plain, *short, *(plain.split(" or ") if " or " in plain else ())]


def outside_brackets(text: str) -> str:
    """Return a text without what stands in brackets."""
    return BRACKETS.sub(" ", text)


def stems_of(text: str) -> frozenset[str]:
    """Return the words of a text, each as its stem where it is none of ours."""
    words = normalize(text).split()
    known = PERMIT_WORDS | DENIALS
    return frozenset(each if each in known else stem(each) for each in words)


def is_field_of(field: str, name: str) -> bool:
    """Say whether a field of work, in any words, is that of a title or a family of roles.

    All its telling words stand in the name, or all of the name's in it.
    """
    words, others = (frozenset(map(stem, normalize(each).split())) for each in (field, name))
    telling, others_telling = words - TELL_NO_FIELD, others - TELL_NO_FIELD
    if not telling or not others_telling:
        return bool(words) and words == others
    return telling <= others or (others_telling <= telling and others <= words)


def distance_by_gates(standings: Iterable[GateStanding]) -> int:
    """Rank how far gates keep a role away, to sort by.

    0 nothing is known to be closed, 1 custom closes one, 2 it is not told whether the law does.
    """
    found = {
        2 if each.gate.force is GateForce.LAW else int(each.status is GateStatus.CLOSED)
        for each in standings
        if each.status is not GateStatus.OPEN
    }
    return max(found, default=0)
