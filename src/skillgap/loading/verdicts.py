"""What pydantic says of a value that is not plainly right."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from pydantic import ValidationError

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.loading.document import Document
from skillgap.loading.shape_errors import keys_of, shape_diagnostics
from skillgap.loading.shapes.fields import Shape


def judged(
    name: str, value: object, document: Document, place: DataPath
) -> tuple[Shape | None, Sequence[Diagnostic]]:
    """Give the value of a place in the shape of that name, or None and what is wrong with it."""
    module, kind = name.split(".")
    shape: type[Shape] = getattr(import_module(f"skillgap.loading.shapes.{module}"), kind)
    try:
        return shape.model_validate(without_crowd(value, shape, document.limits.problems)), ()
    except ValidationError as error:
        return None, tuple(shape_diagnostics(error, shape, document, place))


def without_crowd(value: object, shape: type[Shape], most: int) -> object:
    """Give a map without the unknown keys that come after so many.

    Why: pydantic makes an error of each, a thousand bytes for one that nobody will be told of.
    """
    if not isinstance(value, dict) or len(value) <= 2 * most:
        return value
    known = keys_of(shape)
    unknown = [key for key in value if key not in known][: most + 1]
    first = [*unknown, *(key for key in known if key in value)]
    return {key: value[key] for key in first}
