import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from skillgap.cli import kept_files
from skillgap.cli.kept_files import change_file, locked
from skillgap.errors import UserError


def test_a_file_is_made_changed_and_left(tmp_path):
    file = tmp_path / "kept.yaml"
    assert change_file(str(file), lambda text: text + "one\n")
    file.chmod(0o640)
    assert change_file(str(file), lambda text: text + "two\r\n")
    assert not change_file(str(file), lambda _: None)
    assert file.read_bytes() == b"one\ntwo\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["kept.yaml"]


def test_a_byte_order_mark_and_a_link_stay(tmp_path):
    (tmp_path / "real.yaml").write_bytes(b"\xef\xbb\xbfone\n")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert change_file(str(tmp_path / "link.yaml"), lambda text: f"{text}two\n")
    assert (tmp_path / "real.yaml").read_bytes() == b"\xef\xbb\xbfone\ntwo\n"
    assert (tmp_path / "link.yaml").is_symlink()


def test_a_change_that_fails_leaves_the_old(tmp_path):
    file = tmp_path / "kept.yaml"
    file.write_text("old\n", encoding="utf-8")

    def fail(text):
        raise ZeroDivisionError(text)

    with pytest.raises(ZeroDivisionError):
        change_file(str(file), fail)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [
        ("kept.yaml", "old\n")
    ]


def test_many_at_once_lose_nothing(tmp_path):
    file = tmp_path / "kept.yaml"
    start = threading.Barrier(8)

    def add(number):
        start.wait()
        return change_file(str(file), lambda text: f"{text}{number}\n")

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(add, range(8)))
    assert sorted(file.read_text(encoding="utf-8").split()) == list("01234567")
    assert [each.name for each in tmp_path.iterdir()] == ["kept.yaml"]


def test_a_lock_that_is_held_is_waited_for_and_then_told(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_files, "LOCK_SECONDS", 0.1)
    file = tmp_path / "kept.yaml"
    with locked(file), pytest.raises(UserError, match="somebody else is changing it"):
        change_file(str(file), lambda text: text)
    assert not file.exists()


def test_a_lock_of_a_process_that_died_holds_nobody_up(tmp_path):
    file = tmp_path / "kept.yaml"
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom skillgap.cli.kept_files import locked\n"
        "with locked(Path(sys.argv[1])):\n    os._exit(9)\n"
    )
    died = subprocess.run([sys.executable, "-c", script, str(file)], check=False)
    assert died.returncode == 9
    assert change_file(str(file), lambda _: "new\n")


def test_what_cannot_be_read_is_told(tmp_path):
    (tmp_path / "latin.yaml").write_bytes(b"\xff\xfe")
    for name in ("latin.yaml", "no-folder/kept.yaml"):
        with pytest.raises(UserError, match="cannot change"):
            change_file(str(tmp_path / name), lambda text: text)
