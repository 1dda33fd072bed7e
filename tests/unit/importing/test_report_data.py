"""The account of an import."""

from __future__ import annotations

import ast
import re

import pytest

from skillgap.importing.reasons import REASONS
from skillgap.importing.report import Ledger
from skillgap.importing.report_data import report_lines


@pytest.fixture
def report():
    ledger = Ledger()
    table = ledger.table("t.csv")
    table.rows = 6
    table.fields.update(["x"])
    for line in (5, 4, 3, 2):
        table.at(line).leave("duplicate", f"row {line}")
    table.at(6).remark("no-awards", "a\x1bb")
    ledger.unread.append("other.csv")
    ledger.notes.append("a rule")
    return ledger.close({"skills": 1, "roles": 2}, {"skills": 1})


def test_lines_tell_the_first_of_many(report):
    assert [" " * indent + line for indent, line in report_lines(report)] == [
        "1 skill, 2 roles",
        "1 skill met in the catalog",
        "6 rows read: 2 carried, 4 left out",
        "",
        "t.csv: 6 rows, 2 carried",
        "  4 duplicate (left out): the same record stands here a second time",
        "    t.csv:2: row 2",
        "    t.csv:3: row 3",
        "    t.csv:4: row 4",
        "    and 1 more",
        f"  1 no-awards (carried without it): {REASONS['no-awards']}",
        "    t.csv:6: a\\x1bb",
        "  columns with no place of ours: x",
        "",
        "not read: other.csv",
        "",
        "note: a rule",
    ]


def test_a_reason_without_a_meaning_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        Ledger().table("t").at(1).remark("unheard-of")


def test_every_reason_is_given_somewhere(root):
    used = set()
    for file in (root / "src/skillgap/importing").rglob("*.py"):
        if file.name == "reasons.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                used.add(node.value)
    assert len(REASONS) > 30
    assert sorted(REASONS.keys() - used) == []
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) for each in REASONS)
