import datetime as dt

import pytest
from msgspec.structs import replace

from skillgap.domain.source import Basis, Confidence, Source
from skillgap.rendering.sources_text import Footing, footing, tell_age, tell_footing, tell_source

OLDEST = dt.date(2026, 5, 1)


@pytest.mark.parametrize(("days", "aged"), [(-30, 0), (365, 0), (366, 1)])
def test_footing_counts_what_was_read_and_how_long_before_the_start(catalog, days, aged):
    start = OLDEST + dt.timedelta(days=days)
    found = footing(catalog, ["sql-start", "sql-more"], start)
    assert found == Footing(2, 1, 1, aged, OLDEST)


def test_one_figure_that_was_read_counts_by_its_own_date(catalog):
    credential = replace(
        catalog.credentials["sql-more"],
        field_sources={"price": Source(Basis.READ, dt.date(2024, 1, 1))},
    )
    known = replace(catalog, credentials={"sql-more": credential})
    found = footing(known, ["sql-more"], OLDEST)
    assert found == Footing(1, 0, 1, 1, dt.date(2024, 1, 1))


def test_old_figures_are_told_with_the_oldest():
    assert tell_age(Footing(2, 2, 0, 0, OLDEST)) == ""
    told = "Prices or hours of 1\u00a0step were read more than a year before the start"
    assert tell_age(Footing(3, 2, 0, 1, OLDEST)) == f"{told}: look them up again"
    assert tell_age(Footing(3, 0, 0, 1, OLDEST)) == (
        f"{told}, the oldest as of 2026-05-01: look them up again"
    )


def test_a_plan_says_on_what_it_rests():
    assert [
        tell_footing(each)
        for each in (
            Footing(0, 0, 0, 0, None),
            Footing(2, 2, 0, 0, OLDEST),
            Footing(3, 1, 0, 0, OLDEST),
            Footing(1, 0, 0, 0, None),
        )
    ] == [
        "",
        "Prices and hours were read from their sources, the oldest as of 2026-05-01",
        (
            "Prices and hours of 1 of 3\u00a0steps were read from their sources, the oldest as of"
            " 2026-05-01; the others are general knowledge: check before you pay"
        ),
        "Prices and hours are general knowledge, not read from a page: check before you pay",
    ]


def test_a_source_is_told_in_one_line():
    source = Source(
        Basis.READ, dt.date(2026, 5, 1), "https://a.example/\x1b[0m", Confidence.LOW, "n"
    )
    assert tell_source(source) == "read, as of 2026-05-01, low confidence: https://a.example/ (n)"
    assert tell_source(None) == "not stated"


def test_figures_read_in_part_are_not_called_unread():
    found = Footing(steps=2, read=0, low=0, aged=1, oldest=dt.date(2024, 6, 18))
    assert tell_footing(found) == (
        "Prices and hours rest in part on general knowledge: check before you pay"
    )
