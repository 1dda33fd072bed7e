import pytest

from skillgap.matching.lists import split_words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("excel:3, sql", ("excel:3", "sql")),
        ("sql; python\njava\n\n", ("sql", "python", "java")),
        ("Adobe (Photoshop, Illustrator), SQL", ("Adobe (Photoshop, Illustrator)", "SQL")),
        ("Adobe (Photoshop, SQL", ("Adobe (Photoshop", "SQL")),
        ("a), b", ("a)", "b")),
        ("CI/CD, R&D", ("CI/CD", "R&D")),
        ("\u2022 SQL \u2022 Excel", ("SQL", "Excel")),
        ("", ()),
        (" , ;\n", ()),
    ],
)
def test_lists_are_divided_outside_of_brackets(text, parts):
    assert split_words(text) == parts
