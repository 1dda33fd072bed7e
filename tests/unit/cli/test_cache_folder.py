import io
import sys

import pytest

from skillgap.cli import cache_folder
from skillgap.cli.cache_folder import Telling, open_cache, user_cache_folder


def test_xdg_cache_home_goes_first_where_it_is_absolute(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache_folder() == str(tmp_path / "skillgap")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_cache_folder() in (
        str(tmp_path / ".cache" / "skillgap"),
        str(tmp_path / "Library" / "Caches" / "skillgap"),
    )


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/skillgap/Cache"),
        ("win32", {"LOCALAPPDATA": ""}, None),
        ("darwin", {"HOME": "/home/me"}, "/home/me/Library/Caches/skillgap"),
        ("linux", {"HOME": "/home/me"}, "/home/me/.cache/skillgap"),
        ("linux", {"HOME": "nowhere"}, None),
    ],
)
def test_every_platform_has_its_own_place(monkeypatch, platform, variables, expected):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert user_cache_folder() == expected


def test_no_cache_is_none():
    assert open_cache(no_cache=True) is None
    assert open_cache(no_cache=False) is not None


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    times = iter([100.0, 100.4, 102.5, 102.55, 115.0, 115.1])
    monkeypatch.setattr(cache_folder.time, "monotonic", lambda: next(times))


def test_a_terminal_sees_one_line_that_goes_away(clock):
    stream = Terminal()
    telling = Telling(stream)
    for done in range(4):
        telling("reading credentials", done, 4)
    assert stream.getvalue() == "\r\x1b[Kcompiling the catalog: reading credentials 50%"
    telling("", 0, 0)
    assert stream.getvalue().endswith("50%\r\x1b[K")


def test_elsewhere_a_line_is_written_only_after_a_while(clock):
    stream = io.StringIO()
    telling = Telling(stream)
    for done in range(5):
        telling("reading credentials", done, 5)
    assert stream.getvalue() == (
        "compiling the catalog: reading credentials 40%\n"
        "compiling the catalog: reading credentials 80%\n"
    )
    telling("", 0, 0)


def test_no_stream_is_no_trouble():
    Telling(None)("reading", 0, 0)
