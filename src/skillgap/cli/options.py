"""What several commands take, said once, and how what is typed is read, with errors that help."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from skillgap.cli.signature import Parameter
from skillgap.domain.gate import COUNTRIES, REGION_PATTERN, EducationLevel
from skillgap.domain.learner import Experience
from skillgap.errors import UserError
from skillgap.text import clean, listed, number

if TYPE_CHECKING:
    from skillgap.domain.learner import Holiday
    from skillgap.planning.request import Preference

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
        kind = "whole number" if self.is_whole else "number"
        bounds = f"from {number(self.at_least, decimals=2)} to {number(self.at_most)}"
        return UserError(f"`{option}` {what}", hint=f"{option} takes a {kind} {bounds}")


def did_you_mean(word: str, known: Sequence[str], to_type: str = "") -> str:
    """Return the question whether the nearest word was meant, an empty text where none is near.

    It is shown with what has `to_type` before it, and with a blank behind.
    """
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    return f"did you mean `{to_type}{near[0]}`? " if near else ""


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
        option = self.name or option
        takes = f"{option} takes {listed([f'`{each}`' for each in self.choices], 'or')}"
        hint = did_you_mean(told, self.choices) + takes
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


NONE_OF_IT: Final = "none"
"""Says that there is none, where saying nothing would leave it open."""


def read_education(option: str, text: str) -> EducationLevel:
    """Return the highest schooling that is completed. Raises `UserError` for any other word."""
    return EducationLevel(OneOf([each.value for each in EducationLevel])(option, text))


def read_experience(option: str, texts: Iterable[str]) -> tuple[Experience, ...]:
    """Return years of work, each text as `hr: 5` or `5`, or none for the word `none`.

    Raises `UserError` for any other text.
    """
    found = []
    for part in (part.strip() for text in texts for part in text.split(",")):
        if part.lower() == NONE_OF_IT:
            continue
        field, _, years = part.rpartition(":")
        try:
            read = YEARS(option, years)
        except UserError:
            raise UserError(
                f"`{option}` does not say how many years: `{clean(part)[:40]}`",
                hint=f'write the field and the years, `{option} "hr: 5"`, or `{option} none`',
            ) from None
        found.append(Experience(read, clean(field) or None))
    return tuple(found)


def read_licences(option: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names of licences, or none for the word `none`. Raises `UserError` for a blank."""
    parts = [clean(part) for text in texts for part in text.split(",")]
    if not all(parts):
        raise UserError(
            f"`{option}` names no licence",
            hint=f'write its name, `{option} "registered nurse"`, or `{option} none`',
        )
    return tuple(part for part in parts if part.lower() != NONE_OF_IT)


def read_region(option: str, text: str) -> str:
    """Return a region by ISO 3166. Raises `UserError` for any other text."""
    told = clean(text).upper()
    if not re.search(REGION_PATTERN, told) or told[:2] not in COUNTRIES:
        raise UserError(
            f"`{option}` is not a region: `{clean(text)[:40]}`",
            hint="write a country or a part of one by ISO 3166:"
            f" `{option} {'GB' if told[:2] == 'UK' else 'US-CA'}`",
        )
    return told


YOU: Final = "You"
DATA: Final = "Data"
OUTPUT: Final = "Output"

HOURS_PER_WEEK: Final = Number(0.5, 168)
YEARS: Final = Number(0, 80)

RoleOption = Annotated[
    str | None,
    Parameter("The role you want, in your own words. Default: the profile's.", "TEXT", YOU),
]
HaveOption = Annotated[
    tuple[str, ...],
    Parameter(
        "Skills you have, divided by commas, with levels 1-5 where you know them:"
        " `excel:3, sql=advanced`. May be repeated.",
        "TEXT",
        YOU,
    ),
]
HaveCredentialOption = Annotated[
    tuple[str, ...], Parameter("A credential you hold, by id or title. May be repeated.", "ID", YOU)
]
ProfileOption = Annotated[
    str | None, Parameter("Your profile. Default: ./skillgap.yaml where there is one.", "FILE", YOU)
]
EducationOption = Annotated[
    EducationLevel | None,
    Parameter(
        f"The highest schooling you completed: {listed(list(EducationLevel), 'or')}.",
        "LEVEL",
        YOU,
        read_education,
    ),
]
ExperienceOption = Annotated[
    tuple[Experience, ...] | None,
    Parameter(
        "Your years of work, with their field: `hr: 5`. `none` says no. May be repeated.",
        "FIELD: YEARS",
        YOU,
        read_experience,
    ),
]
LicenceOption = Annotated[
    tuple[str, ...] | None,
    Parameter(
        "A licence or registration you hold, by name. `none` says no. May be repeated.",
        "NAME",
        YOU,
        read_licences,
    ),
]
RegionOption = Annotated[
    str | None, Parameter("Where you work, by ISO 3166: `US-CA`.", "REGION", YOU, read_region)
]
StartOption = Annotated[
    dt.date | None, Parameter("The first day of study. Default: today.", "DATE", YOU, read_day)
]
HoursPerWeekOption = Annotated[
    float | None,
    Parameter("How much you study in a week. Default: 10.", "HOURS", YOU, HOURS_PER_WEEK),
]
NoInputOption = Annotated[
    bool,
    Parameter(
        "Never ask; report words that are unclear, as is done outside a terminal.", panel=YOU
    ),
]
CatalogOption = Annotated[
    tuple[str, ...],
    Parameter(
        "A catalog to use instead of the shipped one, a file or a folder. May be repeated.",
        "FILE",
        DATA,
    ),
]
RolesOption = Annotated[
    tuple[str, ...],
    Parameter(
        "Roles to use instead of the shipped ones, a file or a folder. May be repeated.",
        "PATH",
        DATA,
    ),
]
NoCacheOption = Annotated[
    bool,
    Parameter("Read the files themselves; neither open nor keep a compiled catalog.", panel=DATA),
]
TodayOption = Annotated[
    dt.date | None, Parameter("Judge dates as of this day. Default: today.", "DATE", DATA, read_day)
]
FormatOption = Annotated[
    str, Parameter("A report to read, or JSON for scripts.", panel=OUTPUT, read=OneOf(FORMATS))
]
OutputOption = Annotated[
    str | None, Parameter("Write to a file, whole or not at all.", "FILE", OUTPUT, also="-o")
]
FilesArgument = Annotated[
    tuple[str, ...], Parameter("Catalogs and roles, or folders of them.", "[PATH]...")
]


def this_day() -> dt.date:
    """Return the day that it is where the person is."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
