import io
import os
import shutil
import stat

import pytest

from skillgap.cli.streams import (
    columns_told,
    glyphs_for,
    is_colored,
    page_for,
    write_file,
    write_text,
)
from skillgap.errors import UserError
from skillgap.rendering.layout.terminal import ASCII, UNICODE


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def stream(encoding):
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({}, True),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "", "TERM": "xterm"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_color_is_for_terminals_that_want_it(monkeypatch, environment, colored):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert is_colored(Terminal()) is colored


def test_a_pipe_is_colored_only_when_asked(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert not is_colored(io.StringIO())
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert is_colored(io.StringIO())


def test_the_page_is_as_wide_as_columns_says(monkeypatch):
    monkeypatch.setenv("COLUMNS", "72")
    assert page_for(io.StringIO()).width == 72


def test_marks_depend_on_what_the_stream_can_say():
    assert glyphs_for(stream("utf-8")) is UNICODE
    assert glyphs_for(stream("ascii")) is ASCII
    assert glyphs_for(stream("latin-1")) is ASCII


def test_a_poor_stream_gets_what_it_can_say():
    poor = stream("ascii")
    assert write_text("Café → 数", poor)
    assert poor.buffer.getvalue() == b"Cafe > ?"


def test_nobody_reading_is_no_error():
    assert write_text("text", None) is False
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        assert write_text("text", pipe) is False


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_told():
    with open("/dev/full", "w", encoding="utf-8") as full, pytest.raises(UserError, match="space"):  # noqa: PTH123
        write_text("text", full)


def test_a_file_is_replaced_whole(tmp_path):
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    write_file("new\n", str(file))
    assert file.read_bytes() == b"new\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["plan.json"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file("new", str(tmp_path / "link.txt"))
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(UserError, match="cannot write"):
        write_file("half \ud800 pair", str(file))
    assert file.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.json"]


@pytest.mark.parametrize("name", ["missing/plan.json", "."])
def test_a_place_that_cannot_be_written_is_told(tmp_path, name):
    with pytest.raises(UserError, match="cannot write"):
        write_file("text", str(tmp_path / name))


def test_what_is_no_file_is_written_to_in_place():
    write_file("text", os.devnull)
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)  # noqa: PTH116


@pytest.mark.parametrize("said", ["72", "0", "-3", "wide", "", None])
def test_the_width_is_what_the_standard_library_finds(monkeypatch, said):
    monkeypatch.delenv("COLUMNS", raising=False)
    if said is not None:
        monkeypatch.setenv("COLUMNS", said)
    assert (columns_told() or 100) == shutil.get_terminal_size((100, 24)).columns
