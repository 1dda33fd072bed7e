"""`skillgap import`: what goes where, and what it says."""

from __future__ import annotations

import json

import pytest

from skillgap.api import load_catalog
from skillgap.cli.commands.import_catalog import import_catalog
from skillgap.cli.main import main
from skillgap.errors import UserError

SHEET = "title,issuer,awards,hours,price\nSQL Basics,Example,SQL:2,20,40\n,Example,,,\n"
OWN = "schema_version: 1\nskills: [{id: my-sql, label: SQL}]\n"


@pytest.fixture
def sheet(tmp_path):
    """Give a filled-in template."""
    file = tmp_path / "sheet.csv"
    file.write_text(SHEET)
    return str(file)


def test_the_catalog_goes_to_standard_output_and_the_report_beside_it(sheet, capsys):
    assert import_catalog("csv", sheet) == 0
    said = capsys.readouterr()
    assert said.out.startswith("schema_version: 1\ncurrency: USD\n\nskills:\n  - id: sql\n")
    assert said.err.startswith("1 skill, 1 issuer, 1 credential\n2 rows read: 1 carried, 1 left")


def test_the_catalog_goes_to_a_file_that_is_valid(sheet, tmp_path, capsys):
    target = tmp_path / "out.yaml"
    assert import_catalog("csv", sheet, output=str(target)) == 0
    said = capsys.readouterr()
    assert said.out.startswith("1 skill, 1 issuer, 1 credential\n")
    assert said.err == ""
    loaded = load_catalog([target])
    assert not loaded.has_errors
    assert list(loaded.catalog.credentials) == ["sql-basics"]


def test_a_dry_run_writes_nothing_and_gives_json(sheet, tmp_path, capsys):
    target = tmp_path / "out.yaml"
    assert import_catalog("csv", sheet, output=str(target), dry_run=True, format_="json") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["schema_version"], report["format"], report["rows"]) == (1, "csv", 2)
    assert [each["line"] for each in report["remarks"]] == [3]
    assert not target.exists()


def test_what_the_catalog_has_is_referred_to(sheet, tmp_path, capsys):
    own = tmp_path / "own.yaml"
    own.write_text(OWN)
    assert import_catalog("csv", sheet, into=[str(own)]) == 0
    written = capsys.readouterr().out
    assert "skills: []" in written
    assert "awards: [{skill: my-sql, level: 2}]" in written


def test_roles_are_written_one_a_file(tmp_path, capsys):
    source = tmp_path / "onet"
    source.mkdir()
    occupations = "O*NET-SOC Code\tTitle\n15-2051.00\tData Scientists\n"
    (source / "Occupation Data.txt").write_text(occupations)
    (source / "Technology Skills.txt").write_text(
        "O*NET-SOC Code\tExample\tHot Technology\tIn Demand\n15-2051.00\tPython\tY\tY\n"
    )
    target, roles = tmp_path / "c.yaml", tmp_path / "roles"
    assert import_catalog("onet", str(source), output=str(target), roles_dir=str(roles)) == 0
    assert [each.name for each in roles.iterdir()] == ["data-scientists.yaml"]
    assert not load_catalog([target], [roles]).has_errors


def test_roles_that_are_not_written_are_told(tmp_path, capsys):
    source = tmp_path / "esco-1.2.0"
    source.mkdir()
    (source / "skills_en.csv").write_text("conceptUri,preferredLabel\nhttp://e/s1,statistics\n")
    (source / "occupations_en.csv").write_text("conceptUri,preferredLabel\nhttp://e/o1,thinker\n")
    (source / "occupationSkillRelations_en.csv").write_text(
        "occupationUri,relationType,skillUri\nhttp://e/o1,essential,http://e/s1\n"
    )
    target = str(tmp_path / "c.yaml")
    assert import_catalog("esco", str(source), output=target) == 0
    assert capsys.readouterr().err == "1 role not written: `--roles-dir DIR` says where to\n"
    assert (
        import_catalog("esco", str(source), output=target, roles_dir=str(tmp_path / "roles")) == 0
    )
    assert capsys.readouterr().err == ""


def test_nothing_to_carry_is_a_finding(tmp_path, capsys):
    (tmp_path / "x.json").write_text("[]")
    assert import_catalog("ctdl", str(tmp_path / "x.json"), dry_run=True) == 1


def test_the_template_is_printed(capsys):
    assert import_catalog("csv", template=True) == 0
    assert capsys.readouterr().out.startswith("title,issuer,")


@pytest.mark.parametrize(
    ("form", "options", "message"),
    [
        ("csv", {}, "nothing to import as `csv`"),
        ("onet", {"template": True}, "only `csv` has a template"),
    ],
)
def test_a_wrong_use_is_refused(form, options, message):
    with pytest.raises(UserError, match=message):
        import_catalog(form, **options)


def test_a_format_that_there_is_not_is_refused(capsys):
    assert main(["import", "cvs"]) == 2
    assert capsys.readouterr().err.startswith(
        "error: `FORMAT` does not know `cvs`\n\nhint: did you mean `csv`? FORMAT takes `onet`, "
    )


def test_two_outputs_are_not_mixed_and_the_catalog_is_not_lost(sheet, tmp_path):
    with pytest.raises(UserError, match="cannot both go"):
        import_catalog("csv", sheet, format_="json")
    own = tmp_path / "own.yaml"
    own.write_text(OWN)
    with pytest.raises(UserError, match="is the catalog to merge into"):
        import_catalog("csv", sheet, output=str(own), into=[str(own)])
    assert own.read_text() == OWN
