"""Our own template, as spreadsheets save it."""

from __future__ import annotations

import csv
import datetime as dt
import io
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    AssessmentKind,
    Credits,
    Delivery,
    DeliveryMode,
    MicroCredential,
    Pace,
    Prerequisites,
    Verification,
)
from skillgap.domain.issuer import Issuer, IssuerKind
from skillgap.domain.money import Price, PricePer
from skillgap.domain.skill import Skill, SkillLevel
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.importing.formats.csv_template import COLUMNS, read_csv, template_text
from skillgap.importing.importer import Import, ImportOptions

FULL = {
    "id": "adv-sql",
    "title": "Advanced SQL",
    "issuer": "Example Institute",
    "issuer_kind": "Non-Profit",
    "issuer_url": "https://example.org/",
    "type": "certificate",
    "url": "https://example.org/sql",
    "awards": "SQL:3; Data modeling = 2; Python",
    "hours": "20.5",
    "price": "40",
    "per": "month",
    "currency": "eur",
    "min_weeks": "2",
    "requires": "SQL Basics | other-basics; Python Basics",
    "recommends": "SQL Basics",
    "mode": "online",
    "pace": "self",
    "languages": "en; pt-BR",
    "assessment": "exam",
    "proctored": "yes",
    "hands_on": "no",
    "verification": "open-badge",
    "valid_months": "36",
    "ects": "2",
    "eqf_level": "5",
    "subject": "Databases",
    "aliases": "ASQL; A-1",
    "offered_until": "2027-12-31",
    "read_on": "2026-03-01",
    "source_url": "https://example.org/catalog",
    "confidence": "high",
    "note": "By phone",
}


@pytest.fixture
def read(tmp_path):
    """Give a function that imports rows, given as maps from column to cell."""

    def run(*rows, delimiter=",", encoding="utf-8", **options):
        columns = list(dict.fromkeys(name for row in rows for name in row))
        text = io.StringIO()
        writer = csv.DictWriter(text, columns, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
        file = tmp_path / "sheet.csv"
        file.write_bytes(text.getvalue().encode(encoding))
        return read_csv(file, Import(**options))

    return run


def row(title, **cells):
    return {"title": title, "issuer": "Example Institute", **cells}


def test_a_full_row_becomes_a_credential(read):
    catalog = read(
        FULL, row("SQL Basics"), row("Python Basics"), row("X", id="other-basics")
    ).additions
    assert catalog.credentials["adv-sql"] == MicroCredential(
        id="adv-sql",
        title="Advanced SQL",
        issuer="example-institute",
        awards=(SkillLevel("sql", 3), SkillLevel("data-modeling", 2), SkillLevel("python", 2)),
        workload_hours=20.5,
        price=Price(40.0, PricePer.MONTH, "EUR"),
        achievement_type=AchievementType.CERTIFICATE,
        aliases=("ASQL", "A-1"),
        url="https://example.org/sql",
        subject="Databases",
        prerequisites=Prerequisites.of(
            credentials=(("sql-basics", "other-basics"), ("python-basics",))
        ),
        recommends=("sql-basics",),
        min_weeks=2.0,
        delivery=Delivery(DeliveryMode.ONLINE, Pace.SELF, ("en", "pt-BR")),
        assessment=Assessment(AssessmentKind.EXAM, proctored=True, hands_on=False),
        verification=Verification.OPEN_BADGE,
        valid_months=36,
        credits=Credits(ects=2.0),
        eqf_level=5,
        offered_until=dt.date(2027, 12, 31),
        source=Source(
            Basis.READ,
            dt.date(2026, 3, 1),
            "https://example.org/catalog",
            Confidence.HIGH,
            "By phone",
        ),
    )
    assert catalog.issuers["example-institute"] == Issuer(
        "example-institute", "Example Institute", IssuerKind.NON_PROFIT, "https://example.org/"
    )


@pytest.mark.parametrize(
    ("cell", "awards"),
    [
        ("SQL:2, Python:3", {"sql": 2, "python": 3}),
        ("SQL:2, Python", {"sql": 2, "python": 2}),
        ("SQL:beginner; Python:advanced", {"sql": 1, "python": 4}),
        ("SQL (4); Python [level 1]; Excel (Expert)", {"sql": 4, "python": 1, "excel": 5}),
        ("Sales, service: 3", {"sales-service": 3}),
        ("SQL, Python", {"sql-python": 2}),
        ("SQL:9", {"sql": 2}),
        ("C#:3; C (programming language)", {"c-sharp": 3, "c-programming-language": 2}),
    ],
)
def test_skills_have_levels_as_figures_or_words(read, cell, awards):
    catalog = read(row("A", awards=cell)).additions
    assert {each.skill: each.level for each in catalog.credentials["a"].awards} == awards


def test_a_level_that_there_is_not_is_told(read, told):
    assert told(read(row("A", awards="SQL:9")).report) == [
        ("sheet.csv", 2, "bad-number", "awards: SQL:9", False)
    ]


def test_a_comma_parts_names_that_the_catalog_knows(read):
    existing = Catalog(
        skills={
            "sql": Skill("sql", "SQL"),
            "python": Skill("python", "Python"),
            "sales-and-service": Skill("sales-and-service", "Sales, service"),
        }
    )
    catalog = read(
        row("A", awards="SQL, python"),
        row("B", awards="Sales, service"),
        row("C", awards="SQL, cooking"),
        existing=existing,
    ).additions
    awards = {
        each.id: [award.skill for award in each.awards] for each in catalog.credentials.values()
    }
    assert awards == {"a": ["sql", "python"], "b": ["sales-and-service"], "c": ["sql-cooking"]}


def test_the_issuer_of_rows_that_name_none_may_be_given(read):
    options = ImportOptions(default_issuer="Acme")
    for rows in ([{"title": "A"}], [{"title": "A", "issuer": ""}]):
        imported = read(*rows, options=options)
        assert [each.issuer for each in imported.additions.credentials.values()] == ["acme"]
        assert imported.additions.issuers == {"acme": Issuer("acme", "Acme")}
    assert read({"title": "A"}).report.made == {}


@pytest.mark.parametrize("first", ["sep=;\n", "SEP=|\r\n", "sep=\t\n", "sep=,\n"])
def test_the_first_line_that_excel_writes_names_the_separator(tmp_path, first):
    separator = first[4]
    file = tmp_path / "sheet.csv"
    lines = [["title", "issuer", "hours", "awards"], ["A", "Acme", "20", "SQL:2"]]
    file.write_text(first + "\n".join(map(separator.join, lines)) + "\n", encoding="utf-8")
    imported = read_csv(file)
    assert [each.workload_hours for each in imported.additions.credentials.values()] == [20.0]
    assert (imported.report.rows, imported.report.remarks) == (1, ())


def test_languages_are_tags_in_any_case_or_names(read, told):
    imported = read(row("A", languages="DE; English; pt-BR; en; Klingon"))
    assert imported.additions.credentials["a"].delivery.languages == ("de", "en", "pt-BR")
    assert ("sheet.csv", 2, "bad-value", "languages: Klingon", False) in told(imported.report)


def test_a_title_and_an_issuer_are_enough(read):
    catalog = read(row("SQL Basics")).additions
    assert catalog.credentials["sql-basics"] == MicroCredential(
        id="sql-basics",
        title="SQL Basics",
        issuer="example-institute",
        awards=(),
        workload_hours=None,
        price=Price(None),
        source=Source(Basis.GENERAL_KNOWLEDGE),
    )


def test_the_template_itself_is_read_without_a_complaint(tmp_path, told, valid):
    file = tmp_path / "template.csv"
    file.write_text(template_text(), encoding="utf-8")
    imported = read_csv(file)
    assert list(imported.additions.credentials) == ["example-sql-basics"]
    assert told(imported.report) == []
    valid(imported.additions)


@pytest.mark.parametrize(
    ("delimiter", "encoding", "hours"),
    [(",", "utf-8-sig", "2.5"), (";", "utf-8", "2,5"), ("\t", "utf-8", "2.5")],
)
def test_every_way_that_spreadsheets_save_is_read(read, delimiter, encoding, hours):
    imported = read(row("Été", hours=hours), delimiter=delimiter, encoding=encoding)
    assert imported.additions.credentials["ete"].workload_hours == 2.5


@pytest.mark.parametrize(
    ("cells", "reason", "detail"),
    [
        ({"hours": "about 20"}, "bad-number", "hours: about 20"),
        ({"hours": "-1"}, "bad-number", "hours: -1"),
        ({"price": "1e9"}, "bad-number", "price: 1e9"),
        ({"currency": "$"}, "bad-value", "currency: $"),
        ({"type": "Diplomatic"}, "bad-value", "type: Diplomatic"),
        ({"proctored": "maybe"}, "bad-value", "proctored: maybe"),
        ({"offered_until": "31.12.2027"}, "bad-value", "offered_until: 31.12.2027"),
        ({"url": "example.org"}, "bad-url", "url: example.org"),
        ({"url": "javascript:alert(1)"}, "bad-url", "url: javascript:alert(1)"),
        ({"subject": "=HYPERLINK(1)"}, "formula", "subject: =HYPERLINK(1)"),
        ({"subject": "@SUM(1)"}, "formula", "subject: @SUM(1)"),
        ({"awards": "=cmd|' /C calc'!A0"}, "formula", "awards: =cmd|' /C calc'!A0"),
        ({"languages": "Klingon"}, "bad-value", "languages: Klingon"),
        ({"eqf_level": "9"}, "bad-number", "eqf_level: 9"),
        ({"valid_months": "1.5"}, "bad-number", "valid_months: 1.5"),
        ({"id": "No Kebab"}, "bad-id", "No Kebab"),
        ({"awards": "SQL"}, "default-level", "SQL"),
        ({"requires": "Unheard of"}, "nothing-under-id", "Unheard of"),
    ],
)
def test_a_bad_cell_is_told_and_the_rest_of_its_row_is_carried(read, told, cells, reason, detail):
    cells = {"awards": "SQL:1", **cells}
    imported = read(row("A"), row("B", **cells))
    assert list(imported.additions.credentials) == ["a", "b"]
    assert ("sheet.csv", 3, reason, detail, False) in told(imported.report)


def test_a_row_without_a_title_or_an_issuer_is_left_out(read, told):
    imported = read(row("", awards="x:1"), {"title": "A", "issuer": ""}, row("=1+1"))
    assert dict(imported.additions.credentials) == {}
    assert [each[1:3] for each in told(imported.report) if each[4]] == [
        (2, "no-title"),
        (3, "no-issuer"),
        (4, "no-title"),
    ]


def test_a_row_that_stands_twice_is_carried_once(read, told):
    imported = read(row("A", awards="x:1"), row("a", awards="y:1"))
    assert list(imported.additions.skills) == ["x", "y"]
    assert told(imported.report) == [("sheet.csv", 3, "duplicate", "a", True)]


def test_skills_issuers_and_credentials_of_the_catalog_are_met_by_id_or_name(read):
    existing = Catalog(
        skills=MappingProxyType({"py": Skill("py", "Python"), "sql": Skill("sql", "SQL")}),
        issuers=MappingProxyType({"ex": Issuer("ex", "Example Institute")}),
        credentials=MappingProxyType(
            {"py-1": MicroCredential("py-1", "Py One", "ex", (), None, Price(None))}
        ),
    )
    catalog = read(
        row("New", awards="python:2; sql:1", requires="Py One", recommends="py-1"),
        row("Py  one", awards="sql:1"),
        existing=existing,
    ).additions
    new = catalog.credentials["new"]
    assert (new.issuer, new.awards) == ("ex", (SkillLevel("py", 2), SkillLevel("sql", 1)))
    assert new.prerequisites.credentials == (("py-1",),)
    assert new.recommends == ("py-1",)
    assert list(catalog.credentials) == ["new"]
    assert dict(catalog.skills) == dict(catalog.issuers) == {}


def test_a_file_in_another_encoding_is_told(read, told):
    latin = read(row("Été"), row("Plain"), encoding="latin-1")
    assert list(latin.additions.credentials) == ["plain"]
    assert told(latin.report)[0][1:3] == (2, "not-utf-8")
    wide = read(row("Plain"), encoding="utf-16")
    assert [each[2] for each in told(wide.report)] == ["not-utf-8"]


TEXTS = st.text(max_size=20) | st.sampled_from(
    [
        "1",
        "0.5",
        "99999",
        "free",
        "yes",
        "2026-01-01",
        "https://x.example/",
        "a:9; b: 1;;c=2",
        "|;|",
    ]
)


@given(cells=st.dictionaries(st.sampled_from([name for name, _ in COLUMNS]), TEXTS))
def test_whatever_comes_in_what_goes_out_is_valid(tmp_path_factory, valid, cells):
    text = io.StringIO()
    writer = csv.DictWriter(text, ["title", "issuer", *sorted(cells.keys() - {"title", "issuer"})])
    writer.writeheader()
    writer.writerow({"title": "A", "issuer": "B", **cells})
    file = tmp_path_factory.mktemp("sheet") / "sheet.csv"
    file.write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))
    imported = read_csv(file)
    report = imported.report
    valid(imported.additions)
    assert report.rows == report.carried + sum(1 for each in report.remarks if each.left_out)


def test_the_documentation_has_every_column_with_the_example_of_the_template(root):
    page = (root / "docs/reference/csv-template.md").read_text(encoding="utf-8")
    cells = [
        [cell.strip().strip("`") for cell in line.replace("\\|", "/").strip("|").split("|")]
        for line in page.splitlines()
        if line.startswith("| `")
    ]
    assert [(name, example) for name, _, example in cells] == list(COLUMNS)
