"""Values of a file in words, and what to write instead."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from skillgap.loading.yaml.text import quotable

SAYS_NONE: Final = frozenset({"none", "no", "nothing", "never", "-"})


def malformed_id(text: str) -> tuple[str, str, str]:
    """Tell of an id that cannot be one, and the nearest that can."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", ascii_text).strip("-")[:64].strip("-")
    hint = f"write `{slug}`" if slug and slug != text else "write lower-case words with hyphens"
    return "SG205", f"`{quotable(text)}` is no id", hint


def describe(value: object) -> str:
    """Name a value the way a person would see it in the file."""
    if value is None:
        return "empty (null)"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text `{quotable(value)}`"
    return "a list" if isinstance(value, list) else "a map"


def type_hint(kind: str, found: object, written: str) -> str:
    """Say how a value of another type is written as the one that is wanted.

    `written` is the text that the file has for it: `1.10`, not 1.1.
    """
    if kind == "string_type" and isinstance(found, int | float):
        return f'put it in quotes: `"{quotable(written)}"`'
    if kind in ("int_type", "float_type") and isinstance(found, str):
        number = re.search(r"\d+(?:\.\d+)?", found.replace(",", ""))
        return f"write the number alone: `{number.group()}`" if number else "write a number"
    if kind == "int_type" and isinstance(found, float) and found.is_integer():
        return f"write `{int(found)}`"
    if kind == "bool_type" and found in ("yes", "no", "on", "off", "y", "n", 1, 0):
        return f"write `{'true' if found in ('yes', 'on', 'y', 1) else 'false'}`"
    if kind == "list_type" and isinstance(found, str) and found.strip().lower() in SAYS_NONE:
        return "write `[]` where there is none"
    if kind == "list_type" and isinstance(found, str | int | float):
        return f"put it in brackets: `[{quotable(str(found))}]`"
    if kind in ("int_type", "float_type") and isinstance(found, bool):
        return "write a number"
    if found is None:
        return "write a value, or delete the key"
    return ""


def nearest_word(word: str, known: Iterable[str]) -> str | None:
    """Return the nearest of the known words, None where none is near."""
    nearest = difflib.get_close_matches(word[:100], sorted(known), n=1)
    return nearest[0] if nearest else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Name the nearest of the known words, or nothing."""
    nearest = nearest_word(word, known)
    return f"did you mean `{nearest}`?" if nearest else ""


def ticked(words: Iterable[str]) -> str:
    """Write words as a list for a sentence."""
    return ", ".join(f"`{word}`" for word in words)


def top_level_hint(found: object) -> str:
    """Say what a file without keys probably is."""
    if isinstance(found, str) and found.startswith("version https://git-lfs"):
        return "this is a pointer of Git LFS: run `git lfs pull` to get the file itself"
    if isinstance(found, str) and re.match(r"[a-z_]+:\S", found):
        return "write a space after the colon"
    if isinstance(found, str) and found.startswith("<"):
        return "this looks like a web page: save the YAML file itself"
    return "begin with `schema_version: 1`"
