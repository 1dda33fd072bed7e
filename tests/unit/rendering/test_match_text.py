from skillgap.matching.match import Candidate
from skillgap.matching.reading.part import Part, Reading
from skillgap.rendering.layout.spans import text_of
from skillgap.rendering.layout.terminal import ASCII
from skillgap.rendering.match_text import reading_line, reading_lines


def told(query, *parts):
    return text_of(reading_line(Reading(query, parts or (Part(query),)), ASCII))


SQL = Part("sql:3", "skill", "matched", "sql", "SQL", "exact", 1.0, 3, "3")
NEAR = (Candidate("sql", "SQL", "fuzzy", 0.71), Candidate("r", "R", "fuzzy", 0.2, "credential"))


def test_each_answer_is_one_line():
    assert [
        told("sql:3", SQL),
        told("sequel", Part("sequel", "skill", "ambiguous", score=0.71, runners_up=NEAR)),
        told("\x1b[2J\n"),
        told("no SQL", Part("no SQL", "skill", "negated", "sql", "SQL", "exact", 1.0)),
        told(
            "C1 English",
            Part("C1 English", "language", "matched", label="English", level_said="C1"),
        ),
    ] == [
        "= sql:3 > SQL (sql) level 3  exact, 1.00",
        "? sequel  ambiguous: SQL (sql) 0.71, R (credential r) 0.20",
        "x (blank)  unmatched",
        "= no SQL > SQL  negated",
        "= C1 English > English C1  language",
    ]


def test_several_parts_stand_on_one_line():
    held = Part("PMP", "credential", "expired", "pmp", "Project Professional", "alias", 1.0)
    assert [told("sql:3, PMP", SQL, held), told("sql:3, x", SQL, Part("x"))] == [
        "= sql:3, PMP > SQL (sql) level 3; Project Professional (credential pmp) expired",
        "? sql:3, x > SQL (sql) level 3; x  unmatched",
    ]


def test_an_answer_is_wrapped_with_a_hanging_indent():
    part = Part("sequel to come", "skill", "ambiguous", score=0.71, runners_up=NEAR)
    reading = Reading("sequel to come", (part,))
    assert [text_of(each) for each in reading_lines(reading, ASCII, 40)] == [
        "? sequel to come  ambiguous: SQL",
        "    (sql) 0.71, R (credential r) 0.20",
    ]
    assert reading_lines(reading, ASCII, 0) == (reading_line(reading, ASCII),)
