"""Gates that do not say what they ask for, or say what nobody would heed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog
from skillgap.domain.gate import COUNTRIES, GateKind, GateOption

SAID_BY: Final[Mapping[GateKind, str]] = MappingProxyType(
    {
        GateKind.EDUCATION: "level",
        GateKind.LICENCE: "name",
        GateKind.REGISTRATION: "name",
        GateKind.EXPERIENCE: "years",
        GateKind.EXAM: "name",
        GateKind.BACKGROUND: "name",
        GateKind.AGE: "years",
    }
)
"""The key that says what a gate of each kind asks for."""

ASKED: Final = ("level", "name", "years")
"""Keys of which a gate has the one that its kind asks for; years of work may name their field."""


def check_gates(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find gates, and options of gates, that leave open what they ask for, or say too much.

    Why: nobody could ever pass the one, whatever they tell, and what the other says beside what its
    kind asks for would be dropped without a word.
    """
    for role in catalog.roles.values():
        for number, gate in enumerate(role.gates):
            place: DataPath = ("roles", role.id, "gates", number)
            if gate.region is not None and gate.region[:2] not in COUNTRIES:
                message = f"`{gate.region}` of a gate of `{role.id}` is no region of ISO 3166"
                meant = f"GB{gate.region[2:]}" if gate.region[:2] == "UK" else "US` or `US-CA"
                where = locator.locate((*place, "region"))
                yield where.diagnose("SG428", message, hint=f"write `{meant}`")
            if gate.any_of:
                for key in (key for key in ASKED if getattr(gate, key) is not None):
                    message = f"`{key}` beside `any_of` in a gate of `{role.id}` says nothing"
                    hint = "say it in an element of `any_of`, or delete it"
                    yield locator.locate((*place, key)).diagnose("SG428", message, hint=hint)
            for index, option in enumerate(gate.options):
                inner = (*place, "any_of", index) if gate.any_of else place
                yield from judge_option(option, role.id, inner, locator)


def judge_option(
    option: GateOption, role: str, place: DataPath, locator: Locator
) -> Iterator[Diagnostic]:
    """Find what one thing that a gate asks for leaves open, and what it says in vain."""
    wanted = SAID_BY[option.kind]
    if getattr(option, wanted) is None:
        message = f"a gate of `{role}` does not say {tell_unsaid(option)}"
        where = locator.locate((*place, wanted))
        yield where.diagnose("SG428", message, hint=f"add `{wanted}` beside `kind`")
    for key in ASKED:
        is_field = key == "name" and option.kind is GateKind.EXPERIENCE
        if key != wanted and not is_field and getattr(option, key) is not None:
            message = f"`{key}` says nothing in a gate of kind {option.kind} of `{role}`"
            hint = "delete it, or make a gate of its own of it"
            yield locator.locate((*place, key)).diagnose("SG428", message, hint=hint)


def tell_unsaid(option: GateOption) -> str:
    """Say what a gate leaves open."""
    if SAID_BY[option.kind] == "years":
        return f"how many years of {option.kind}"
    return f"which {option.kind}"
