from __future__ import annotations

from skillgap.loading.catalog_files import load_catalog_files
from skillgap.loading.write.differences import FieldChange, RecordChange, find_differences

OLD = """\
schema_version: 1
currency: USD
skills:
  - {id: sql, label: SQL, aliases: [a, b]}
  - {id: r, label: R}
issuers:
  - {id: acme, name: Acme}
credentials:
  - id: basics
    title: Basics
    issuer: acme
    awards: [{skill: sql, level: 2}, {skill: r, level: 1}]
    workload_hours: 20
    price: {amount: 40}
"""


def changes(tmp_path, new):
    old_file, new_file = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old_file.write_text(OLD, encoding="utf-8")
    new_file.write_text(new, encoding="utf-8")
    return find_differences(
        load_catalog_files([old_file]).catalog, load_catalog_files([new_file]).catalog
    )


def test_order_layout_and_comments_mean_nothing(tmp_path):
    new = OLD.replace(
        "[{skill: sql, level: 2}, {skill: r, level: 1}]",
        "\n      - {level: 1, skill: r}\n      - {skill: sql, level: 2}  # x",
    )
    new = new.replace("[a, b]", "[b, a]")
    assert changes(tmp_path, new) == ()


def test_each_field_is_told_with_both_values(tmp_path):
    new = OLD.replace("sql, level: 2", "sql, level: 3").replace("hours: 20", "hours: null")
    assert changes(tmp_path, new) == (
        RecordChange(
            "credentials",
            "basics",
            "Basics",
            "changed",
            (
                FieldChange("awards[sql].level", "2", "3"),
                FieldChange("workload_hours", "20", None),
            ),
        ),
    )


def test_records_come_and_go(tmp_path):
    new = OLD.replace("{id: r, label: R}", "{id: go, label: Go}").replace(
        ", {skill: r, level: 1}", ""
    )
    found = [(each.section, each.id, each.kind) for each in changes(tmp_path, new)]
    assert found == [
        ("skills", "go", "added"),
        ("skills", "r", "removed"),
        ("credentials", "basics", "changed"),
    ]


def test_a_change_of_currency_concerns_the_whole_catalog(tmp_path):
    first, *_ = changes(tmp_path, OLD.replace("currency: USD", "currency: EUR"))
    assert (first.section, first.fields) == ("catalog", (FieldChange("currency", "USD", "EUR"),))
