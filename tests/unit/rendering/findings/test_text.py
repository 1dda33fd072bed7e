from skillgap.diagnostics.diagnostic import Diagnostic, Related, Severity
from skillgap.diagnostics.location import Location
from skillgap.rendering.findings.text import write_diagnostics
from skillgap.rendering.layout.page import Page, plain_text

UNKNOWN = Diagnostic(
    "SG302",
    "unknown skill `data-viz`",
    Severity.ERROR,
    Location("data/catalog.yaml", 41, 16, 8),
    ("credentials", 6, "awards", 0, "skill"),
    hint="did you mean `data-visualization`? (data/catalog.yaml:12:5)",
    source_line="      - skill: data-viz",
)


def told(*diagnostics, width=100):
    page = Page(width)
    write_diagnostics(page, diagnostics)
    return plain_text(page.lines)


def test_a_diagnostic_shows_what_where_and_what_to_do():
    assert told(UNKNOWN) == (
        "error[SG302]: unknown skill `data-viz`\n"
        "   --> data/catalog.yaml:41:16\n"
        "   |\n"
        "41 |       - skill: data-viz\n"
        "   |                ^^^^^^^^\n"
        "   = in credentials[6].awards[0].skill\n"
        "\n"
        "hint: did you mean `data-visualization`? (data/catalog.yaml:12:5)\n"
    )


def test_control_characters_of_the_line_keep_the_caret_in_place():
    line = "\ttitle: \x1b[31mX"
    text = told(
        Diagnostic(
            "SG111", "control", Severity.ERROR, Location("c.yaml", 2, 9, 1), source_line=line
        )
    )
    assert "\x1b" not in text
    shown, caret = text.splitlines()[3:5]
    assert shown[caret.index("^")] == "\ufffd"


def test_wide_characters_before_the_caret_are_counted_by_their_columns():
    diagnostic = Diagnostic(
        "SG302", "x", Severity.ERROR, Location("c.yaml", 1, 4, 2), source_line="数据 ab"
    )
    assert told(diagnostic).splitlines()[4] == "  |      ^^"


def test_of_a_long_line_the_part_around_the_caret_is_shown():
    line = "x" * 500 + "HERE" + "y" * 500
    diagnostic = Diagnostic(
        "SG302", "x", Severity.ERROR, Location("c.yaml", 1, 501, 4), source_line=line
    )
    shown, caret = told(diagnostic, width=60).splitlines()[3:5]
    assert len(shown) <= 60
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_a_file_that_was_not_read_has_no_line():
    diagnostic = Diagnostic(
        "SG101", "there is no file `a.yaml`", Severity.ERROR, Location("a.yaml")
    )
    assert told(diagnostic) == "error[SG101]: there is no file `a.yaml`\n  --> a.yaml\n"


def test_related_places_are_noted():
    diagnostic = Diagnostic(
        "SG301",
        "duplicate id `sql`",
        Severity.ERROR,
        Location("c.yaml", 9, 3),
        related=(Related("the first is here", Location("c.yaml", 2, 3)),),
    )
    assert told(diagnostic).splitlines()[-1] == "note: the first is here (c.yaml:2:3)"


def test_several_stand_in_reading_order_and_are_counted():
    first = Diagnostic("SG302", "first", Severity.WARNING, Location("c.yaml", 1, 1))
    later = Diagnostic("SG302", "later", Severity.ERROR, Location("c.yaml", 9, 1))
    text = told(later, first)
    assert text.index("first") < text.index("later")
    assert text.endswith("\n\n1 error, 1 warning\n")


def test_a_flood_is_cut_and_that_is_said():
    flood = [
        Diagnostic("SG302", f"n{n}", Severity.ERROR, Location("c.yaml", n)) for n in range(1, 61)
    ]
    assert told(*flood).endswith("60 errors; 10 of them not shown\n")


def test_a_place_that_the_hint_names_is_not_noted_again():
    diagnostic = Diagnostic(
        "SG302",
        "unknown skill `sqll`",
        Severity.ERROR,
        Location("c.yaml", 9, 3),
        related=(Related("`sql` is here", Location("c.yaml", 2, 3)),),
        hint="did you mean `sql`? (c.yaml:2:3)",
    )
    assert "note" not in told(diagnostic)
