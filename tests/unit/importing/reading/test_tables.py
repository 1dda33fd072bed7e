"""Tables of text, row by row."""

from __future__ import annotations

import os

import pytest

from skillgap.importing.reading.tables import (
    COMMA_SEPARATED,
    TAB_SEPARATED,
    Columns,
    folder_tables,
    read_table,
)
from skillgap.importing.report import Ledger

COLUMNS = Columns({"name": ("Name", "Title"), "note": ("Note",)}, ("name",))


@pytest.fixture
def read(tmp_path):
    """Give a function that reads bytes as a table: rows, and what is told."""

    def run(content, dialect=COMMA_SEPARATED, columns=COLUMNS):
        file = tmp_path / "t.csv"
        file.write_bytes(content)
        ledger = Ledger()
        rows = [(origin.line, row["name"], row["note"]) for origin, row in
                read_table(file, columns, ledger, dialect)]  # fmt: skip
        report = ledger.close({}, {})
        told = [(each.line, each.reason) for each in report.remarks]
        return rows, told, report.tables[0]

    return run


def test_columns_are_found_by_any_of_their_headers_and_rows_have_their_first_line(read):
    content = b'\xef\xbb\xbf"note",title,x\n"two\nlines",A,1\n,B,2\n\n,,\nq,C,3\n'
    rows, told, table = read(content)
    assert rows == [(2, "A", "two\nlines"), (4, "B", ""), (7, "C", "q")]
    assert told == []
    assert (table.rows, table.carried, table.fields_left_out) == (3, 3, ("x",))


def test_a_quote_in_a_table_parted_by_tabs_is_a_quote(read):
    rows, _, _ = read(b'Name\tNote\n5" pipe\ta "b"\n', TAB_SEPARATED)
    assert rows == [(2, '5" pipe', 'a "b"')]


def test_a_row_of_another_width_is_left_out_unless_its_surplus_is_empty(read):
    rows, told, table = read(b"name,note\nA\nB,b\nC,c,,\nD,d,e\n")
    assert [row[1] for row in rows] == ["B", "C"]
    assert told == [(2, "wrong-width"), (5, "wrong-width")]
    assert (table.rows, table.carried) == (4, 2)


def test_a_cell_that_is_too_large_leaves_its_row_out(read):
    rows, told, _ = read(b"name,note\nA," + b"x" * 200_000 + b"\nB,b\n")
    assert [row[1] for row in rows] == ["B"]
    assert told == [(2, "wrong-type")]


def test_bytes_that_are_no_text_leave_their_row_out(read):
    rows, told, _ = read(b"name,note\n\xe9t\xe9,x\nB,b\n")
    assert [row[1] for row in rows] == ["B"]
    assert told == [(2, "not-utf-8")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "not-readable"), (b"\n\n", "not-readable"), (b"note\nx\n", "lacks-column"),
     ("name,note\nA,b\n".encode("utf-16"), "not-utf-8")],
)  # fmt: skip
def test_a_table_without_a_readable_header_is_not_read(read, content, reason):
    rows, told, table = read(content)
    assert (rows, [each[1] for each in told], table.rows) == ([], [reason], 0)


def test_a_pipe_or_a_missing_file_is_told_and_never_waited_for(tmp_path):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for file in (pipe, tmp_path / "none.csv"):
        ledger = Ledger()
        assert list(read_table(file, COLUMNS, ledger)) == []
        assert [each.reason for each in ledger.close({}, {}).remarks] == ["not-readable"]


def test_progress_ends_at_the_whole(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("name\n" + "A\n" * 5_000)
    heard = []
    rows = read_table(file, COLUMNS, Ledger(), progress=lambda *words: heard.append(words[1:]))
    assert len(list(rows)) == 5_000
    size = file.stat().st_size
    assert len(heard) > 2
    assert heard[-1] == (size, size)
    assert all(done <= total for done, total in heard)


def test_tables_are_found_by_the_spelling_of_their_names(folder):
    made = folder({"Job Zones.txt": "", "skills_en.csv": "", "read.md": "", "sub/x.csv": ""})
    found = folder_tables(made, dropped=("_en",))
    assert {name: file.name for name, file in found.items()} == {
        "jobzones": "Job Zones.txt",
        "skills": "skills_en.csv",
    }
