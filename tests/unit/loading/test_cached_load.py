import os
import resource
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

import skillgap
from skillgap.api import Learner, PlanRequest, load_catalog, match_skills, plan_path
from skillgap.domain.shelf import Shelf
from skillgap.loading.cache import load
from skillgap.loading.cache.file import HEADER_BYTES
from skillgap.loading.cache.folder import CacheFolder

CATALOG = """
schema_version: 1
skills: [{id: sql, label: SQL}, {id: excel, label: Excel}]
issuers: [{id: openlab, name: OpenLab}]
credentials:
  - {id: start, title: Start, issuer: openlab, awards: [{skill: sql, level: 2}],
     workload_hours: 20, price: {amount: 0}}
  - {id: more, title: More, issuer: openlab, awards: [{skill: sql, level: 3}],
     prerequisites: {skills: [{skill: sql, level: 2}]}, workload_hours: 40, price: {amount: 400}}
  - {id: idle, title: Idle, issuer: openlab, awards: [{skill: excel, level: 3}],
     workload_hours: 40, price: {amount: 400}}
stacks: [{id: both, title: Both, issuer: openlab, all_of: [start, more]}]
"""
ROLE = """
schema_version: 1
id: analyst
title: Analyst
requirements: [{skill: sql, level: 3, importance: 0.9, necessity: essential}]
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "catalog.yaml").write_text(CATALOG, encoding="utf-8")
    (tmp_path / "analyst.yaml").write_text(ROLE, encoding="utf-8")
    return [tmp_path / "catalog.yaml"], [tmp_path / "analyst.yaml"]


@pytest.fixture
def cache(tmp_path):
    return CacheFolder(tmp_path / "cache")


def plan_of(loaded):
    import datetime as dt

    return plan_path(loaded.catalog, PlanRequest("analyst", Learner(), dt.date(2026, 1, 5)))


def test_what_was_kept_is_equal_to_what_was_read(files, cache):
    read, kept, opened = load_catalog(*files), *(load_catalog(*files, cache=cache) for _ in "ab")
    assert len(cache.files()) == 1
    assert not isinstance(kept.catalog.credentials, Shelf)
    assert isinstance(opened.catalog.credentials, Shelf)
    assert (opened.catalog, opened.diagnostics) == (read.catalog, read.diagnostics)
    assert plan_of(opened) == plan_of(read)
    assert match_skills(opened.catalog, ["SQL"]) == match_skills(read.catalog, ["SQL"])


def test_a_plan_builds_only_what_it_looks_at(files, cache):
    load_catalog(*files, cache=cache)
    catalog = load_catalog(*files, cache=cache).catalog
    plan_of(load_catalog(*files, cache=cache))
    assert list(catalog.credentials.built) == []
    assert len(list(catalog.credentials.awarders("sql"))) == 2


def test_a_change_of_content_name_or_version_is_another_catalog(files, cache, monkeypatch):
    load_catalog(*files, cache=cache)
    files[0][0].write_text(CATALOG.replace("400", "300"), encoding="utf-8")
    assert load_catalog(*files, cache=cache).catalog.credentials["more"].price.amount == 300
    assert len(cache.files()) == 2
    monkeypatch.setattr(load, "__version__", "0.0.0")
    assert plan_of(load_catalog(*files, cache=cache)) == plan_of(load_catalog(*files))
    assert len(cache.files()) == 3


def test_errors_are_never_kept_and_warnings_are(files, cache):
    files[0][0].write_text(CATALOG + "nonsense: 1\n", encoding="utf-8")
    for _ in range(2):
        assert load_catalog(*files, cache=cache).has_errors
    assert cache.files() == ()
    files[0][0].write_text(CATALOG.replace("amount: 400", "amount: 99999"), encoding="utf-8")
    first, second = (load_catalog(*files, cache=cache).diagnostics for _ in range(2))
    assert first == second == load_catalog(*files).diagnostics
    assert len(cache.files()) == 1


def test_a_file_cut_off_anywhere_gives_the_same_plan_and_is_made_again(files, cache):
    expected = plan_of(load_catalog(*files))
    load_catalog(*files, cache=cache)
    (file,) = cache.files()
    whole = file.read_bytes()
    generator = Random(3)
    offsets = [*range(0, 1024, 31), *generator.sample(range(len(whole)), 12), HEADER_BYTES]
    for offset in offsets:
        file.write_bytes(whole[:offset])
        assert plan_of(load_catalog(*files, cache=cache)) == expected
        assert file.read_bytes() == whole


def test_a_part_that_is_damaged_is_read_from_the_files(files, cache):
    expected = load_catalog(*files)
    load_catalog(*files, cache=cache)
    (file,) = cache.files()
    whole = file.read_bytes()
    at = whole.index(b'"title":"More"')
    damaged = whole[:at] + b'"title":"Less"' + whole[at + 14 :]
    file.write_bytes(damaged)
    opened = load_catalog(*files, cache=cache)
    assert plan_of(opened) == plan_of(expected)
    assert opened.catalog == expected.catalog
    assert file.read_bytes() == whole


def test_bytes_changed_at_random_give_the_same_plan(files, cache):
    expected = plan_of(load_catalog(*files))
    load_catalog(*files, cache=cache)
    (file,) = cache.files()
    whole = file.read_bytes()
    generator = Random(5)
    for _ in range(40):
        content = bytearray(whole)
        for at in generator.sample(range(len(whole)), 40):
            content[at] = generator.randrange(256)
        file.write_bytes(content)
        assert plan_of(load_catalog(*files, cache=cache)) == expected


@pytest.mark.parametrize("obstacle", ["file", "full"])
def test_a_folder_that_cannot_be_written_changes_nothing(files, tmp_path, obstacle):
    expected = plan_of(load_catalog(*files))
    cache = CacheFolder(tmp_path / "blocked" / "inside")
    if obstacle == "file":
        (tmp_path / "blocked").write_text("", encoding="utf-8")
        assert plan_of(load_catalog(*files, cache=cache)) == expected
        return
    code = (
        "import resource, signal, sys, pathlib; from skillgap.api import load_catalog;"
        "from skillgap.loading.cache.folder import CacheFolder;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "loaded = load_catalog([sys.argv[1]], [sys.argv[2]],"
        " cache=CacheFolder(pathlib.Path(sys.argv[3])));"
        "print(len(loaded.catalog.credentials), len(list(pathlib.Path(sys.argv[3]).iterdir())))"
    )
    assert resource.RLIMIT_FSIZE
    command = [sys.executable, "-c", code, files[0][0], files[1][0], cache.folder]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("3 0\n", "")


def test_two_runs_at_once_on_an_empty_cache_say_the_same(files, tmp_path):
    command = [
        *(sys.executable, "-m", "skillgap", "plan", "--role", "analyst", "--start", "2026-01-05"),
        *("--catalog", files[0][0], "--roles", files[1][0]),
    ]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "empty")}

    def run(_):
        return subprocess.run(command, capture_output=True, env=environment, check=True).stdout

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(run, range(2))
    assert first == second == run(0)
    assert b"more" in first.lower()
    left = sorted(each.name for each in (tmp_path / "empty" / "skillgap").iterdir())
    assert len(left) == 1
    assert left[0].startswith("catalog-")


def test_the_progress_is_told(files, tmp_path):
    told = []
    load_catalog(*files, cache=CacheFolder(tmp_path / "c", lambda *each: told.append(each)))
    assert ("reading credentials", 0, 3) in told
    assert told[-1] == ("", 0, 0)


def test_a_fingerprint_needs_files_that_can_be_read(tmp_path):
    assert load.fingerprint([("", [str(tmp_path / "missing")])]) is None
    assert load.fingerprint([("", [str(tmp_path)])]) is None
    assert skillgap.__version__
