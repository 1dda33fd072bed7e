from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.checks.cycles import check_prerequisites
from skillgap.checks.reach import find_reach, obtainable_credentials
from skillgap.checks.reachability import check_stack_members
from skillgap.diagnostics.locator import NoLocator
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential, Prerequisites
from skillgap.domain.money import Price
from skillgap.domain.stack import Electives, Stack

NAMES = "abcdef"
GROUPS = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(tuple), max_size=2)
STACKS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(NAMES), max_size=2),
        st.lists(st.sampled_from(NAMES), max_size=3, unique=True),
        st.sampled_from(NAMES),
    ),
    max_size=2,
)


def catalog_of(needs, stacks):
    return Catalog(
        credentials={
            name: MicroCredential(
                name, name, "i", (), 1, Price(0), prerequisites=Prerequisites.of((), tuple(groups))
            )
            for name, groups in needs.items()
        },
        stacks={
            f"s{index}": Stack.of(
                f"s{index}",
                all_of=tuple(all_of),
                choose=Electives(1, tuple(options)) if options else None,
                earns=(earned,),
            )
            for index, (all_of, options, earned) in enumerate(stacks)
        },
    )


def by_repetition(catalog):
    """The same by trying everything until nothing changes."""
    reached = set()
    while True:
        before = len(reached)
        for each in catalog.credentials.values():
            groups = each.prerequisites.credentials
            if all(any(option in reached for option in group) for group in groups):
                reached.add(each.id)
        for stack in catalog.stacks.values():
            electives = set(stack.choose.options) if stack.choose else set()
            has_enough = not electives or reached & electives
            if stack.members and reached >= set(stack.all_of) and has_enough:
                reached.update((*stack.earns, stack.id))
        if len(reached) == before:
            return reached


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, GROUPS)), STACKS)
def test_it_agrees_with_trying_until_nothing_changes(needs, stacks):
    catalog = catalog_of(needs, stacks)
    assert obtainable_credentials(catalog) == by_repetition(catalog)


def test_a_stack_of_stacks_can_be_completed_unless_they_ask_for_one_another():
    one = MicroCredential("one", "One", "i", (), 1, Price(0))
    catalog = Catalog(
        credentials={"one": one},
        stacks={
            "inner": Stack("inner", all_of=("one",)),
            "outer": Stack("outer", all_of=("inner",)),
            "hen": Stack("hen", all_of=("egg",)),
            "egg": Stack("egg", all_of=("hen",)),
        },
    )
    assert obtainable_credentials(catalog) == {"one", "inner", "outer"}
    told = [each.message for each in check_stack_members(catalog, NoLocator(), None)]
    assert told == [
        "nobody can complete `hen`: the stack `egg` can never be complete",
        "nobody can complete `egg`: the stack `hen` can never be complete",
    ]


def needing(before):
    needed = Prerequisites.of((), ((before,),))
    return MicroCredential("a", "A", "i", (), 1, Price(0), prerequisites=needed)


def test_a_stack_without_members_earns_nothing():
    locked = needing("a")
    catalog = Catalog(credentials={"a": locked}, stacks={"none": Stack.of("none", earns=("a",))})
    assert obtainable_credentials(catalog) == frozenset()
    assert find_reach(catalog).credentials == frozenset()
    assert [each.code for each in check_prerequisites(catalog, NoLocator())] == ["SG401"]


def test_a_stack_that_nobody_completes_opens_nothing():
    locked = needing("s")
    catalog = Catalog(credentials={"a": locked}, stacks={"s": Stack("s", all_of=("a",))})
    assert obtainable_credentials(catalog) == frozenset()
    assert [(each.code, each.message) for each in check_prerequisites(catalog, NoLocator())] == [
        ("SG402", "`a` can never be started: it requires `s`, which cannot be either")
    ]
