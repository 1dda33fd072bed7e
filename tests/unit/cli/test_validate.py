from __future__ import annotations

import gc
import json

import pytest

from skillgap.cli.main import main

CATALOG = """\
schema_version: 1
currency: USD
skills:
  - {id: sql, label: SQL}
issuers:
  - {id: acme, name: Acme}
credentials:
  - id: basics
    title: Basics
    issuer: acme
    awards: [{skill: sql, level: 2}]
    workload_hours: 20
    price: {amount: 40}
    source: {basis: general-knowledge}
"""
STALE = CATALOG.replace(
    "{basis: general-knowledge}", "{basis: read, url: https://example.org/, as_of: 2015-01-01}"
)


@pytest.fixture
def validate(tmp_path, monkeypatch, capsys):
    """Write `catalog.yaml`, validate, and give the exit code and both outputs."""
    monkeypatch.chdir(tmp_path)

    def run(text, *arguments):
        if text is not None:
            (tmp_path / "catalog.yaml").write_text(text, encoding="utf-8")
        code = main(["validate", "catalog.yaml", "--today", "2027-01-01", *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_a_clean_catalog_passes(validate):
    assert validate(CATALOG) == (0, "1 skill, 1 issuer and 1 credential: no problems\n", "")


def test_a_warning_fails_only_where_that_is_asked_for(validate):
    assert validate(STALE)[0] == 0
    assert validate(STALE, "--strict")[0] == 1
    assert validate(STALE, "--strict", "--ignore", "stale-reading")[0] == 0


def test_a_remark_never_fails(validate):
    text = CATALOG.replace("40}", "40}\n    offered_until: 2027-02-01")
    code, out, _ = validate(text, "--strict")
    assert (code, "info[SG418]" in out) == (0, True)


def test_what_is_not_selected_does_not_count(validate):
    text = CATALOG.replace("skill: sql", "skill: missing")
    assert validate(text)[0] == 1
    assert validate(text, "--select", "SG4")[0] == 0
    assert validate(text, "--ignore", "SG302")[0] == 0


def test_a_file_that_cannot_be_read_is_never_deselected(validate):
    assert validate("a: [", "--select", "SG4")[0] == 1
    assert validate("a: [", "--ignore", "SG1")[0] == 1


def test_nothing_to_look_at_is_no_pass(tmp_path, capsys):
    (tmp_path / "note.txt").write_text("x", encoding="utf-8")
    assert main(["validate", str(tmp_path)]) == 2
    assert main(["validate", str(tmp_path / "none.yaml")]) == 2
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert main(["validate", str(tmp_path)]) == 2
    assert "SG105" in capsys.readouterr().out


def test_mending_is_written_and_what_is_left_is_told(validate, tmp_path):
    text = CATALOG.replace("title:", "titel:").replace("sql, level", "cobol, level")
    code, out, err = validate(text.replace("Acme}", "Acme}  # mine"), "--fix")
    assert code == 1
    assert "unknown skill `cobol`" in out
    assert "mended catalog.yaml: 1\u00a0change" in err.replace("1 change", "1\u00a0change")
    assert (tmp_path / "catalog.yaml").read_text(encoding="utf-8") == CATALOG.replace(
        "sql, level", "cobol, level"
    ).replace("Acme}", "Acme}  # mine")


def test_what_shows_only_after_mending_is_mended_too(validate, tmp_path):
    skill = "  - {id: data-visualization, label: Data visualization}\nissuers:"
    text = CATALOG.replace("issuers:", skill)
    wrong = text.replace("skill: sql", "skill: data-visualisation").replace("title:", "titel:")
    assert validate(wrong, "--fix")[0] == 0
    assert (tmp_path / "catalog.yaml").read_text(encoding="utf-8") == text.replace(
        "skill: sql", "skill: data-visualization"
    )


def test_a_difference_writes_nothing(validate, tmp_path):
    text = CATALOG.replace("40}", '"40"}')
    code, out, _ = validate(text, "--fix", "--diff")
    assert code == 1
    assert '-    price: {amount: "40"}\n+    price: {amount: 40}\n' in out
    assert (tmp_path / "catalog.yaml").read_text(encoding="utf-8") == text


def test_a_byte_order_mark_and_line_ends_survive_mending(validate, tmp_path):
    file = tmp_path / "catalog.yaml"
    text = CATALOG.replace("40}", '"40"}').replace("\n", "\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert validate(None, "--fix")[0] == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + CATALOG.replace("\n", "\r\n").encode()


def test_the_print_is_cut_and_everything_is_counted(validate):
    text = CATALOG.replace("sql, level: 2", "x, level: 2}, {skill: z, level: 1")
    code, out, _ = validate(text, "--max-errors", "1", "--format", "json")
    found = json.loads(out)
    assert (code, len(found["diagnostics"])) == (1, 1)
    assert (found["summary"]["errors"], found["summary"]["hidden"]) == (2, 1)
    _, out, err = validate(text, "--max-errors", "1", "--format", "concise")
    assert (out.count("\n"), "1 more not shown" in err) == (1, True)


@pytest.mark.parametrize("form", ["text", "concise", "github", "json", "sarif", "junit"])
def test_a_report_is_the_same_every_time_and_goes_to_a_file(validate, tmp_path, form):
    first, second = validate(STALE, "--format", form), validate(STALE, "--format", form)
    assert first == second
    assert validate(STALE, "--format", form, "-o", "report")[:2] == (0, "")
    assert (tmp_path / "report").read_text(encoding="utf-8") == first[1]


def test_a_comment_suppresses_a_finding_for_plans_as_well(validate, capsys):
    text = CATALOG.replace("{id: sql, label: SQL}", "{id: sql, label: SQL, broader: [sql]}")
    assert validate(text)[0] == 1
    quiet = text.replace("[sql]}", "[sql]}  # skillgap: ignore SG310")
    assert validate(quiet)[0] == 0
    assert main(["show", "sql", "--catalog", "catalog.yaml"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(validate, is_enabled):
    was_enabled = gc.isenabled()
    try:
        (gc.enable if is_enabled else gc.disable)()
        assert validate(CATALOG)[0] == 0
        assert gc.isenabled() is is_enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize(
    "choice", [["--ignore", "SG202"], ["--select", "missing-key"], ["--ignore", "SG202,SG4"]]
)
def test_a_misspelled_key_is_told_where_what_it_hides_is_asked_for(validate, choice):
    code, out, _ = validate(CATALOG.replace("label:", "lable:"), *choice)
    assert (code, "error[SG202]: unknown key `lable`" in out) == (1, True)
    code, out, _ = validate(CATALOG.replace("label: SQL", "label: SQL, zzzzzz: 1"), *choice)
    assert (code, out.splitlines()[-1]) == (0, "1 issuer and 1 credential: no problems")
