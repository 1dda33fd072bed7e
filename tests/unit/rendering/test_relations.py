from skillgap.rendering.relations import asking, awarding, issued_by, stacks_with, unlocked_by


def test_what_awards_a_skill_stands_highest_first(catalog):
    found = [(each.credential.id, each.level) for each in awarding(catalog, "sql")]
    assert found == [("sql-more", 3), ("sql-start", 2)]


def test_who_asks_for_a_skill_in_a_group(catalog):
    assert [(each.role.id, each.requirement.level) for each in asking(catalog, "r")] == [
        ("analyst", 2)
    ]


def test_what_a_credential_unlocks_and_counts_toward(catalog):
    assert [each.id for each in unlocked_by(catalog, "sql-start")] == ["sql-more"]
    assert [each.id for each in stacks_with(catalog, "sql-start")] == ["sql-stack"]
    assert [each.id for each in issued_by(catalog, "openlab")] == ["sql-more", "sql-start"]
