"""The options that several commands share."""

from __future__ import annotations

from typing import Annotated, Final

import typer

YOU: Final = "You"
LIMITS: Final = "Limits"
BEST: Final = "What is best"
DATA: Final = "Data"
OUTPUT: Final = "Output"

FORMATS: Final = ("text", "json")

RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="TEXT",
        help="The role you want, in your own words. Default: the profile's.",
        rich_help_panel=YOU,
    ),
]
HaveOption = Annotated[
    list[str] | None,
    typer.Option(
        "--have",
        metavar="TEXT",
        help="Skills you have, divided by commas, with levels 1-5 where you know them:"
        " `excel:3, sql=advanced`. May be repeated.",
        rich_help_panel=YOU,
    ),
]
HaveCredentialOption = Annotated[
    list[str] | None,
    typer.Option(
        "--have-credential",
        metavar="ID",
        help="A credential you hold, by id or title. May be repeated.",
        rich_help_panel=YOU,
    ),
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="FILE",
        help="Your profile. Default: ./skillgap.yaml where there is one.",
        rich_help_panel=YOU,
    ),
]
StartOption = Annotated[
    str | None,
    typer.Option(
        "--start",
        metavar="DATE",
        help="The first day of study. Default: today.",
        rich_help_panel=YOU,
    ),
]
CatalogOption = Annotated[
    list[str] | None,
    typer.Option(
        "--catalog",
        metavar="FILE",
        help="A catalog to use instead of the shipped one, a file or a folder. May be repeated.",
        rich_help_panel=DATA,
    ),
]
RolesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--roles",
        metavar="PATH",
        help="Roles to use instead of the shipped ones, a file or a folder. May be repeated.",
        rich_help_panel=DATA,
    ),
]
NoCacheOption = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Read the files themselves; neither open nor keep a compiled catalog.",
        rich_help_panel=DATA,
    ),
]
NoInputOption = Annotated[
    bool,
    typer.Option(
        "--no-input",
        help="Never ask; report words that are unclear, as is done outside a terminal.",
        rich_help_panel=YOU,
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="text|json",
        help="A report to read, or JSON for scripts.",
        rich_help_panel=OUTPUT,
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to a file, whole or not at all.",
        rich_help_panel=OUTPUT,
    ),
]
TodayOption = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help="Judge dates as of this day. Default: today.",
        rich_help_panel=DATA,
    ),
]
TowardOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="STACK",
        help="Complete this stack, by id or title. May be repeated.",
        rich_help_panel=LIMITS,
    ),
]
MinRecognitionOption = Annotated[
    str | None,
    typer.Option(
        metavar="SHARE",
        help="Only what is recognized at least this much, from 0 to 1.",
        rich_help_panel=LIMITS,
    ),
]
HandsOnOption = Annotated[
    bool,
    typer.Option(
        "--hands-on",
        help="Only what rests on practice that is done or judged.",
        rich_help_panel=LIMITS,
    ),
]
AtOnceOption = Annotated[
    str | None,
    typer.Option(
        metavar="N",
        help="Work on at most so many credentials at once. Default: 1.",
        rich_help_panel=YOU,
    ),
]
HolidayOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FROM..TO",
        help="Days without study: 2027-07-01..2027-07-21. May be repeated.",
        rich_help_panel=YOU,
    ),
]
HorizonOption = Annotated[
    str | None,
    typer.Option(
        metavar="MONTHS",
        help="Count the renewals due within so many months of earning. Default: 0.",
        rich_help_panel=YOU,
    ),
]
