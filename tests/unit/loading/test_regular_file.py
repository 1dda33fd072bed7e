from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from skillgap.loading.yaml.files import read_regular_file

LIMIT = 100
NOBODY = 65534

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")


def code(file):
    told = read_regular_file(file, limit=LIMIT)
    return told if isinstance(told, bytes) else told.code


def test_the_bytes_of_a_file_are_given_as_they_are(tmp_path):
    (tmp_path / "a").write_bytes(b"\x00\xff\r\n")
    assert code(tmp_path / "a") == b"\x00\xff\r\n"


def test_exactly_the_limit_is_read_and_one_more_is_not(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * LIMIT)
    (tmp_path / "b").write_bytes(b"x" * (LIMIT + 1))
    assert code(tmp_path / "a") == b"x" * LIMIT
    assert code(tmp_path / "b") == "SG104"


def test_a_name_without_a_file(tmp_path):
    assert code(tmp_path / "missing") == "SG101"
    (tmp_path / "file").write_bytes(b"")
    assert code(tmp_path / "file" / "inside") == "SG101"
    assert code(tmp_path / "nul\0byte") == "SG102"
    assert code(tmp_path / ("x" * 5000)) == "SG102"


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_not_read(device):
    from pathlib import Path

    assert code(Path(device)) in ("SG101", "SG103")


@posix
def test_a_pipe_without_a_writer_does_not_wait(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert code(tmp_path / "pipe") == "SG103"


@posix
def test_links_are_followed_unless_they_lead_back(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "good").symlink_to("a")
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "dead").symlink_to("gone")
    assert code(tmp_path / "good") == b"x"
    assert code(tmp_path / "round") == "SG102"
    assert code(tmp_path / "dead") == "SG101"


def test_a_folder_is_no_file(tmp_path):
    assert code(tmp_path) in ("SG103", "SG102")


@pytest.fixture
def nobody():
    """Be somebody whom files are closed to: root reads all."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


@pytest.fixture
def open_folder():
    """A folder that everybody may look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "a").write_bytes(b"x")
        (folder / "shut").write_bytes(b"x")
        (folder / "shut").chmod(0)
        yield folder


@posix
def test_a_file_that_may_not_be_read(open_folder, nobody):
    assert code(open_folder / "a") == b"x"
    assert code(open_folder / "shut") == "SG102"


def test_a_name_with_an_escape_is_shown_without_it(tmp_path):
    told = read_regular_file(tmp_path / "\x1b[31mred", limit=LIMIT)
    assert "\x1b" not in told.message + told.location.file
