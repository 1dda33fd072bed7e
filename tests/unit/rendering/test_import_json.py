from msgspec import to_builtins

from skillgap.importing.report import REASONS, Ledger
from skillgap.rendering.import_json import import_json


def test_every_table_and_every_remark_is_there():
    ledger = Ledger()
    table = ledger.table("t.csv")
    table.rows = 3
    table.fields.update(["x"])
    for line in (3, 2):
        table.at(line).leave("duplicate", f"row {line}")
    ledger.unread.append("other.csv")
    ledger.notes.append("a rule")
    report = ledger.close({"skills": 1, "roles": 2}, {"skills": 1})
    assert to_builtins(import_json(report, "csv")) == {
        "schema_version": 1,
        "format": "csv",
        "made": {"skills": 1, "roles": 2},
        "met": {"skills": 1},
        "rows": 3,
        "carried": 1,
        "left_out": 2,
        "tables": (
            {"file": "t.csv", "rows": 3, "carried": 1, "left_out": 2, "fields_left_out": ("x",)},
        ),
        "reasons": {"duplicate": REASONS["duplicate"]},
        "remarks": tuple(
            {
                "file": "t.csv",
                "line": line,
                "reason": "duplicate",
                "detail": f"row {line}",
                "left_out": True,
            }
            for line in (2, 3)
        ),
        "notes": ("a rule",),
        "unread": ("other.csv",),
    }
