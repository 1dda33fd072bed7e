"""The cells of one row, each read as what its column holds."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from skillgap.importing.ctdl_values import CURRENCY_CODE, LANGUAGE_TAG
from skillgap.importing.draft_names import Place
from skillgap.importing.words import LINE_LENGTH, clean, distinct, web_address

Word = TypeVar("Word", bound=StrEnum)

FORMULA: Final = re.compile(r"=|[@+-][A-Za-z.]+\(")
NUMBER: Final = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?\Z")
TRUTHS: Mapping[str, bool] = MappingProxyType(
    {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
)
NO_WORDS: Mapping[str, float] = MappingProxyType({})


class Cells:
    """One row; a cell that cannot be read is reported and reads as not known."""

    def __init__(self, row: Mapping[str, str], place: Place, *, decimal_comma: bool) -> None:
        """Keep the row and its place."""
        self.row = row
        self.place = place
        self.decimal_comma = decimal_comma

    def say(self, reason: str, detail: str) -> None:
        """Report a cell."""
        self.place.table.remark(self.place.line, reason, detail[:LINE_LENGTH])

    def leave(self, reason: str, detail: str) -> None:
        """Leave the whole row out."""
        self.place.table.leave(self.place.line, reason, detail)

    def text(self, column: str) -> str | None:
        """Give a text; None for an empty cell."""
        text = clean(self.row[column])
        if FORMULA.match(text):
            self.say("formula", f"{column}: {text}")
            return None
        if len(text) > LINE_LENGTH:
            self.say("too-long", f"{column}: {text}")
            return None
        return text or None

    def items(self, column: str) -> tuple[str, ...]:
        """Give the entries of a cell, parted by semicolons."""
        text = clean(self.row[column])
        if FORMULA.match(text):
            self.say("formula", f"{column}: {text}")
            return ()
        return distinct(
            item for part in text.split(";") if (item := part.strip()) and len(item) <= LINE_LENGTH
        )

    def groups(self, column: str) -> list[tuple[str, ...]]:
        """Give entries of which each may name several, parted by `|`, of which one is enough."""
        groups = (
            tuple(option for each in item.split("|") if (option := each.strip()))
            for item in self.items(column)
        )
        return [group for group in groups if group]

    def word(self, column: str, words: type[Word]) -> Word | None:
        """Give one of the words that a column may hold, whatever its letter case."""
        text = self.text(column)
        if text is None:
            return None
        for word in words:
            if word.value.lower() == text.lower():
                return word
        self.say("bad-value", f"{column}: {text}")
        return None

    def number(
        self, column: str, most: float, *, words: Mapping[str, float] = NO_WORDS
    ) -> float | None:
        """Give a number from 0 to `most`; `words` are texts that stand for one."""
        text = self.text(column)
        if text is None:
            return None
        if text.lower() in words:
            return words[text.lower()]
        plain = text.replace(",", ".") if self.decimal_comma else text
        if NUMBER.match(plain):
            number = float(plain)
            if math.isfinite(number) and number <= most:
                return number
        self.say("bad-number", f"{column}: {text}")
        return None

    def whole(self, column: str, least: int, most: int) -> int | None:
        """Give a whole number from `least` to `most`."""
        number = self.number(column, most)
        if number is None:
            return None
        if number < least or not number.is_integer():
            self.say("bad-number", f"{column}: {number:g}")
            return None
        return int(number)

    def truth(self, column: str) -> bool | None:
        """Give yes or no."""
        text = self.text(column)
        if text is None:
            return None
        if text.lower() not in TRUTHS:
            self.say("bad-value", f"{column}: {text}")
        return TRUTHS.get(text.lower())

    def day(self, column: str) -> dt.date | None:
        """Give a day, written as `2026-03-01`."""
        text = self.text(column)
        if text is None:
            return None
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            day = None
        if day is None or not 1900 <= day.year <= 2199:
            self.say("bad-value", f"{column}: {text}")
            return None
        return day

    def address(self, column: str) -> str | None:
        """Give a web address."""
        text = self.text(column)
        if text is None:
            return None
        address = web_address(text)
        if address is None:
            self.say("bad-url", f"{column}: {text}")
        return address

    def currency(self, column: str) -> str | None:
        """Give a currency by its ISO 4217 code."""
        text = self.text(column)
        if text is None:
            return None
        if not CURRENCY_CODE.match(text.upper()):
            self.say("bad-value", f"{column}: {text}")
            return None
        return text.upper()

    def languages(self, column: str) -> tuple[str, ...]:
        """Give languages by their BCP 47 tags."""
        tags = []
        for item in self.items(column):
            if LANGUAGE_TAG.match(item):
                tags.append(item)
            else:
                self.say("bad-value", f"{column}: {item}")
        return tuple(tags)
