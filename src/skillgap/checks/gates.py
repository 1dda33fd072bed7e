"""Gates that do not say what they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog
from skillgap.domain.gate import GateKind, GateOption

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


def check_gates(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find gates, and options of gates, that leave open what they ask for.

    Why: nobody could ever pass such a gate, whatever they tell.
    """
    for role in catalog.roles.values():
        for number, gate in enumerate(role.gates):
            for place, option in enumerate(gate.options):
                key = SAID_BY[option.kind]
                if getattr(option, key) is None:
                    within = ("any_of", place) if gate.any_of else ()
                    where = locator.locate(("roles", role.id, "gates", number, *within, "kind"))
                    message = f"a gate of `{role.id}` does not say {tell_unsaid(option)}"
                    yield where.diagnose("SG428", message, hint=f"add `{key}` beside `kind`")


def tell_unsaid(option: GateOption) -> str:
    """Say what a gate leaves open."""
    if SAID_BY[option.kind] == "years":
        return f"how many years of {option.kind}"
    return f"which {option.kind}"
