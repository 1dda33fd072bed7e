"""A value of a file to its shape: by its mold, and by pydantic where it is not plainly right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.loading.document import Document
from skillgap.loading.molds.making import Misfit, Mold


class Gauge(msgspec.Struct, frozen=True):
    """What a value is fitted to: a mold, and the shape that it is the mold of.

    `shape` is the class by its module among the shapes, `credential.CredentialShape`: importing it
    is what a mold spares.
    """

    mold: Mold
    shape: str


def fitted(
    gauge: Gauge, value: object, document: Document, place: DataPath = ()
) -> tuple[Any, Sequence[Diagnostic]]:
    """Give the value of a place as its shape has it, or None and what is wrong with it."""
    try:
        return gauge.mold(value), ()
    except Misfit:
        from skillgap.loading.verdicts import judged

        return judged(gauge.shape, value, document, place)
