"""A value of a file to the record it stands for, or everything that keeps it from being one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.domain.fields import Record
from skillgap.loading.yaml.document import Document

Noun = TypeVar("Noun", bound=Record)


def fitted(
    kind: type[Noun], value: object, document: Document, place: DataPath = ()
) -> tuple[Noun | None, Sequence[Diagnostic]]:
    """Return the value of a place as a record, or None and all that is wrong with it."""
    try:
        return msgspec.convert(value, kind), ()
    except msgspec.ValidationError as error:
        from skillgap.loading.check.misfits import misfits_of

        return None, misfits_of(kind, value, document, place, str(error))
