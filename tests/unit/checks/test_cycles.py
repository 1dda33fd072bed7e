from __future__ import annotations

import pytest

from skillgap.checks.cycles import chain, check_broader, check_prerequisites, circles
from skillgap.diagnostics.locator import NoLocator
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential, Prerequisites
from skillgap.domain.money import Price
from skillgap.domain.skill import Skill
from skillgap.domain.stack import Stack


def catalog(needs, stacks=()):
    return Catalog(
        credentials={
            name: MicroCredential(
                name, name, "i", (), 1, Price(0), prerequisites=Prerequisites.of((), tuple(groups))
            )
            for name, groups in sorted(needs.items())
        },
        stacks={each.id: each for each in stacks},
    )


def told(needs, stacks=()):
    found = check_prerequisites(catalog(needs, stacks), NoLocator())
    return [(each.code, each.message.split(": ", 1)[1]) for each in found]


def test_a_line_of_prerequisites_is_fine():
    assert told({"a": [], "b": [("a",)], "c": [("a",), ("b",)]}) == []


def test_a_circle_is_written_as_a_chain_from_its_first_id():
    assert told({"c": [("b",)], "b": [("a",)], "a": [("c",)]}) == [("SG401", "a -> c -> b -> a")]


def test_an_alternative_breaks_a_circle():
    assert told({"a": [("b", "c")], "b": [("a",)], "c": []}) == []


def test_alternatives_that_all_lead_into_a_circle_do_not():
    assert told({"a": [("b", "c")], "b": [("a",)], "c": [("a",)]}) == [
        ("SG401", "a -> b -> a"),
        ("SG402", "it requires `a`, which cannot be either"),
    ]


def test_a_stack_that_earns_a_credential_breaks_a_circle():
    way_in = Stack.of("s", all_of=("c",), earns=("b",))
    needs = {"a": [("b",)], "b": [("a",)], "c": []}
    assert told(needs, [way_in]) == []
    assert told(needs, [Stack.of("s", all_of=("a",), earns=("b",))]) == [("SG401", "a -> b -> a")]


def test_two_circles_are_both_told():
    assert told({"a": [("a",)], "b": [("c",)], "c": [("b",)]}) == [
        ("SG401", "a -> a"),
        ("SG401", "b -> c -> b"),
    ]


def test_an_unknown_prerequisite_locks_nothing():
    assert told({"a": [("gone",)]}) == []


def test_skills_broader_than_one_another():
    skills = {
        "a": Skill("a", "A", broader=("b",)),
        "b": Skill("b", "B", broader=("a", "c")),
        "c": Skill("c", "C", broader=("c",)),
    }
    found = check_broader(Catalog(skills=skills), NoLocator())
    assert [(each.code, each.message) for each in found] == [
        ("SG410", "`a` is broader than itself: a -> b -> a")
    ]


def test_a_long_chain_is_cut_in_the_middle():
    circle = tuple(f"c{number}" for number in range(20))
    assert chain(circle) == ("c0 -> c1 -> c2 -> c3 -> ... 12 more ... -> c16 -> c17 -> c18 -> c19")


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_every_circle_is_found_whatever_its_size(size):
    graph = {f"{n:04}": [f"{(n + 1) % size:04}"] for n in range(size)}
    (circle,) = circles(graph)
    assert circle == (*sorted(graph), "0000")
