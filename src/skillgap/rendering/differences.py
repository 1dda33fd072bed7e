"""What one path has more than another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.planning.request import Preference
from skillgap.rendering.figures import cash, counted, hours, number, shortened, weeks
from skillgap.rendering.names import Names

if TYPE_CHECKING:
    from skillgap.planning.comparison import Difference


def tell_more(more: Difference, currency: str) -> str:
    """Give what is different of the sums: `+$40, -5 h, +1 week`."""
    told = []
    if round(more.money, 2):
        told.append(signed(more.money, cash(abs(more.money), currency)))
    if round(more.hours, 1):
        told.append(signed(more.hours, hours(abs(more.hours))))
    if round(more.weeks, 1):
        told.append(signed(more.weeks, weeks(abs(more.weeks))))
    if more.credentials:
        told.append(signed(more.credentials, counted(abs(more.credentials), "credential")))
    return ", ".join(told) or "the same money, hours and weeks"


def tell_value(more: Difference, prefer: Preference, currency: str) -> str:
    """Give by how much it is worse by the chosen preference."""
    if not more.value:
        return f"as good by `--prefer {prefer}`; the tie-breaks decide"
    return f"{tell_figure(more.value, prefer, currency)} worse by `--prefer {prefer}`"


def tell_figure(value: float, prefer: Preference, currency: str) -> str:
    """Write a difference in the value of a preference in its own unit."""
    if prefer is Preference.CHEAPEST:
        return cash(value, currency)
    if prefer is Preference.FASTEST:
        return weeks(value)
    if prefer is Preference.FEWEST:
        return counted(value, "credential")
    return number(value, decimals=2)


def tell_swap(more: Difference, names: Names) -> list[tuple[str, str]]:
    """Give what is taken and what is not, each with its label."""
    return [
        (label, shortened([names.credential(each) for each in ids]))
        for label, ids in (("with", more.added), ("without", more.dropped))
        if ids
    ]


def signed(value: float, figure: str) -> str:
    """Write a sign before a figure that has none."""
    return f"{'+' if value > 0 else '-'}{figure}"
