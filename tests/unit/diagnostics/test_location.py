from __future__ import annotations

from skillgap.diagnostics.location import Location, SourceMap, format_path


def test_a_place_is_written_as_one_would_index_it():
    assert format_path(("credentials", 6, "awards", 0, "skill")) == "credentials[6].awards[0].skill"
    assert format_path(()) == ""


def test_an_unknown_place_is_located_at_the_nearest_around_it():
    source = SourceMap("a.yaml", (), {(): Location("a.yaml", 1), ("x",): Location("a.yaml", 2)})
    assert source.locate(("x", 3, "y")) == Location("a.yaml", 2)
    assert source.locate(("z",)) == Location("a.yaml", 1)


def test_a_key_has_a_place_of_its_own():
    source = SourceMap("a", (), {("x",): Location("a", 1, 4)}, {("x",): Location("a", 1, 1)})
    assert source.locate(("x",), key=True) == Location("a", 1, 1)
    assert source.locate(("x",)) == Location("a", 1, 4)
