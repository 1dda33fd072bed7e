"""The cells of one row, each read as what its column holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from skillgap.domain.fields import is_near
from skillgap.importing.reading.values import (
    CURRENCY_CODE,
    LINE_LENGTH,
    clean,
    distinct,
    language_tag,
    web_address,
)
from skillgap.importing.report import Origin

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")

FORMULA: Final = re.compile(r"=|[@+-][A-Za-z.]+\(")
NUMBER: Final = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?\Z")
TRUTHS: Mapping[str, bool] = MappingProxyType(
    {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
)
NO_WORDS: Mapping[str, float] = MappingProxyType({})


class Cells:
    """One row; a cell that cannot be read is reported and reads as not known."""

    def __init__(self, row: Mapping[str, str], origin: Origin, *, decimal_comma: bool) -> None:
        """Keep the row and where it comes from."""
        self.row = row
        self.origin = origin
        self.decimal_comma = decimal_comma

    def say(self, reason: str, detail: str) -> None:
        """Report a cell."""
        self.origin.remark(reason, detail[:LINE_LENGTH])

    def plain(self, column: str) -> str:
        """Return a cleaned text, empty where it begins like a formula."""
        text = clean(self.row[column])
        if FORMULA.match(text):
            self.say("formula", f"{column}: {text}")
            return ""
        return text

    def text(self, column: str) -> str | None:
        """Return a text; None for an empty cell."""
        text = self.plain(column)
        if len(text) > LINE_LENGTH:
            self.say("too-long", f"{column}: {text}")
            return None
        return text or None

    def read(
        self, column: str, reader: Callable[[str], Value | None], reason: str = "bad-value"
    ) -> Value | None:
        """Return what `reader` makes of a text; what it cannot read is reported for `reason`."""
        text = self.text(column)
        if text is None:
            return None
        value = reader(text)
        if value is None:
            self.say(reason, f"{column}: {text}")
        return value

    def items(self, column: str) -> tuple[str, ...]:
        """Return the entries of a cell, parted by semicolons."""
        parts = (part.strip() for part in self.plain(column).split(";"))
        return distinct(item for item in parts if 0 < len(item) <= LINE_LENGTH)

    def groups(self, column: str) -> list[tuple[str, ...]]:
        """Return entries of which each may name several, parted by `|`, of which one is enough."""
        groups = (
            tuple(option for each in item.split("|") if (option := each.strip()))
            for item in self.items(column)
        )
        return [group for group in groups if group]

    def word(self, column: str, words: type[Word]) -> Word | None:
        """Return one of the words that a column may hold, whatever its letter case."""
        known = {word.value.lower(): word for word in words}
        return self.read(column, lambda text: known.get(text.lower()))

    def number(
        self, column: str, most: float, *, words: Mapping[str, float] = NO_WORDS
    ) -> float | None:
        """Return a number from 0 to `most`; `words` are texts that stand for one."""

        def read(text: str) -> float | None:
            if text.lower() in words:
                return words[text.lower()]
            plain = text.replace(",", ".") if self.decimal_comma else text
            number = float(plain) if NUMBER.match(plain) else None
            return number if number is not None and number <= most else None

        return self.read(column, read, "bad-number")

    def whole(self, column: str, least: int, most: int) -> int | None:
        """Return a whole number from `least` to `most`."""
        number = self.number(column, most)
        if number is None:
            return None
        if number < least or not number.is_integer():
            self.say("bad-number", f"{column}: {number:g}")
            return None
        return int(number)

    def truth(self, column: str) -> bool | None:
        """Return yes or no."""
        return self.read(column, lambda text: TRUTHS.get(text.lower()))

    def day(self, column: str) -> dt.date | None:
        """Return a day, written as `2026-03-01`."""

        def read(text: str) -> dt.date | None:
            try:
                day = dt.date.fromisoformat(text)
            except ValueError:
                return None
            return day if is_near(day) else None

        return self.read(column, read)

    def address(self, column: str) -> str | None:
        """Return a web address."""
        return self.read(column, web_address, "bad-url")

    def currency(self, column: str) -> str | None:
        """Return a currency by its ISO 4217 code."""
        return self.read(
            column, lambda text: text.upper() if CURRENCY_CODE.match(text.upper()) else None
        )

    def languages(self, column: str) -> tuple[str, ...]:
        """Return languages by their BCP 47 tags or English names."""
        tags = []
        for item in self.items(column):
            tag = language_tag(item)
            if tag is None:
                self.say("bad-value", f"{column}: {item}")
            else:
                tags.append(tag)
        return distinct(tags)
