"""The words of the glossary, and those it keeps out of names and docstrings."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path

OWN_WORDS = {
    "solver": {
        "column": "HiGHS calls a variable so",
        "row": "HiGHS calls a constraint so",
        "walk": "the standard library goes through folders with it",
    },
}
"""Where a word that is kept out elsewhere is the word of something foreign, and of what."""


NOWHERE = {"contender", "crosser", "gauge", "mold", "outweighed", "pour", "timetable"}
"""Words of the last columns that mean nothing to anybody else, in whatever room."""


def kept_out(root: Path, heading: str) -> set[str]:
    """The words in the last column of the table under a heading of the glossary."""
    text = (root / "docs" / "glossary.md").read_text(encoding="utf-8")
    section = text.split(f"# {heading}\n", 1)[1].split("\n#", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][2:]
    return {word for row in rows for word in re.findall(r"\w+", row.split("|")[-2])}


def words_of(text: str) -> set[str]:
    """The words in a name or a text, without the s of a plural."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", text)
    return {word.lower() for word in words} | {word.lower().removesuffix("s") for word in words}


def words_in(file: Path) -> set[str]:
    """The words in the names, the docstrings and the comments of a module, and in its own name."""
    source = file.read_text(encoding="utf-8")
    found = words_of(file.stem)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NAME, tokenize.COMMENT):
            found |= words_of(token.string)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found |= words_of(re.sub(r"`[^`]*`", "", str(node.value.value)))
    return found


def test_planning_is_said_in_the_words_of_the_glossary(root):
    planning = root / "src" / "skillgap" / "planning"
    kept = kept_out(root, "Planning")
    assert {"crosser", "bar", "leg", "timetable"} <= kept
    astray = {
        str(file.relative_to(planning)): words
        for file in sorted(planning.rglob("*.py"))
        if (words := kept & words_in(file) - OWN_WORDS.get(file.parent.name, {}).keys())
    }
    assert astray == {}


def test_private_words_are_in_no_name_of_any_room(root):
    package = root / "src" / "skillgap"
    assert kept_out(root, "Words of the code") | kept_out(root, "Planning") >= NOWHERE
    astray = {
        str(file.relative_to(package)): words
        for file in sorted(package.rglob("*.py"))
        if (words := NOWHERE & words_in(file))
    }
    assert astray == {}


def test_a_docstring_returns_and_does_not_give(root):
    planning = root / "src" / "skillgap" / "planning"
    giving = [
        f"{file.relative_to(planning)}:{number}"
        for file in sorted(planning.rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.match(r'\s*"""Gives? ', line)
    ]
    assert giving == []
