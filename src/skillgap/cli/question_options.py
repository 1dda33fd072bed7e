"""What else can be asked about a plan, as options."""

from __future__ import annotations

from typing import Annotated, Final

import typer

ASK: Final = "What else you ask"

WhyOption = Annotated[
    bool,
    typer.Option(
        "--why",
        help="Say of each step what the best path without it is like.",
        rich_help_panel=ASK,
    ),
]
WhyNotOption = Annotated[
    list[str] | None,
    typer.Option(
        "--why-not",
        metavar="ID",
        help="Say why this credential is not on the path, by id or title. May be repeated.",
        rich_help_panel=ASK,
    ),
]
AlternativesOption = Annotated[
    str | None,
    typer.Option(
        "--alternatives",
        metavar="N",
        help="Give the next best paths as well, and what each has more.",
        rich_help_panel=ASK,
    ),
]
TradeoffOption = Annotated[
    bool,
    typer.Option(
        "--tradeoff",
        help="Say what being done earlier costs: money against finish date.",
        rich_help_panel=ASK,
    ),
]
ExactOption = Annotated[
    bool,
    typer.Option(
        "--exact",
        help="List every point of the trade-off. Default: at most 8.",
        rich_help_panel=ASK,
    ),
]
