import pytest

from skillgap.cli.lookup import find_credentials, find_issuers
from skillgap.errors import UserError


def test_ids_titles_and_aliases_are_found(catalog):
    assert find_credentials("--include", ["sql-start", "sql start"], catalog) == ("sql-start",)
    assert find_issuers("--issuer", ["open lab foundation"], catalog) == ("openlab",)


def test_a_title_with_a_comma_is_one_title(catalog):
    assert find_credentials("--include", ["SQL, and More"], catalog) == ("sql-more",)


def test_a_list_with_commas_is_several(catalog):
    assert find_credentials("--exclude", ["sql-more, sql-start"], catalog) == (
        "sql-more",
        "sql-start",
    )


def test_what_is_not_there_names_the_nearest(catalog):
    with pytest.raises(UserError) as caught:
        find_credentials("--include", ["sql-strat"], catalog)
    assert caught.value.message == "`--include` names no credential: `sql-strat`"
    assert "`sql-start` (SQL Start)" in caught.value.hint
