import pytest

from skillgap.cli.role_search import families, find_roles


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["data-analyst"]),
        ("analyst", ["data-analyst"]),
        ("anal data", ["data-analyst"]),
        ("numbers", ["data-analyst"]),
        ("sql", ["data-analyst"]),
        ("data analist", ["data-analyst"]),
        ("astronaut", []),
    ],
)
def test_words_find_roles(catalog, query, found):
    assert [role.id for role in find_roles(query, None, catalog)] == found


def test_a_family_keeps_its_own(catalog):
    assert families(catalog) == ["data"]
    assert [role.id for role in find_roles("", "data", catalog)] == ["data-analyst"]
    assert find_roles("", "design", catalog) == []
