"""Circles: prerequisites that can never be met, and skills broader than themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Final

from skillgap.checks.reach import obtainable_credentials
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId

CIRCLES: Final = 50
"""So many circles are told one by one.

Why a bound: each is found by a walk through all that is left.
"""

SHOWN: Final = 8
"""So many members of a circle are named."""


def check_prerequisites(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find credentials that can never be started because prerequisites lead into a circle.

    A circle that an alternative breaks is none.
    """
    records = {*catalog.credentials, *(CredentialId(each) for each in catalog.stacks)}
    locked = records - obtainable_credentials(catalog)
    graph: dict[str, list[CredentialId]] = {
        each: sorted(
            {option for group in blocked_groups(catalog, each, locked) for option in group}
        )
        for each in sorted(locked & catalog.credentials.keys())
    }
    in_circles: set[str] = set()
    for circle in circles(graph):
        in_circles.update(circle)
        first, second = circle[0], circle[1]
        where = locator.locate(
            ("credentials", first, "prerequisites", "credentials"), naming=second
        )
        related = tuple(
            found
            for each, needed in pairwise(circle[1:])
            for found in locator.locate(
                ("credentials", each, "prerequisites", "credentials"), naming=needed
            ).related(f"`{each}` requires `{needed}`")
        )
        message = f"`{first}` can never be started: {chain(circle)}"
        hint = "delete one of these prerequisites"
        yield where.diagnose("SG401", message, hint=hint, related=related[:SHOWN])
    for each in sorted(graph.keys() - in_circles):
        needed = graph[each][0]
        where = locator.locate(("credentials", each, "prerequisites", "credentials"), naming=needed)
        message = f"`{each}` can never be started: it requires `{needed}`, which cannot be either"
        yield where.diagnose("SG402", message, hint="break the circle that it leads into")


def blocked_groups(
    catalog: Catalog, credential: CredentialId, locked: AbstractSet[CredentialId]
) -> list[tuple[CredentialId, ...]]:
    """Return the prerequisites of a credential of which no alternative can be obtained."""
    return [
        group
        for group in catalog.credentials[credential].prerequisites.credentials
        if locked >= set(group)
    ]


def check_broader(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find skills that are broader than one another."""
    graph: dict[str, list[SkillId]] = {
        each.id: [other for other in each.broader if other != each.id]
        for each in catalog.skills.values()
    }
    for circle in circles(graph):
        where = locator.locate(("skills", circle[0], "broader"), naming=circle[1])
        message = f"`{circle[0]}` is broader than itself: {chain(circle)}"
        yield where.diagnose("SG410", message, hint="delete one of these")


def circles(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield circles that share no member, each as `a, b, a`, beginning at its first id."""
    left: dict[str, list[str]] = {node: list(following) for node, following in graph.items()}
    for _ in range(CIRCLES):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            backward = error.args[1][1:]
            members = list(reversed(backward))
            start = members.index(min(members))
            yield (*members[start:], *members[:start], members[start])
            gone = set(members)
            left = {
                node: [each for each in following if each not in gone]
                for node, following in left.items()
                if node not in gone
            }
        else:
            return


def chain(circle: tuple[str, ...]) -> str:
    """Write a circle as a chain; a long one is cut in the middle."""
    if len(circle) > SHOWN:
        half = SHOWN // 2
        left_out = f"... {len(circle) - SHOWN} more ..."
        return " -> ".join((*circle[:half], left_out, *circle[-half:]))
    return " -> ".join(circle)
