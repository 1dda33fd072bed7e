"""The catalogue of codes is whole: nothing missing, nothing left over, all of it named well."""

from __future__ import annotations

import ast
import re

import pytest

from skillgap.diagnostics.codes import BY_CODE, CODES, code_entry

CODE = re.compile(r"SG[0-9]{3}\Z")
FAMILIES = {
    "1": "text",
    "2": "shape",
    "3": "references",
    "4": "sense",
    "5": "words",
    "6": "planning",
    "9": "us",
}
CURES = (
    "use-",
    "add-",
    "avoid-",
    "fix-",
    "write-",
    "no-duplicate",
    "require-",
    "prefer-",
    "remove-",
)


def codes_written_in(root):
    """Every code that a module outside of the catalogue names."""
    found = set()
    for file in sorted((root / "src" / "skillgap").rglob("*.py")):
        if file.parent.name == "diagnostics" and file.stem.startswith("codes"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update([node.value] if CODE.match(node.value) else [])
    return found


def test_every_code_that_is_used_is_in_the_catalogue(root):
    used = codes_written_in(root)
    assert len(used) > 45
    assert used - BY_CODE.keys() == set()


def test_every_code_of_files_is_used(root):
    about_files = {entry.code for entry in CODES if entry.code[2] in "1234"}
    assert len(about_files) > 45
    assert about_files - codes_written_in(root) == set()


def test_codes_and_names_are_each_used_once():
    assert len({entry.code for entry in CODES}) == len(CODES)
    assert len({entry.name for entry in CODES}) == len(CODES)
    assert [entry.code for entry in CODES] == sorted(entry.code for entry in CODES)


@pytest.mark.parametrize("entry", CODES, ids=lambda entry: entry.code)
def test_entry_is_whole(entry):
    assert CODE.match(entry.code)
    assert entry.code[2] in FAMILIES
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", entry.name)
    assert not entry.name.startswith(CURES)
    assert entry.severity in ("error", "warning", "info")
    assert entry.meaning.endswith(".")
    assert entry.why.endswith((".", "?"))
    assert entry.example.strip()
    assert entry.instead.strip()
    assert entry.example != entry.instead


def test_an_unknown_code_is_a_key_error():
    with pytest.raises(KeyError):
        code_entry("SG000")
