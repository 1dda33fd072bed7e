from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.checks.obtainable import obtainable_credentials
from skillgap.checks.reachability import check_stack_members
from skillgap.diagnostics.places import NoPlaces
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
            electives = stack.choose.options if stack.choose else ()
            if reached >= set(stack.all_of) and (not electives or reached & set(electives)):
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
    told = [each.message for each in check_stack_members(catalog, NoPlaces(), None)]
    assert told == [
        "nobody can complete `hen`: the stack `egg` can never be complete",
        "nobody can complete `egg`: the stack `hen` can never be complete",
    ]
