"""What a role asks beside skills, set against what a person told of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.gate import Gate, GateForce, GateKind, GateOption
from skillgap.domain.learner import Learner
from skillgap.domain.role import RoleProfile
from skillgap.matching.normalize import normalize

PERMITS: Final = frozenset({GateKind.LICENCE, GateKind.REGISTRATION, GateKind.EXAM})
"""Kinds that a person has by name: a licence, a registration, a passed examination."""

PERMIT_WORDS: Final = frozenset({"licence", "license", "licensed", "registration", "exam", "state"})
"""What is said of every permit, and so tells none from another."""


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
    not said, or has the words of the role, its family or the gate.
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
        if learner.experience is None:
            return GateStatus.NOT_TOLD
        fields = [role.title, *role.aliases, role.family or "", option.name or ""]
        counted = sum(
            each.years
            for each in learner.experience
            if each.field is None or any(share_words(each.field, field) for field in fields)
        )
        return told(counted >= option.years)
    if option.kind in PERMITS and option.name is not None:
        named = permits_of(learner, catalog)
        if any(is_same_permit(option.name, each) for each in named):
            return GateStatus.OPEN
        return GateStatus.CLOSED if learner.licences == () else GateStatus.NOT_TOLD
    return GateStatus.NOT_TOLD


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
    """Say whether a permit in a person's words has every word that tells the one that is asked."""
    words = telling_words(asked)
    return bool(words) and words <= telling_words(held)


def telling_words(text: str) -> frozenset[str]:
    """Return the words of a permit that tell it from another."""
    return frozenset(normalize(text).split()) - PERMIT_WORDS


def share_words(one: str, other: str) -> bool:
    """Say whether all words of one text stand in the other."""
    words, others = (frozenset(normalize(each).split()) for each in (one, other))
    return bool(words and others) and (words <= others or others <= words)


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
