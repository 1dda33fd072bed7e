"""What a command takes, said once in its own signature: for plain lines and for typer alike."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import msgspec

from skillgap.errors import UserError
from skillgap.rendering.layout.clean import clean

if TYPE_CHECKING:
    from skillgap.domain.learner import Holiday
    from skillgap.planning.request import Preference

Command = Callable[..., int]


class Parameter(msgspec.Struct, frozen=True):
    """What is said of a parameter beside its name, its type and its default.

    Help says `help`, writes `metavar` for the value, and has the options of one `panel` in one
    section. `read` makes a value of what is typed; it is given the option's name as well, for what
    it has to say. `also` is another name of an option.
    """

    help: str
    metavar: str | None = None
    panel: str | None = None
    read: Callable[[str, Any], object] | None = None
    also: str | None = None

    @property
    def placeholder(self) -> str | None:
        """What stands for the value: the choices themselves where nothing else is said."""
        choices = self.read.choices if isinstance(self.read, OneOf) else ()
        return self.metavar or "|".join(choices) or None


class GoesWith(msgspec.Struct, frozen=True):
    """Stands beside what is said of an option that says nothing without another parameter."""

    parameter: str
    hint: str


def option_name(parameter: str) -> str:
    """Return the name of the option that sets a parameter given by keyword.

    A last underscore only keeps a name apart from one of Python's own.
    """
    return "--" + parameter.rstrip("_").replace("_", "-")


def describe(command: Command, name: str) -> tuple[Any, Parameter, *tuple[GoesWith, ...]]:
    """Return the type of a parameter's value and all that is said of it.

    A `bool` is a flag; of a tuple there may be several; all else is one value.

    Why one by one: the annotations of a signature are text until somebody asks, and a command line
    has few of the forty options that there are.
    """
    text: str = command.__annotations__[name]
    annotation = eval(text, command.__globals__)  # noqa: S307 - the text of our own signature
    return annotation.__origin__, *annotation.__metadata__


def is_repeated(kind: object) -> bool:
    """Say whether there may be several of what has this type."""
    return getattr(kind, "__origin__", None) is tuple


def read_values(command: Command, typed: Mapping[str, Any]) -> dict[str, object]:
    """Return the values that typed texts stand for, read in the order of the signature.

    Where nothing is typed, which None and False say too, a parameter keeps its default.
    Raises `UserError` for an option that goes with another, and for a text that does not say what
    its parameter takes.
    """
    given = {name: typed[name] for name in command.__annotations__ if is_given(typed.get(name))}
    told = {name: describe(command, name) for name in given}
    for name, (_, _, *rules) in told.items():
        for rule in rules:
            if rule.parameter not in given:
                other = option_name(rule.parameter)
                raise UserError(f"`{option_name(name)}` goes with `{other}`", hint=rule.hint)
    values: dict[str, object] = {}
    for name, (kind, said, *_) in told.items():
        value = tuple(given[name]) if is_repeated(kind) else given[name]
        if said.read is not None:
            is_option = name in (command.__kwdefaults__ or ())
            value = said.read(option_name(name) if is_option else said.metavar or name, value)
        values[name] = value
    return values


def is_given(typed: object) -> bool:
    """Say whether something was typed for a parameter."""
    return typed is not None and typed is not False


FORMATS: Final = ("text", "json")
"""How most reports can be written."""

PLAIN_NUMBER: Final = r"\+?[0-9]+(\.[0-9]*)?|\+?\.[0-9]+"
NEGATIVE_NUMBER: Final = r"-([0-9]+(\.[0-9]*)?|\.[0-9]+)"
DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
LANGUAGE: Final = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
FIRST_DAY: Final = dt.date(1970, 1, 1)
LAST_DAY: Final = dt.date(2199, 12, 31)
DIGITS_AT_MOST: Final = 15


class Number(msgspec.Struct, frozen=True):
    """Reads a plain decimal number within bounds, as an `int` where it has to be a whole one."""

    at_least: float
    at_most: float
    is_whole: bool = False

    def __call__(self, option: str, text: str) -> float:
        """Return the number. Raises `UserError` for any other text."""
        told = clean(text)
        if re.fullmatch(NEGATIVE_NUMBER, told):
            raise self.refuse(option, f"cannot be negative: `{told}`")
        if not re.fullmatch(PLAIN_NUMBER, told) or len(told) > DIGITS_AT_MOST:
            raise self.refuse(option, f"is not a number within bounds: `{told[:40]}`")
        value = float(told)
        if self.is_whole and value != int(value):
            raise self.refuse(option, f"is not a whole number: `{told}`")
        if not self.at_least <= value <= self.at_most:
            raise self.refuse(option, f"is out of bounds: `{told}`")
        return int(value) if self.is_whole else value

    def refuse(self, option: str, what: str) -> UserError:
        """Return the error that says what is wrong, with the bounds as its hint."""
        from skillgap.rendering.layout.words import number

        kind = "whole number" if self.is_whole else "number"
        bounds = f"from {number(self.at_least, decimals=2)} to {number(self.at_most)}"
        return UserError(f"`{option}` {what}", hint=f"{option} takes a {kind} {bounds}")


def read_day(option: str, text: str) -> dt.date:
    """Return a calendar day, written year first. Raises `UserError` for any other text."""
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


class OneOf(msgspec.Struct, frozen=True):
    """Reads one of several words; errors call the parameter `name` where that is not its own."""

    choices: Sequence[str]
    name: str = ""

    def __call__(self, option: str, text: str) -> str:
        """Return the word. Raises `UserError` for any other, naming the nearest."""
        told = clean(text).lower()
        if told in self.choices:
            return told
        from difflib import get_close_matches

        from skillgap.rendering.layout.words import listed

        option = self.name or option
        near = get_close_matches(told, self.choices, n=1)
        takes = f"{option} takes {listed([f'`{each}`' for each in self.choices], 'or')}"
        hint = f"did you mean `{near[0]}`? {takes}" if near else takes
        raise UserError(f"`{option}` does not know `{clean(text)[:40]}`", hint=hint)


def read_languages(option: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return language codes, of which one text may have several, divided by commas.

    Raises `UserError` for a word that is none.
    """
    found = []
    for part in (part.strip() for text in texts for part in text.split(",")):
        if not re.fullmatch(LANGUAGE, part):
            raise UserError(
                f"`{option}` is not a language code: `{clean(part)[:40]}`",
                hint="use a code such as `en`, `de` or `pt-BR`",
            )
        found.append(part)
    return tuple(dict.fromkeys(found))


def read_preference(option: str, text: str) -> Preference:
    """Return what a plan is to be best in. Raises `UserError` for any other word."""
    from skillgap.planning.request import Preference

    return Preference(OneOf([each.value for each in Preference])(option, text))


def read_holidays(option: str, texts: Iterable[str]) -> tuple[Holiday, ...]:
    """Return days off, each text one day, or the first and the last with two dots between.

    Raises `UserError` for any other text.
    """
    from skillgap.domain.learner import Holiday

    found = []
    for text in texts:
        first, _, last = text.partition("..")
        days = [read_day(option, each.strip()) for each in (first, last or first)]
        if days[1] < days[0]:
            raise UserError(
                f"`{option}` ends before it begins: `{clean(text)[:40]}`",
                hint=f"write the first day first: `{option} 2027-07-01..2027-07-21`",
            )
        found.append(Holiday(*days))
    return tuple(found)
