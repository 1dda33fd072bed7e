"""Pydantic's errors as diagnostics, told by their type and in a person's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

import msgspec
from msgspec.structs import replace
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath, format_place
from skillgap.loading.document import Document
from skillgap.loading.invisible import excerpt
from skillgap.loading.mends import mended_key, mended_value
from skillgap.loading.shapes import spelling
from skillgap.loading.shapes.fields import MAP_TAG, TEXT_TAG, Shape
from skillgap.loading.sources import value_at
from skillgap.loading.wording import (
    describe,
    did_you_mean,
    listed,
    malformed_id,
    top_level_hint,
    type_hint,
)

WANTED: Final[Mapping[str, str]] = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
    "list_type": "a list",
    "dict_type": "a map",
    "model_type": "a map",
}

PATTERN_CODES: Final[Mapping[str, str]] = {
    spelling.ID_PATTERN: "SG205",
    spelling.URL_PATTERN: "SG208",
    spelling.ONE_LINE_PATTERN: "SG209",
    spelling.PROSE_PATTERN: "SG209",
    spelling.CURRENCY_PATTERN: "SG214",
    spelling.LANGUAGE_PATTERN: "SG214",
    spelling.ONET_SOC_PATTERN: "SG214",
    spelling.ISCO08_PATTERN: "SG214",
}

PATTERN_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    spelling.CURRENCY_PATTERN: ("currency", "three capital letters, such as `USD`"),
    spelling.LANGUAGE_PATTERN: ("language tag", "a tag such as `en` or `pt-BR`"),
    spelling.ONET_SOC_PATTERN: ("O*NET-SOC code", "a code such as `15-2051.01`"),
    spelling.ISCO08_PATTERN: ("ISCO-08 code", 'one to four digits in quotes, such as `"2511"`'),
}

BOUNDS: Final[Mapping[str, tuple[str, str]]] = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}

WHOLE_FILE: Final = "the file"
KEY_MARK: Final = "[key]"
TAGS: Final = frozenset({TEXT_TAG, MAP_TAG, KEY_MARK})


def shape_diagnostics(
    error: ValidationError, shape: type[Shape], document: Document, prefix: DataPath = ()
) -> Iterable[Diagnostic]:
    """Tell each error of a value that stands at `prefix` of a document.

    A place where reading the text has already found something is passed over: one mistake, one
    diagnostic.
    """
    told = {each.place for each in document.diagnostics}
    for count, each in enumerate(error.errors(include_url=False)):
        if count == document.limits.problems:
            yield flood(document, prefix)
            return
        inner = tuple(part for part in each["loc"] if part not in TAGS)
        if prefix + inner in told:
            continue
        is_key = each["loc"][-1:] == (KEY_MARK,)
        problem = ShapeProblem(
            kind=each["type"],
            place=inner,
            name=name_of(prefix + inner),
            found=each["input"],
            written=document.written(prefix + inner),
            bounds=each.get("ctx") or {},
            shape=shape,
        )
        code, message, hint = problem.told(is_key=is_key)
        at_key = is_key or code == "SG202"
        told_here = document.diagnose(code, message, prefix + inner, key=at_key, hint=hint)
        yield replace(told_here, replacement=mend_of(problem, code, document, prefix))


def mend_of(problem: ShapeProblem, code: str, document: Document, prefix: DataPath) -> str | None:
    """Give the text that must have been meant, None where there is doubt."""
    if code == "SG202" and problem.kind == "extra_forbidden":
        key = str(problem.place[-1])
        siblings = value_at(document.data, (prefix + problem.place)[:-1])
        known = fields_at(problem.shape, problem.place[:-1])
        written = document.source_map.locate(prefix + problem.place, key=True)
        is_plain = written.length == len(key) and isinstance(siblings, dict)
        return mended_key(key, known, siblings) if is_plain else None
    allowed = re.findall("'([^']+)'", str(problem.bounds.get("expected", "")))
    return mended_value(code, problem.kind, problem.found, problem.written, allowed)


def flood(document: Document, place: DataPath) -> Diagnostic:
    """Say that there is more than is told."""
    message = f"{document.limits.problems:,} problems so far: the rest is left untold"
    return document.diagnose("SG137", message, place, hint="mend the first and run again")


def name_of(place: DataPath) -> str:
    """Name a place by its last key, or an entry of a top-level list by both."""
    if not place:
        return WHOLE_FILE
    if len(place) == 2 and isinstance(place[1], int):
        return f"`{format_place(place)}`"
    key = excerpt(next(part for part in reversed(place) if isinstance(part, str)))
    return f"an entry of `{key}`" if isinstance(place[-1], int) else f"`{key}`"


class ShapeProblem(msgspec.Struct, frozen=True):
    """One of pydantic's errors.

    `kind` is its type, `place` where it is in the shape, `found` the value, `written` the text
    that the file has for it, `bounds` what pydantic says of the limit that is broken.
    """

    kind: str
    place: DataPath
    name: str
    found: Any
    written: str
    bounds: Mapping[str, Any]
    shape: type[Shape]

    def told(self, *, is_key: bool) -> tuple[str, str, str]:
        """Give the code, the message and the hint."""
        if self.kind == "missing":
            return self.missing()
        if self.kind == "extra_forbidden" or (is_key and self.kind == "literal_error"):
            return self.unknown_key()
        if self.kind in WANTED:
            return self.wrong_type()
        if self.kind in BOUNDS:
            bound, words = BOUNDS[self.kind]
            limit = self.bounds[bound]
            limit = int(limit) if float(limit).is_integer() else limit
            message = f"{self.name} is {describe(self.found)}, and may be {words} {limit:,}"
            return "SG204", message, f"write a number that is {words} {limit:,}"
        if self.kind in ("enum", "literal_error"):
            return self.unknown_word()
        if self.kind in ("too_short", "too_long"):
            least = self.bounds.get("min_length", 1)
            return (
                "SG213",
                f"{self.name} needs at least {least} entry",
                "add one, or delete the key",
            )
        if self.kind.startswith("string_"):
            return self.malformed_text()
        return self.own_kind()

    def missing(self) -> tuple[str, str, str]:
        """Tell of a key that has to be there."""
        key = str(self.place[-1])
        field = fields_at(self.shape, self.place[:-1]).get(key)
        may_be_null = field is not None and type(None) in get_args(field.annotation)
        hint = f"add `{key}:`" + (", with `null` where it is not known" if may_be_null else "")
        return "SG201", f"the key `{key}` is missing", hint

    def unknown_key(self) -> tuple[str, str, str]:
        """Tell of a key that means nothing here."""
        key = str(self.place[-1])
        if self.kind == "literal_error":
            known = re.findall("'([^']+)'", str(self.bounds.get("expected", "")))
        else:
            known = list(fields_at(self.shape, self.place[:-1]))
        hint = did_you_mean(key, known) or f"the keys here are {listed(known)}"
        return "SG202", f"unknown key `{excerpt(key)}`", hint

    def unknown_word(self) -> tuple[str, str, str]:
        """Tell of a word that is not in the list of those allowed."""
        allowed = re.findall("'([^']+)'", str(self.bounds.get("expected", "")))
        if not isinstance(self.found, str):
            message = f"{self.name} is {describe(self.found)}, where a word is wanted"
            return "SG203", message, f"write one of {listed(allowed)}"
        message = f"`{excerpt(self.found)}` is no word for {self.name}"
        return (
            "SG206",
            message,
            did_you_mean(self.found, allowed) or f"write one of {listed(allowed)}",
        )

    def wrong_type(self) -> tuple[str, str, str]:
        """Tell of a value of another type."""
        wanted = WANTED[self.kind]
        if self.name == WHOLE_FILE:
            return (
                "SG211",
                f"the file holds {describe(self.found)}, where keys are wanted",
                top_level_hint(self.found),
            )
        message = f"{self.name} is {describe(self.found)}, where {wanted} is wanted"
        return "SG203", message, type_hint(self.kind, self.found, self.written)

    def malformed_text(self) -> tuple[str, str, str]:
        """Tell of a text that does not look as it has to."""
        pattern = str(self.bounds.get("pattern", ""))
        text = str(self.found)
        code = PATTERN_CODES.get(pattern, "SG209")
        if code == "SG205" or (self.kind == "string_too_long" and self.bounds["max_length"] == 64):
            return malformed_id(text)
        if code == "SG208":
            hint = (
                f"write `https://{text}`"
                if text.startswith("www.")
                else (
                    "write the address with `https://`, without spaces, other letters as %-escapes"
                )
            )
            return "SG208", f"`{excerpt(text)}` is no web address", hint
        if code == "SG214":
            what, how = PATTERN_WORDS[pattern]
            return "SG214", f"`{excerpt(text)}` is no {what}", f"write {how}"
        if self.kind == "string_too_long":
            limit = self.bounds["max_length"]
            message = f"{self.name} has {len(text):,} characters, and may have {limit:,}"
            return "SG209", message, "shorten it"
        if not text.strip():
            return "SG209", f"{self.name} is blank", "write a text"
        return "SG209", f"{self.name} has a line break", "write it on one line"

    def own_kind(self) -> tuple[str, str, str]:
        """Tell what the shapes themselves refuse, with a code of ours for a type."""
        if self.kind == "SG205":
            return malformed_id(str(self.found))
        if self.kind == "SG207":
            shown = (
                f"`{excerpt(self.found)}`" if isinstance(self.found, str) else describe(self.found)
            )
            return "SG207", f"{shown} is no date", "write year-month-day, such as `2025-03-01`"
        if self.kind == "SG210":
            message = f"version {self.found} of the shape of files is not known here"
            hint = f"upgrade skillgap, or write the shape of version {spelling.SCHEMA_VERSION}"
            return "SG210", message, hint
        if self.kind == "SG212":
            keys = ("skill", "credential") if "awards" in str(self.name) else ("skill", "any_of")
            has_both = isinstance(self.found, dict) and all(key in self.found for key in keys)
            message = f"this entry needs exactly one of {' and '.join(f'`{key}`' for key in keys)}"
            return "SG212", message, "delete one of them" if has_both else "add one of them"
        return "SG203", f"{self.name} is {describe(self.found)}, which does not fit here", ""


def fields_at(shape: type[Shape], place: DataPath) -> Mapping[str, FieldInfo]:
    """Give the keys that a place in the data may have, each with its field."""
    shapes = [shape]
    for part in place:
        inner = [
            found
            for each in shapes
            for name, field in keys_of(each).items()
            if name == part
            for found in shapes_in(field.annotation)
        ]
        shapes = inner or shapes
    return {name: field for each in shapes for name, field in keys_of(each).items()}


def keys_of(shape: type[Shape]) -> Mapping[str, FieldInfo]:
    """Give the fields of a shape by the key they are written under."""
    return {field.alias or name: field for name, field in shape.model_fields.items()}


def shapes_in(annotation: object) -> list[type[Shape]]:
    """Find the shapes that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return [annotation]
    return [found for each in get_args(annotation) for found in shapes_in(each)]
