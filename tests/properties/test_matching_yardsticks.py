"""The promises of matching, measured on public sets where they are at hand."""

import pytest


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "first_right", "coverage_95"),
    [("tech_names_half", 0.77, 0.48), ("so_tags_half", 0.68, 0.45)],
)
def test_words_are_matched_as_well_as_promised(
    yardsticks, root, monkeypatch, name, first_right, coverage_95
):
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    from matching import measure
    from matching_sets import read_set

    figures = measure(read_set(yardsticks / "matching" / name))
    assert figures.queries > 100
    assert figures.first_right >= first_right
    assert figures.coverage_95 >= coverage_95
    assert figures.precision >= 0.95
    assert figures.nil_answered <= 0.03
    assert figures.queries_per_second > figures.wratio_per_second
