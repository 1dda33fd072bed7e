from msgspec.structs import replace

from skillgap.domain.stack import Electives, StackAward
from skillgap.rendering.show.relations import (
    asking,
    awarding,
    credentials_covering,
    issued_by,
    levels_of_stack,
    roles_covered,
    stacks_covering,
    stacks_with,
    unlocked_by,
)


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


def told(found):
    return [(each.id, each.covered) for each in found]


def test_what_covers_a_role_counts_its_essential_requirements(catalog):
    role = catalog.roles["analyst"]
    assert told(credentials_covering(catalog, role)) == [("sql-more", 1)]
    assert told(stacks_covering(catalog, role)) == [("sql-stack", 1)]


def test_which_roles_levels_cover(catalog):
    assert told(roles_covered(catalog, {"sql": 3})) == [("analyst", 1)]
    assert told(roles_covered(catalog, {"sql": 2, "python": 5})) == []


def test_a_stack_gives_its_awards_and_those_of_every_certain_member(catalog):
    stack = catalog.stacks["sql-stack"]
    assert levels_of_stack(catalog, stack) == {"sql": 3}
    chosen = replace(stack, all_of=("sql-start",), choose=Electives(1, ("sql-more",)))
    assert levels_of_stack(catalog, chosen) == {"sql": 2}
    assert levels_of_stack(catalog, replace(chosen, award_entries=(StackAward("r", 1),))) == {
        "sql": 2,
        "r": 1,
    }
