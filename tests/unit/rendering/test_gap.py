from skillgap.gap import Holdings, find_gap
from skillgap.rendering.gap import write_gap
from skillgap.rendering.layout.page import Page, plain_text
from skillgap.rendering.layout.words import Names


def told(catalog, before, after=None, steps=None, width=60):
    role = catalog.roles["analyst"]
    gaps = [
        find_gap(role, Holdings(levels, frozenset(), frozenset()))
        for levels in (before, after)
        if levels is not None
    ]
    page = Page(width)
    write_gap(page, Names(catalog), gaps[0], gaps[1] if len(gaps) > 1 else None, steps)
    return plain_text(page.lines)


def test_a_gap_without_a_path_says_how_much_is_missing(catalog):
    assert told(catalog, {"sql": 1}) == (
        "     skill                            now  need  gap\n"
        "  \u00d7  SQL                       █░░      1     3  short by 2\n"
        "  \u00d7  Python (or R) (optional)  ░░       0     2  missing\n"
        "\n"
        "  ██ held   ░░ still open\n"
        "  levels: 1 novice, 2 advanced beginner, 3 competent, 4\n"
        "    proficient, 5 expert\n"
    )


def test_a_path_shows_what_it_adds_and_in_which_step(catalog):
    text = told(catalog, {"sql": 1}, {"sql": 3, "r": 1}, {0: (1, 2), 1: (3,)}, width=100)
    rows = [line.split() for line in text.splitlines()[1:3]]
    assert rows == [
        ["+", "essential", "SQL", "██▓▓▓▓", "1", "3", "3", "90%", "1,", "2"],
        ["\u00d7", "optional", "R", "(or", "Python)", "▓▓░░", "0", "1", "2", "40%", "3,", "open"],
    ]


def test_what_is_held_says_so(catalog):
    text = told(catalog, {"sql": 3, "python": 2}, {"sql": 3, "python": 2})
    assert [line.split()[-1] for line in text.splitlines()[1:3]] == ["held", "held"]


def test_a_role_without_requirements_says_so(catalog):
    page = Page(60)
    write_gap(page, Names(catalog), ())
    assert plain_text(page.lines) == "  This role asks for no skills.\n"
