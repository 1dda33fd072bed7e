from skillgap.matching.match import Candidate, Match
from skillgap.rendering.layout.spans import text_of
from skillgap.rendering.layout.terminal import ASCII
from skillgap.rendering.match_text import match_line


def told(match):
    return text_of(match_line(match, ASCII))


def test_each_answer_is_one_line():
    near = (Candidate("sql", "SQL", "fuzzy", 0.71), Candidate("r", "R", "fuzzy", 0.2))
    assert [
        told(Match("sql:3", "matched", "sql", "SQL", "exact", 1.0, 3, ())),
        told(Match("sequel", "ambiguous", None, None, "fuzzy", 0.71, None, near)),
        told(Match("\x1b[2J\n", "unmatched", None, None, None, 0.0, None, ())),
    ] == [
        "= sql:3 > SQL (sql) level 3  exact, 1.00",
        "? sequel  ambiguous: SQL (sql) 0.71, R (r) 0.20",
        "x (blank)  unmatched",
    ]
