"""What help says of the parameters that several commands have."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations import panels
from skillgap.cli.declarations.words import Words

ROLE: Final = Words(
    "The role you want, in your own words. Default: the profile's.", "TEXT", panels.YOU
)
HAVE: Final = Words(
    "Skills you have, divided by commas, with levels 1-5 where you know them:"
    " `excel:3, sql=advanced`. May be repeated.",
    "TEXT",
    panels.YOU,
)
HAVE_CREDENTIAL: Final = Words(
    "A credential you hold, by id or title. May be repeated.", "ID", panels.YOU
)
PROFILE: Final = Words(
    "Your profile. Default: ./skillgap.yaml where there is one.", "FILE", panels.YOU
)
START: Final = Words("The first day of study. Default: today.", "DATE", panels.YOU)
CATALOG: Final = Words(
    "A catalog to use instead of the shipped one, a file or a folder. May be repeated.",
    "FILE",
    panels.DATA,
)
ROLES: Final = Words(
    "Roles to use instead of the shipped ones, a file or a folder. May be repeated.",
    "PATH",
    panels.DATA,
)
NO_CACHE: Final = Words(
    "Read the files themselves; neither open nor keep a compiled catalog.", panel=panels.DATA
)
NO_INPUT: Final = Words(
    "Never ask; report words that are unclear, as is done outside a terminal.", panel=panels.YOU
)
FORMAT: Final = Words("A report to read, or JSON for scripts.", "text|json", panels.OUTPUT)
OUTPUT: Final = Words("Write to a file, whole or not at all.", "FILE", panels.OUTPUT)
TODAY: Final = Words("Judge dates as of this day. Default: today.", "DATE", panels.DATA)
