"""Values as JSON-LD writes them: one or a list, a text or a map of languages, a thing or its id."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import urlsplit

from skillgap.importing.reading.values import clean, one_line

Json = Any
"""A value as JSON has it: text, number, boolean, null, list or map."""

Record = dict[str, Json]

PREFIXES: Final = ("ceterms:", "ceasn:", "schema:", "")
CTID: Final = re.compile(
    r"(?:ce-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f])", re.IGNORECASE
)


def field_of(value: Json, name: str) -> Json:
    """Return a field under whichever prefix it stands; None where there is none."""
    if isinstance(value, dict):
        for prefix in PREFIXES:
            if prefix + name in value:
                return value[prefix + name]
    return None


def fields_of(value: Json, *names: str) -> list[Json]:
    """Return what stands under names, each value of a list by itself."""
    return [each for name in names for each in as_list(field_of(value, name))]


def bare_name(name: str) -> str:
    """Return the name of a field or a type without its prefix."""
    return name.rpartition(":")[2]


def as_list(value: Json) -> list[Any]:
    """Return a list, of one where there is one, without nulls."""
    if isinstance(value, list):
        return [each for each in value if each is not None]
    return [] if value is None else [value]


def texts_of(value: Json) -> list[str]:
    """Return the cleaned texts of a value; of a map of languages the English, else the first."""
    texts: list[str] = []
    for each in as_list(value):
        if isinstance(each, str):
            texts.append(clean(each))
        elif isinstance(each, dict):
            texts.extend(texts_of(preferred_language(each)))
    return [text for text in texts if text]


def preferred_language(languages: Record) -> Json:
    """Choose among the languages of a text; a map that is no such thing has none."""
    spoken = {
        tag.lower(): text
        for tag, text in languages.items()
        if isinstance(text, str | list) and not tag.startswith("@")
    }
    if "@value" in languages:
        return languages["@value"]
    for tag in ("en", "en-us", "en-gb"):
        if tag in spoken:
            return spoken[tag]
    english = sorted(tag for tag in spoken if tag.startswith("en-"))
    first = english or sorted(tag for tag in spoken if re.fullmatch("[a-z]{2,3}(-.+)?", tag))
    return spoken[first[0]] if first else None


def text_of(value: Json) -> str | None:
    """Return the first text of a value."""
    found = texts_of(value)
    return found[0] if found else None


def label_of(value: Json) -> str | None:
    """Return the first text of a value where it is one line of a length that a name has."""
    return one_line(text_of(value))


def type_names(record: Record) -> list[str]:
    """Return the types of a record without their prefixes."""
    types = record.get("@type", record.get("type"))
    return [bare_name(each) for each in as_list(types) if isinstance(each, str)]


def address_of(value: Json) -> str | None:
    """Return the id of a thing, or of what points to it."""
    if isinstance(value, dict):
        value = value.get("@id", value.get("id"))
    return value.strip() if isinstance(value, str) and value.strip() else None


def key_of(address: str) -> str:
    """Return one key for every address of a thing.

    Why: the Credential Registry gives a record an address as a graph and one as a resource, with
    the same CTID in both.
    """
    found = CTID.search(address)
    return f"ce-{found.group(1).lower()}" if found else address.rstrip("/")


def name_of_address(address: str) -> str | None:
    """Return a name for an organization of which only the address is known."""
    ctid = CTID.search(address)
    if ctid:
        return f"Organization {ctid.group(1).lower()}"
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return one_line((host or address).removeprefix("www."))
