import pytest

from skillgap.matching.names import ALIAS, DERIVED, LABEL, derive_names, find_initials, find_names


def test_a_name_remembers_where_it_comes_from():
    assert find_names("Microsoft Power BI", ("PBI", "power  bi")) == {
        "pbi": ALIAS,
        "power bi": ALIAS,
        "microsoft power bi": LABEL,
        "microsoft power business intelligence": DERIVED,
        "power business intelligence": DERIVED,
    }


@pytest.mark.parametrize(
    ("name", "derived"),
    [
        ("Structured query language SQL", ["sql", "structured query language"]),
        ("Extensible hypertext markup language XHTML", ["xhtml"]),
        ("Windent SQL", []),
        ("Microsoft Excel", ["excel"]),
        ("Spreadsheet software", ["spreadsheet"]),
        ("Python (langage de programmation)", ["python", "langage de programmation"]),
    ],
)
def test_names_follow_from_brackets_vendors_fillers_and_acronyms(name, derived):
    found = derive_names(name)
    assert [each for each in derived if each not in found] == []
    assert found or not derived


def test_an_acronym_is_split_off_only_where_the_words_spell_it():
    assert "sql" not in derive_names("Windent SQL")
    assert "seo" in derive_names("Search engine optimization SEO software")


def test_initials_come_with_and_without_little_words():
    assert find_initials(["internet", "of", "things"]) == {"iot", "it"}
    assert find_initials(["python"]) == set()
