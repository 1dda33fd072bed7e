"""Unquoted words of a YAML text: what they are, and what they must have meant."""

from __future__ import annotations

import math
import re
from typing import Final

import msgspec

from skillgap.diagnostics.location import DataPath
from skillgap.loading.yaml.text import DECEPTIVE

Scalar = str | int | float | bool | None

CONSTANTS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

SURPRISE_BOOLEANS: Final = {
    word: truth
    for words, truth in ((("yes", "on", "y"), "true"), (("no", "off", "n"), "false"))
    for each in words
    for word in (each, each.title(), each.upper())
}
"""Words that YAML 1.1 reads as true and false and YAML 1.2 as text."""

FIRST_CHARACTERS: Final = frozenset("+-.0123456789")
INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
DECIMAL: Final = re.compile(
    r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z"
)
SURPRISE_NUMBERS: Final = (
    (re.compile(r"[-+]?0[0-9]+\Z"), "leading zeros, which YAML 1.1 reads as octal"),
    (re.compile(r"[-+]?0[0-9]+\.[0-9]*\Z"), "leading zeros"),
    (re.compile(r"[-+]?0[xX][0-9a-fA-F_]+\Z"), "a hexadecimal number"),
    (re.compile(r"[-+]?0[oO][0-7_]+\Z"), "an octal number"),
    (re.compile(r"[-+]?0[bB][01_]+\Z"), "a binary number"),
    (re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?\Z"), "underscores"),
    (
        re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z"),
        "colons, which YAML 1.1 reads as base 60",
    ),
    (re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"), "no finite value"),
)


class Surprise(msgspec.Struct, frozen=True):
    """An unquoted word that people and programs read in different ways; it is kept as its text."""

    code: str
    message: str
    hint: str


def resolve_plain(text: str, digits: int) -> Scalar | Surprise:
    """Return the value of an unquoted scalar; numbers have at most `digits` characters."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text in SURPRISE_BOOLEANS:
        truth = SURPRISE_BOOLEANS[text]
        return Surprise(
            "SG126",
            f"`{text}` without quotes is text to some programs and `{truth}` to others",
            f'write `{truth}`, or `"{text}"` in quotes for the text',
        )
    return resolve_number(text, digits) if text[0] in FIRST_CHARACTERS else text


def resolve_number(text: str, digits: int) -> Scalar | Surprise:
    """Return the number that a text is, the text where it is none."""
    is_integer = INTEGER.match(text) is not None
    if is_integer or DECIMAL.match(text):
        if len(text) > digits:
            return Surprise(
                "SG135",
                f"a number of {len(text):,} characters",
                f"write at most {digits}, or put it in quotes if it is text",
            )
        number = int(text) if is_integer else float(text)
        if math.isfinite(number):
            return number
        return surprise_number(text, "a value beyond every number a computer keeps")
    for pattern, what in SURPRISE_NUMBERS:
        if pattern.match(text):
            return surprise_number(text, what)
    return text


def surprise_number(text: str, what: str) -> Surprise:
    """Describe a number that not everybody reads as the same."""
    shown = text if len(text) <= 40 else text[:39] + "…"
    return Surprise(
        "SG127",
        f"`{shown}` without quotes has {what}"
        if what.startswith(("leading", "underscores", "colons", "no ", "a value"))
        else f"`{shown}` without quotes is {what}",
        f'write a plain decimal number, or `"{shown}"` in quotes for the text',
    )


BOOLEAN_KEYS: Final = frozenset({"free_audit", "hands_on", "proctored"})
"""Keys whose value is true or false; everywhere else `no` is a text."""


def mended_word(code: str, written: str, place: DataPath) -> str | None:
    """Return what to write instead of a word that programs read in different ways."""
    if not written or "\n" in written or "\r" in written:
        return None
    if code == "SG126" and written in SURPRISE_BOOLEANS:
        is_boolean = bool(place) and place[-1] in BOOLEAN_KEYS
        return SURPRISE_BOOLEANS[written] if is_boolean else f'"{written}"'
    if code == "SG131" and written.isalnum():
        return f'"{written}"'
    if code == "SG112":
        seen = DECEPTIVE.sub("", written)
        return seen if seen != written and seen.strip("\"'") else None
    return None
