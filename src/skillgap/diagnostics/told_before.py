"""Diagnostics that are counted already and built only when somebody reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import overload

from skillgap.diagnostics.diagnostic import Diagnostic, Severity


class ToldBefore(Sequence[Diagnostic]):
    """Diagnostics of files that were checked before; `build` gives them all, and is asked once.

    Why: a large catalog may have a warning for each of its records, and a plan only counts them.
    """

    def __init__(
        self, counts: Mapping[Severity, int], build: Callable[[], tuple[Diagnostic, ...]]
    ) -> None:
        """Hold how many there are of each severity."""
        self.counts = counts
        self.build = build
        self.built: tuple[Diagnostic, ...] | None = None

    def all(self) -> tuple[Diagnostic, ...]:
        """Build them."""
        if self.built is None:
            self.built = self.build()
        return self.built

    def __len__(self) -> int:
        """Count them."""
        return sum(self.counts.values())

    @overload
    def __getitem__(self, at: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Diagnostic]: ...
    def __getitem__(self, at: int | slice) -> Diagnostic | Sequence[Diagnostic]:
        """Return one of them, or several."""
        return self.all()[at]

    def __eq__(self, other: object) -> bool:
        """Compare with any sequence of diagnostics."""
        return isinstance(other, Sequence) and self.all() == tuple(other)

    def __hash__(self) -> int:
        """Hash as the same tuple would."""
        return hash(self.all())


def count_severities(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    """Count diagnostics by severity, those that there are."""
    if isinstance(diagnostics, ToldBefore):
        return {each: count for each, count in diagnostics.counts.items() if count}
    counts: dict[Severity, int] = {}
    for diagnostic in diagnostics:
        counts[diagnostic.severity] = counts.get(diagnostic.severity, 0) + 1
    return counts
