"""Nothing that a person reads is wider than a page of 60 columns."""

from __future__ import annotations

import itertools

import pytest
from runner import WORLD, case_files, read_case, run_case
from test_golden import MACHINE_FORMATS

from skillgap.api import load_catalog
from skillgap.cli.command_table import COMMANDS, GROUPS
from skillgap.rendering.layout.page import Page
from skillgap.rendering.layout.spans import text_of
from skillgap.rendering.show.text import write_shown
from skillgap.text import columns

WIDTH = 60
HELPS = [
    [],
    *([name] for name, *_ in COMMANDS),
    *([group] for group, *_ in GROUPS),
    *([group, name] for group, rows, _ in GROUPS for name, *_ in rows),
]


def too_wide(args, **case):
    """The lines of a command's report that do not fit, at 60 columns."""
    environment = case.pop("environment", {}) | {"COLUMNS": str(WIDTH)}
    told = run_case({"args": args, "environment": environment, **case})
    assert told["stdout"]
    return [line for line in told["stdout"].splitlines() if columns(line) > WIDTH]


def reports():
    """Every golden case whose report a person reads, but for records as they stand in a file."""
    for file in case_files():
        case = read_case(file)
        args = case["args"]
        is_records = args[0:1] == ["import"] and "--dry-run" not in args
        is_records |= args[:2] == ["catalog", "format"]
        if case["stdout"] and not is_records and not MACHINE_FORMATS & set(args):
            yield pytest.param(case, id=file.stem)


@pytest.mark.parametrize("case", list(reports()))
def test_a_report_fits(case):
    given = {
        key: case[key] for key in ("folder", "stdin", "encoding", "environment") if key in case
    }
    assert too_wide(case["args"], **given) == []


@pytest.mark.parametrize("words", HELPS, ids=lambda words: " ".join(words) or "skillgap")
def test_help_fits(words):
    assert too_wide([*words, "--help"]) == []


def test_every_card_fits():
    given = ["--catalog", "catalog.yaml", "--roles", "roles"]
    catalog = load_catalog([str(WORLD / "catalog.yaml")], [str(WORLD / "roles")]).catalog
    shown = list(itertools.chain(*sections_of(catalog)))
    assert len(shown) > 20
    assert {each: wide for each in shown if (wide := too_wide(["show", each, *given]))} == {}


@pytest.mark.slow
def test_every_card_of_the_shipped_catalog_fits():
    catalog = load_catalog().catalog
    wide = {}
    for section in sections_of(catalog):
        for each in section.values():
            page = Page(WIDTH)
            write_shown(page, each, catalog)
            told = [text for line in page.lines if columns(text := text_of(line)) > WIDTH]
            wide |= {each.id: told} if told else {}
    assert wide == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    "args",
    [
        ["plan", "--role", "data-analyst", "--tradeoff", "--start", "2026-11-02"],
        ["plan", "--role", "accountant", "--alternatives", "2", "--start", "2026-11-02"],
        ["gap", "--role", "data-analyst", "--have", "excel:3, sql", "--start", "2026-11-02"],
        ["roles", "--near", "me", "--have", "excel:3, sql", "--start", "2026-11-02"],
        ["roles"],
        ["match", "AWS certified", "flibbertigibbet"],
        ["catalog", "stats"],
    ],
    ids=" ".join,
)
def test_a_report_on_the_shipped_catalog_fits(args):
    assert too_wide(args) == []


def sections_of(catalog):
    """The things of a catalog that have a card, by kind."""
    return (
        catalog.skills,
        catalog.issuers,
        catalog.credentials,
        catalog.stacks,
        catalog.roles,
    )
