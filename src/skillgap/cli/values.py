"""Option values read strictly, with errors that say what was wanted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Final

from skillgap.errors import UserError
from skillgap.text import clean, listed, number

FORMATS: Final = ("text", "json")
"""How most reports can be written."""

PLAIN_NUMBER: Final = r"\+?[0-9]+(\.[0-9]*)?|\+?\.[0-9]+"
NEGATIVE_NUMBER: Final = r"-([0-9]+(\.[0-9]*)?|\.[0-9]+)"
DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
LANGUAGE: Final = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
FIRST_DAY: Final = dt.date(1970, 1, 1)
LAST_DAY: Final = dt.date(2199, 12, 31)
DIGITS_AT_MOST: Final = 15


def read_number(
    option: str, text: str | None, *, at_least: float, at_most: float, is_whole: bool = False
) -> float | None:
    """Read a plain decimal number within bounds; None stays None."""
    if text is None:
        return None
    told = clean(text)
    bounds = f"from {plain(at_least)} to {number(at_most)}"
    wanted = f"{option} takes a {'whole ' if is_whole else ''}number {bounds}"
    if re.fullmatch(NEGATIVE_NUMBER, told):
        raise UserError(f"`{option}` cannot be negative: `{told}`", hint=wanted)
    if not re.fullmatch(PLAIN_NUMBER, told) or len(told) > DIGITS_AT_MOST:
        raise UserError(f"`{option}` is not a number within bounds: `{told[:40]}`", hint=wanted)
    value = float(told)
    if is_whole and value != int(value):
        raise UserError(f"`{option}` is not a whole number: `{told}`", hint=wanted)
    if not at_least <= value <= at_most:
        raise UserError(f"`{option}` is out of bounds: `{told}`", hint=wanted)
    return value


def plain(value: float) -> str:
    """Write a bound."""
    return number(value, decimals=2)


def read_date(option: str, text: str | None) -> dt.date | None:
    """Read a calendar day, year first; None stays None."""
    if text is None:
        return None
    told = clean(text)
    wanted = f"write the day as YEAR-MONTH-DAY: `{option} 2027-06-30`"
    try:
        day = dt.date.fromisoformat(told if re.fullmatch(DAY, told) else "")
    except ValueError:
        raise UserError(f"`{option}` is not a day: `{told[:40]}`", hint=wanted) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UserError(
            f"`{option}` is out of bounds: `{told}`",
            hint=f"{option} takes a day from {FIRST_DAY} to {LAST_DAY}",
        )
    return day


def read_choice(option: str, text: str, choices: Sequence[str]) -> str:
    """Read one of several words."""
    told = clean(text).lower()
    if told in choices:
        return told
    from difflib import get_close_matches

    near = get_close_matches(told, choices, n=1)
    offered = listed([f"`{each}`" for each in choices], "or")
    hint = (
        f"did you mean `{near[0]}`? {option} takes {offered}"
        if near
        else f"{option} takes {offered}"
    )
    raise UserError(f"`{option}` does not know `{clean(text)[:40]}`", hint=hint)


def read_languages(texts: Iterable[str]) -> tuple[str, ...]:
    """Read language codes, several in one text where commas divide them."""
    found = []
    for part in (part.strip() for text in texts for part in text.split(",")):
        if not re.fullmatch(LANGUAGE, part):
            raise UserError(
                f"`--language` is not a language code: `{clean(part)[:40]}`",
                hint="use a code such as `en`, `de` or `pt-BR`",
            )
        found.append(part)
    return tuple(dict.fromkeys(found))
