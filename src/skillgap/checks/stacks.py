"""Stacks that nobody can complete, or that are complete from the start."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.places import Places
from skillgap.domain.catalog import Catalog


def check_stacks(catalog: Catalog, places: Places) -> Iterator[Diagnostic]:
    """Find stacks whose members do not add up."""
    for stack in catalog.stacks.values():
        if not stack.members:
            spot = places.spot(("stacks", stack.id, "id"))
            message = f"the stack `{stack.id}` has no members"
            yield spot.diagnose("SG409", message, hint="name credentials under `all_of`")
        if stack.choose is None:
            continue
        offered = len(set(stack.choose.options))
        if stack.choose.count > offered:
            spot = places.spot(("stacks", stack.id, "choose", "count"))
            message = f"`{stack.id}` asks for {stack.choose.count} electives out of {offered}"
            hint = f"write `count: {offered}`, or offer more"
            yield spot.diagnose("SG403", message, hint=hint)
        for option in sorted(set(stack.choose.options) & set(stack.all_of)):
            spot = places.spot(("stacks", stack.id, "choose", "from"), naming=option)
            message = f"`{option}` is compulsory in `{stack.id}` and an elective as well"
            yield spot.diagnose("SG412", message, hint="delete it from one of the two")
