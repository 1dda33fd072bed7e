"""What help says of `skillgap plan`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations import panels
from skillgap.cli.declarations.shared import (
    CATALOG,
    FORMAT,
    HAVE,
    HAVE_CREDENTIAL,
    NO_CACHE,
    NO_INPUT,
    OUTPUT,
    PROFILE,
    ROLE,
    ROLES,
    START,
)
from skillgap.cli.declarations.words import Declaration, Words

PLAN: Final = Declaration(
    examples="""
skillgap plan --role "data analyst" --have "excel:3, sql"
skillgap plan --role "data analyst" --budget 300 --by 2027-12-31
skillgap plan --role "cloud engineer" --prefer cheapest --format json -o plan.json
""",
    words={
        "role": ROLE,
        "have": HAVE,
        "have_credential": HAVE_CREDENTIAL,
        "profile": PROFILE,
        "start": START,
        "no_input": NO_INPUT,
        "hours_per_week": Words("How much you study in a week. Default: 10.", "HOURS", panels.YOU),
        "at_once": Words(
            "Work on at most so many credentials at once. Default: 1.", "N", panels.YOU
        ),
        "holiday": Words(
            "Days without study: 2027-07-01..2027-07-21. May be repeated.", "FROM..TO", panels.YOU
        ),
        "horizon_months": Words(
            "Count the renewals due within so many months of earning. Default: 0.",
            "MONTHS",
            panels.YOU,
        ),
        "budget": Words("Spend at most this, in the catalog's currency.", "MONEY", panels.LIMITS),
        "hours": Words("Study at most this many hours in all.", "HOURS", panels.LIMITS),
        "by": Words("Be done by this day: YEAR-MONTH-DAY.", "DATE", panels.LIMITS),
        "max_credentials": Words("Earn at most this many credentials.", "N", panels.LIMITS),
        "issuer": Words(
            "Only from this issuer, by id or name. May be repeated.", "ID", panels.LIMITS
        ),
        "exclude": Words(
            "Never this credential, by id or title. May be repeated.", "ID", panels.LIMITS
        ),
        "include": Words(
            "Always this credential, by id or title. May be repeated.", "ID", panels.LIMITS
        ),
        "toward": Words(
            "Complete this stack, by id or title. May be repeated.", "STACK", panels.LIMITS
        ),
        "free_only": Words("Only what is free.", panel=panels.LIMITS),
        "verifiable_only": Words("Only what a third party can verify.", panel=panels.LIMITS),
        "min_recognition": Words(
            "Only what is recognized at least this much, from 0 to 1.", "SHARE", panels.LIMITS
        ),
        "hands_on": Words(
            "Only what rests on practice that is done or judged.", panel=panels.LIMITS
        ),
        "language": Words(
            "Only in this language, such as `en`. May be repeated.", "CODE", panels.LIMITS
        ),
        "prefer": Words(
            "balanced (default), cheapest, fastest, fewest, recognized or hands-on.",
            "WHAT",
            panels.BEST,
        ),
        "optional": Words("Cover optional skills as well.", panel=panels.BEST),
        "hour_value": Words(
            "What an hour of yours weighs against money. Default: 20.", "MONEY", panels.BEST
        ),
        "time_limit": Words(
            "Stop proving after this long and say how far it got. Default: 60.",
            "SECONDS",
            panels.BEST,
        ),
        "why": Words("Say of each step what the best path without it is like.", panel=panels.ASK),
        "why_not": Words(
            "Say why this credential is not on the path, by id or title. May be repeated.",
            "ID",
            panels.ASK,
        ),
        "alternatives": Words(
            "Give the next best paths as well, and what each has more.", "N", panels.ASK
        ),
        "tradeoff": Words(
            "Say what being done earlier costs: money against finish date.", panel=panels.ASK
        ),
        "exact": Words("List every point of the trade-off. Default: at most 8.", panel=panels.ASK),
        "catalog": CATALOG,
        "roles": ROLES,
        "no_cache": NO_CACHE,
        "form": FORMAT,
        "output": OUTPUT,
    },
)
