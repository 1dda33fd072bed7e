"""All that keeps a value from being a record, told in a person's words.

Pydantic finds it; what is said goes by the types of its errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec
from msgspec.structs import replace
from pydantic import ValidationError

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath, format_path
from skillgap.domain import fields
from skillgap.domain.fields import Choice, Record
from skillgap.domain.gate import REGION_PATTERN
from skillgap.domain.identifiers import ID_PATTERN
from skillgap.errors import InternalError
from skillgap.loading.check.mends import mended_key, mended_value
from skillgap.loading.check.models import MAP_TAG, TEXT_TAG, model_of, published
from skillgap.loading.check.wording import (
    describe,
    did_you_mean,
    malformed_id,
    nearest_word,
    ticked,
    top_level_hint,
    type_hint,
)
from skillgap.loading.keys import keys_at, keys_of, records_at
from skillgap.loading.sources import value_at
from skillgap.loading.yaml.document import Document
from skillgap.loading.yaml.text import quotable

WANTED: Final[Mapping[str, str]] = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
    "list_type": "a list",
    "dict_type": "a map",
    "model_type": "a map",
}

PATTERNS: Final[Mapping[str, tuple[str, str, str]]] = {
    published(ID_PATTERN): ("SG205", "", ""),
    published(fields.URL_PATTERN): ("SG208", "", ""),
    published(fields.CURRENCY_PATTERN): (
        "SG214",
        "currency",
        "three capital letters, such as `USD`",
    ),
    published(fields.LANGUAGE_PATTERN): (
        "SG214",
        "language tag",
        "a tag such as `en` or `pt-BR`",
    ),
    published(fields.ONET_SOC_PATTERN): (
        "SG214",
        "O*NET-SOC code",
        "a code such as `15-2051.01`",
    ),
    published(fields.ISCO08_PATTERN): (
        "SG214",
        "ISCO-08 code",
        'one to four digits in quotes, such as `"2511"`',
    ),
    published(REGION_PATTERN): (
        "SG214",
        "region",
        "a country or a part of one by ISO 3166, such as `US` or `US-CA`",
    ),
}
"""The code of a text that does not match, what it is not, and how that is written."""

BOUNDS: Final[Mapping[str, tuple[str, str]]] = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}

LOOKED_AT: Final = 40
"""So many unknown keys are looked at for one that a record lacks."""

WHOLE_FILE: Final = "the file"
KEY_MARK: Final = "[key]"
TAGS: Final = frozenset({TEXT_TAG, MAP_TAG, KEY_MARK})


def misfits_of(
    kind: type[Record], value: object, document: Document, prefix: DataPath, reason: str
) -> Sequence[Diagnostic]:
    """Tell all that keeps the value at `prefix` of a document from being a record.

    `reason` is why it is none: where nothing else is found, the fault is ours.
    """
    try:
        model_of(kind).model_validate(without_crowd(value, kind, document.limits.problems))
    except ValidationError as error:
        return tuple(told_misfits(error, kind, document, prefix))
    raise InternalError(f"{format_path(prefix)} of {document.name} fits and does not: {reason}")


def without_crowd(value: object, kind: type[Record], most: int) -> object:
    """Return a map without the unknown keys that come after so many.

    Why: pydantic makes an error of each, a thousand bytes for one that nobody will be told of.
    """
    if not isinstance(value, dict) or len(value) <= 2 * most:
        return value
    known = keys_of(kind)
    unknown = [key for key in value if key not in known][: most + 1]
    first = [*unknown, *(key for key in known if key in value)]
    return {key: value[key] for key in first}


def told_misfits(
    error: ValidationError, kind: type[Record], document: Document, prefix: DataPath
) -> Iterator[Diagnostic]:
    """Tell each error of a value that stands at `prefix` of a document.

    A place where reading the text has already found something is passed over, and so is a key that
    is missing where it is written with a mistake: one mistake, one diagnostic.
    """
    told = {each.path for each in document.diagnostics}
    errors = error.errors(include_url=False)
    misspelled = misspelled_keys(errors, kind)
    for count, each in enumerate(errors):
        if count == document.limits.problems:
            yield flood(document, prefix)
            return
        inner = tuple(part for part in each["loc"] if part not in TAGS)
        if prefix + inner in told or (each["type"] == "missing" and inner in misspelled):
            continue
        is_key = each["loc"][-1:] == (KEY_MARK,)
        problem = Misfit(
            kind=each["type"],
            place=inner,
            name=name_of(prefix + inner),
            found=each["input"],
            written=document.written(prefix + inner),
            bounds=each.get("ctx") or {},
            record=kind,
        )
        code, message, hint = problem.told(is_key=is_key)
        at_key = is_key or code == "SG202"
        told_here = document.diagnose(code, message, prefix + inner, key=at_key, hint=hint)
        yield replace(told_here, replacement=mend_of(problem, code, document, prefix))


def written_key(name: str, kind: type[Record], value: Mapping[str, object]) -> str | None:
    """Return the unknown key of a map that is nearest to one that the map lacks."""
    known = keys_of(kind)
    unknown = [key for key in value if key not in known][:LOOKED_AT]
    return next((key for key in unknown if nearest_word(key, known) == name), None)


def misspelled_keys(errors: Iterable[Any], kind: type[Record]) -> set[DataPath]:
    """Return the places of missing keys that are there with a mistake in them."""
    places: dict[str, list[DataPath]] = {"missing": [], "extra_forbidden": []}
    for each in errors:
        if each["type"] in places:
            places[each["type"]].append(tuple(part for part in each["loc"] if part not in TAGS))
    lacking = set(places["missing"])
    around = {place[:-1] for place in lacking}
    unknown = [place for place in places["extra_forbidden"] if place[:-1] in around]
    nearest = (
        (*place[:-1], nearest_word(str(place[-1]), keys_at(kind, place[:-1])) or "")
        for place in unknown[:LOOKED_AT]
    )
    return {place for place in nearest if place in lacking}


def mend_of(problem: Misfit, code: str, document: Document, prefix: DataPath) -> str | None:
    """Return the text that must have been meant, None where there is doubt."""
    if code == "SG202" and problem.kind == "extra_forbidden":
        key = str(problem.place[-1])
        siblings = value_at(document.data, (prefix + problem.place)[:-1])
        known = keys_at(problem.record, problem.place[:-1])
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
        return f"`{format_path(place)}`"
    key = quotable(next(part for part in reversed(place) if isinstance(part, str)))
    return f"an entry of `{key}`" if isinstance(place[-1], int) else f"`{key}`"


class Misfit(msgspec.Struct, frozen=True):
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
    record: type[Record]

    def told(self, *, is_key: bool) -> tuple[str, str, str]:
        """Return the code, the message and the hint."""
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
        known = keys_at(self.record, self.place[:-1]).get(key)
        may_be_null = known is not None and known.may_be_null
        hint = f"add `{key}:`" + (", with `null` where it is not known" if may_be_null else "")
        return "SG201", f"the key `{key}` is missing", hint

    def unknown_key(self) -> tuple[str, str, str]:
        """Tell of a key that means nothing here."""
        key = str(self.place[-1])
        if self.kind == "literal_error":
            known = re.findall("'([^']+)'", str(self.bounds.get("expected", "")))
        else:
            known = list(keys_at(self.record, self.place[:-1]))
        hint = did_you_mean(key, known) or f"the keys here are {ticked(known)}"
        return "SG202", f"unknown key `{quotable(key)}`", hint

    def unknown_word(self) -> tuple[str, str, str]:
        """Tell of a word that is not in the list of those allowed."""
        allowed = re.findall("'([^']+)'", str(self.bounds.get("expected", "")))
        if not isinstance(self.found, str):
            message = f"{self.name} is {describe(self.found)}, where a word is wanted"
            return "SG203", message, f"write one of {ticked(allowed)}"
        message = f"`{quotable(self.found)}` is no word for {self.name}"
        return (
            "SG206",
            message,
            did_you_mean(self.found, allowed) or f"write one of {ticked(allowed)}",
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
        code, what, how = PATTERNS.get(pattern, ("SG209", "", ""))
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
            return "SG208", f"`{quotable(text)}` is no web address", hint
        if code == "SG214":
            return "SG214", f"`{quotable(text)}` is no {what}", f"write {how}"
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
                f"`{quotable(self.found)}`" if isinstance(self.found, str) else describe(self.found)
            )
            return "SG207", f"{shown} is no date", "write year-month-day, such as `2025-03-01`"
        if self.kind == "SG210":
            message = f"version {self.found} of the shape of files is not known here"
            hint = f"upgrade skillgap, or write the shape of version {fields.SCHEMA_VERSION}"
            return "SG210", message, hint
        if self.kind == "SG212":
            return "SG212", *self.muddled_ways()
        return "SG203", f"{self.name} is {describe(self.found)}, which does not fit here", ""

    def muddled_ways(self) -> tuple[str, str]:
        """Tell of an entry that is written in no way, in several, or in half of one."""
        records = records_at(self.record, self.place)
        ways = next((each.ways for each in records if issubclass(each, Choice)), ())
        found = self.found if isinstance(self.found, dict) else {}
        taken = [way for way in ways if any(found.get(key) is not None for key in way)]
        if len(taken) == 1:
            there = [key for key in taken[0] if found.get(key) is not None]
            lacking = [key for key in taken[0] if key not in there]
            message = f"this entry has {all_of(there)} without {all_of(lacking)}"
            return message, f"add {' and '.join(f'`{key}:`' for key in lacking)}"
        message = f"this entry needs exactly one of {' and '.join(map(all_of, ways))}"
        return message, "delete one of them" if taken else "add one of them"


def all_of(keys: Iterable[str]) -> str:
    """Name keys that belong together."""
    return " with ".join(f"`{key}`" for key in keys)
