import datetime as dt

from skillgap.domain.source import Basis, Confidence, Source
from skillgap.rendering.sources_text import Footing, footing, tell_footing, tell_source


def test_footing_counts_what_was_read(catalog):
    assert footing(catalog, ["sql-start", "sql-more"]) == Footing(2, 1, 1, dt.date(2026, 5, 1))


def test_a_plan_says_on_what_it_rests():
    oldest = dt.date(2026, 5, 1)
    assert [
        tell_footing(each)
        for each in (
            Footing(0, 0, 0, None),
            Footing(2, 2, 0, oldest),
            Footing(3, 1, 0, oldest),
            Footing(1, 0, 0, None),
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
