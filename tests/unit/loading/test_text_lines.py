from __future__ import annotations

from skillgap.diagnostics.location import Location
from skillgap.loading.yaml.text import TextLines


def test_an_offset_becomes_a_line_and_a_column():
    lines = TextLines("ab\ncd\r\nef\rgh")
    assert lines.lines == ("ab", "cd", "ef", "gh")
    assert lines.location("f", 4, 5) == Location("f", 2, 2, 1)
    assert lines.location("f", 7, 9) == Location("f", 3, 1, 2)
    assert lines.location("f", 11, 12) == Location("f", 4, 2, 1)


def test_a_length_ends_with_the_line():
    assert TextLines("ab\ncd").location("f", 1, 5) == Location("f", 1, 2, 1)
    assert TextLines("").location("f", 0, 0) == Location("f", 1, 1, 1)


def test_a_line_that_is_not_there_has_no_text():
    assert TextLines("ab").line_of(Location("f", 2)) is None
