"""The options that several commands have, and the sections of help that they stand in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final

from skillgap.cli.line.parameters import FORMATS, Number, OneOf, Parameter, read_day

YOU: Final = "You"
DATA: Final = "Data"
OUTPUT: Final = "Output"

HOURS_PER_WEEK: Final = Number(0.5, 168)

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
    tuple[str, ...],
    Parameter("A credential you hold, by id or title. May be repeated.", "ID", YOU),
]
ProfileOption = Annotated[
    str | None,
    Parameter("Your profile. Default: ./skillgap.yaml where there is one.", "FILE", YOU),
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
