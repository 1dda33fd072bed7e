import pytest

from skillgap.cli.lookup import find_thing
from skillgap.errors import UserError


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("sql", None, "sql"),
        ("sql-stack", None, "sql-stack"),
        ("structured query language", None, "sql"),
        ("numbers person", None, "data-analyst"),
        ("open lab foundation", None, "openlab"),
        ("SQL", "skill", "sql"),
    ],
)
def test_ids_and_names_are_found(catalog, text, kind, found):
    assert find_thing(text, kind, catalog).id == found


def test_nothing_names_the_nearest(catalog):
    with pytest.raises(UserError) as caught:
        find_thing("sql zebra crossing", None, catalog)
    assert caught.value.message == "nothing is called `sql zebra crossing`"
    assert "sql: SQL (skill)" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "found"), [("Sql Stack", "sql-stack"), ("and more", "sql-more"), ("excel", "excel")]
)
def test_an_id_in_words_or_part_of_a_name_is_enough(catalog, text, found):
    assert find_thing(text, None, catalog).id == found
