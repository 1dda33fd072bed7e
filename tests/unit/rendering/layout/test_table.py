from skillgap.rendering.layout.page import Column, lay_out, row
from skillgap.rendering.layout.spans import text_of


def drawn(columns, rows, width, indent=0):
    return [text_of(line) for line in lay_out(columns, rows, width, indent=indent)]


def test_columns_are_as_wide_as_their_widest_cell():
    columns = [Column("name"), Column("n", align_right=True)]
    assert drawn(columns, [row("a", "1"), row("bcd", "22")], 40) == [
        "name   n",
        "a      1",
        "bcd   22",
    ]


def test_only_flexible_columns_give_way_and_wrap():
    columns = [Column("", is_flexible=True, min_width=5), Column("")]
    assert drawn(columns, [row("alpha beta", "rigid cell")], 20) == [
        "alpha     rigid cell",
        "beta",
    ]


def test_a_flexible_column_is_narrower_than_its_bound_before_a_table_is_too_wide():
    columns = [Column("", is_flexible=True, min_width=10), Column("")]
    assert drawn(columns, [row("alpha beta", "rigid cell")], 18) == [
        "alpha   rigid cell",
        "beta",
    ]


def test_ids_give_way_last():
    columns = [
        Column("", is_flexible=True, min_width=4),
        Column("", is_flexible=True, min_width=4, has_ids=True),
    ]
    assert drawn(columns, [row("some title", "a-long-identifier")], 24) == [
        "some   a-long-identifier",
        "title",
    ]


def test_wide_characters_keep_the_columns_straight():
    assert drawn([Column(""), Column("")], [row("数据", "x"), row("abcd", "y")], 40) == [
        "数据  x",
        "abcd  y",
    ]


def test_no_rows_are_only_headers():
    assert drawn([Column("head")], [], 40) == ["head"]
    assert drawn([Column("")], [], 40) == []
