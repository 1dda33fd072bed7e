import json

import pytest


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "skillgap"


def test_a_catalog_is_kept_counted_and_cleared(run, folder):
    first = run("roles")
    (file,) = folder.iterdir()
    assert run("roles") == first
    code, out, err = run("cache", "info", data=False)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == str(folder)
    assert out.splitlines()[1].startswith("1 compiled catalog, 0")
    told = json.loads(run("cache", "info", "--format", "json", data=False)[1])
    assert told == {
        "schema_version": 1,
        "folder": str(folder),
        "catalogs": 1,
        "bytes": file.stat().st_size,
    }
    assert run("cache", "clear", data=False) == (0, "", "removed 1 compiled catalog\n")
    assert list(folder.iterdir()) == []
    assert run("cache", "clear", data=False)[0] == 0


@pytest.mark.parametrize("command", [["roles"], ["match", "sql"], ["show", "sql"]])
def test_no_cache_neither_opens_nor_keeps(run, folder, command):
    assert run(*command, "--no-cache")[0] == 0
    assert not folder.exists()
    assert run(*command, "--no-cache") == run(*command)
