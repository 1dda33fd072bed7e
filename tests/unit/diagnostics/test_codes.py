"""The catalogue of codes is whole: nothing missing, nothing left over, all of it named well."""

from __future__ import annotations

import ast
import re

import pytest

from skillgap.diagnostics.codes import (
    BY_CODE,
    CODES,
    CodeEntry,
    code_entry,
    read_entries,
    read_page,
)
from skillgap.errors import InternalError

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


PAGE = """\
# Diagnostics

## SG3xx: names

### SG302 unknown-skill

warning: No catalog at hand
has a skill of that id.

Why it matters: It can never
count.

```yaml
awards:
  - data-viz
```

Instead:

```yaml
awards: [sql]
```

## SG4xx: sense
"""


def test_an_entry_is_read_from_the_page():
    assert read_entries(PAGE) == (
        CodeEntry(
            code="SG302",
            name="unknown-skill",
            severity="warning",
            meaning="No catalog at hand has a skill of that id.",
            why="It can never count.",
            example="awards:\n  - data-viz",
            instead="awards: [sql]",
        ),
    )


@pytest.mark.parametrize("part", ["warning:", "Why it matters:", "Instead:", "[sql]\n```"])
def test_an_entry_that_lacks_a_part_is_a_fault_of_ours(part):
    with pytest.raises(InternalError, match="the entry `SG302 unknown-skill` is not whole"):
        read_entries(PAGE.replace(part, ""))


def test_every_heading_of_the_page_is_an_entry():
    headings = re.findall(r"^#+ (SG[0-9]{3}) ", read_page(), re.MULTILINE)
    assert headings == [entry.code for entry in CODES]


def test_an_unknown_code_is_a_key_error():
    with pytest.raises(KeyError):
        code_entry("SG000")
