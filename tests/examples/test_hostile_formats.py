"""Hostile text in every output format that exists: inert, and told of by name."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import xml.etree.ElementTree as ET
from contextlib import redirect_stderr, redirect_stdout

import pytest

from skillgap.cli.main import main

FORMATS = ("text", "concise", "github", "json", "sarif", "junit")

TRICKS = {
    "color": "\x1b[31mred",
    "title": "\x1b]0;owned\x07x",
    "link": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "c1": "\x9b31mred",
    "clear": "\x1b[2J\x1b[1;1Hgone",
    "backspace": "safe\x08\x08\x08\x08evil",
    "bell": "ding\x07",
    "carriage": "good\rbad",
    "bidi": "a\u202egpj.exe",
    "isolate": "a\u2066b\u2069",
    "zero-width": "sq\u200bl",
    "line-separator": "a\u2028::error::b",
    "tag-character": "a\U000e0041b",
    "markup": "[bold red]x[/bold red]",
    "markup-link": "[link=https://evil.example]x[/link]",
    "unclosed-markup": "[/nothing]",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "entity": "&lt;b&gt; &amp;",
    "cdata": "]]><x/>",
    "xml-comment": "--><evil/><!--",
    "formula": "=cmd|'/c calc'!A1",
    "formula-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "annotation": "::error file=x,line=1::owned",
    "annotation-lines": "x\n::set-env name=PATH::/evil\n::stop-commands::t",
    "annotation-escaped": "%0A::error::owned%0D",
    "markdown": "](javascript:alert(1)) **b** `c` | d | <b>",
    "image": "![x](https://evil.example/x.png)",
    "mention": "@everyone #1 https://evil.example",
    "calendar": "x\nEND:VEVENT\nBEGIN:VEVENT",
    "path": "../../../../etc/passwd",
    "device": "con",
    "shell": "$(touch PWNED) `touch PWNED`; touch PWNED",
    "percent": "%s %d %(x)s {0} {x}",
    "long": "x" * 5_000,
    "nul": "a\x00b",
    "surrogate": "a\ud800b",
}


def run(*arguments):
    """Run a command in this process: exit code, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(arguments))
    return code, out.getvalue(), err.getvalue()


def quoted(text):
    """A text in double quotes, with everything that YAML wants escaped."""
    return json.dumps(text, ensure_ascii=True)


def catalog_with(trick):
    """A catalog that has a trick wherever text may stand, and mistakes that make it be quoted."""
    told = quoted(trick)
    return f"""\
schema_version: 1
currency: {told}
skills:
  - {{id: sql, label: {told}, aliases: [{told}], alignments: [{{framework: {told}}}]}}
  - {{id: {told}, label: x}}
  - {{id: r, label: {told}, {told}: 1, broader: [{told}]}}
issuers:
  - {{id: acme, name: {told}, url: {told}}}
credentials:
  - id: a
    title: {told}
    issuer: {told}
    awards: [{{skill: sql, level: {told}}}]
    workload_hours: 1
    price: {{amount: 1, per: {told}}}
    source: {{basis: read, as_of: {told}, note: {told}}}
  - id: b
    title: {told}
    issuer: nobody
    awards: [{{skill: missing, level: 1}}]
    workload_hours: 1
    price: {{amount: 1}}
"""


def assert_inert(form, out, err):
    """Nothing a terminal, a page or a workflow would obey is in the output."""
    for text in (out, err):
        assert [each for each in text if each != "\n" and not is_harmless(each)] == []
        assert "Traceback" not in text
        assert "SG901" not in text
    if form == "github":
        lines = out.splitlines()
        assert [each for each in lines if not re.match("::(error|warning|notice) ", each)] == []
        assert all("::" not in each.split("::", 2)[1] for each in lines)
    elif form in ("json", "sarif"):
        json.loads(out)
    elif form == "junit":
        cases = ET.fromstring(out.encode()).iter("testcase")  # noqa: S314 - our own output
        assert all(child.tag in ("failure", "system-out") for each in cases for child in each)
    elif form == "concise":
        assert all(re.match(r".*(error|warning|info)\[SG", each) for each in out.splitlines())


def is_harmless(character):
    """Whether a character neither moves nor hides anything."""
    number = ord(character)
    return (
        number >= 32
        and not 127 <= number < 160
        and not 0xD800 <= number < 0xE000
        and number not in {0x200B, 0x2028, 0x2029, 0xFEFF}
        and not 0x202A <= number <= 0x202E
        and not 0x2060 <= number <= 0x206F
        and not 0xE0000 <= number < 0xE0080
    )


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_a_trick_in_our_own_shapes_is_inert(tmp_path, monkeypatch, trick, form):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "catalog.yaml"
    file.write_text(catalog_with(trick), encoding="utf-8", errors="surrogatepass")
    code, out, err = run("validate", str(file), "--format", form)
    assert code == 1
    assert_inert(form, out, err)
    assert re.search("SG[1234][0-9]{2}", out)
    assert [each.name for each in tmp_path.iterdir()] == ["catalog.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "name",
    [
        "\x1b[31mred.yaml",
        "::error::x,line=1%0A.yaml",
        "<b>&\"'.yaml",
        "a\n::error::b.yaml",
        "é\u202eb.yaml",
    ],
    ids=["color", "annotation", "markup", "line", "bidi"],
)
def test_a_trick_in_the_name_of_a_file_is_inert(tmp_path, monkeypatch, name, form):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("schema_version: 1\nflavors: []\n", encoding="utf-8")
    code, out, err = run("validate", name, "--format", form)
    assert code == 1
    assert_inert(form, out, err)
    assert "SG202" in out


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_files_as_they_stand_are_inert(yardsticks, tmp_path, monkeypatch, form):
    monkeypatch.chdir(tmp_path)
    folder = yardsticks / "hostile"
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 100
    for row in rows:
        code, out, err = run("validate", str(folder / row["path"]), "--format", form)
        assert code in (1, 2) if row["expect"] == "reject" else code in (0, 1, 2), row["path"]
        assert_inert(form, out, err)
        assert "SG" in out or code == 0, row["path"]
    assert list(tmp_path.iterdir()) == []


MARKDOWN_TRICKS = {name: each for name, each in TRICKS.items() if len(each) <= 300}


@pytest.mark.parametrize("trick", MARKDOWN_TRICKS.values(), ids=MARKDOWN_TRICKS)
def test_a_trick_in_what_changed_is_inert(tmp_path, trick):
    text = "schema_version: 1\nskills:\n  - {{id: sql, label: {label}}}\n"
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(text.format(label="SQL"), encoding="utf-8")
    new.write_text(text.format(label=quoted(f"S {trick}")), encoding="utf-8")
    for form in ("text", "json", "markdown"):
        code, out, err = run("catalog", "diff", str(old), str(new), "--format", form)
        assert code in (0, 1)
        assert [
            each for each in out + err if not is_harmless(each) and each not in "\n\u200b"
        ] == []
        if form == "markdown" and code == 0:
            rows = [each for each in out.splitlines() if each.startswith("| changed")]
            assert len(rows) == 1
            (row,) = rows
            assert not re.search(r"<[a-z/!]|(?<!\\)\]\(|(?<!\\)!\[|://|@(?!\u200b)", row)
            assert len(re.findall(r"(?<!\\)\|", row)) == 6


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_a_trick_in_a_file_that_is_mended_or_laid_out_is_inert(tmp_path, trick):
    file = tmp_path / "catalog.yaml"
    text = (
        f"schema_version: 1\nskills:\n  - {{label: x, id: sql, aliases: [{quoted(trick)}, no]}}\n"
    )
    file.write_text(text, encoding="utf-8")
    for arguments in (("validate", "--diff"), ("catalog", "format", "--diff")):
        _, out, err = run(*arguments, str(file))
        assert [each for each in out + err if each != "\n" and not is_harmless(each)] == []
    assert file.read_text(encoding="utf-8") == text
