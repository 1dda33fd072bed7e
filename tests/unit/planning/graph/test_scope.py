import datetime as dt
from random import Random

from msgspec.structs import replace

from skillgap.api import Learner, Limits, PlanRequest, load_catalog, plan_path
from skillgap.domain.learner import HeldCredential
from skillgap.domain.shelf import shelve
from skillgap.domain.stack import Stack
from skillgap.planning.graph.scope import cut_to_scope

START = dt.date(2026, 1, 5)


def test_leaving_out_what_does_not_matter_changes_no_answer():
    catalog = load_catalog().catalog
    shelved = replace(catalog, credentials=shelve(catalog.credentials))
    generator = Random(4)
    for role in generator.sample(sorted(catalog.roles), 4):
        limits = Limits(
            budget=generator.choice([None, 200]),
            include=tuple(generator.sample(sorted(catalog.credentials), 1)),
        )
        request = PlanRequest(role, Learner(), START, limits)
        assert len(cut_to_scope(shelved, request).credentials) < len(catalog.credentials)
        assert plan_path(shelved, request) == plan_path(catalog, request)


def test_a_catalog_that_does_not_know_who_awards_is_left_as_it_is():
    catalog = load_catalog().catalog
    request = PlanRequest(min(catalog.roles), Learner(), START)
    assert cut_to_scope(catalog, request) is catalog


def kept(world, asked) -> list[str]:
    """The credentials that are left of a catalog that knows who awards."""
    shelved = replace(world, credentials=shelve(world.credentials))
    return list(cut_to_scope(shelved, asked).credentials)


def test_what_a_stack_speaks_of_is_kept_where_the_stack_could_matter(
    credential, catalog, request_for
):
    offers = [credential(each, f"{each}:1") for each in ("a", "b", "c", "d", "e")]
    both, deeper = Stack("both", all_of=("a", "b")), Stack("deeper", all_of=("both", "c"))
    far = Stack("far", all_of=("d", "e"))
    world = catalog(offers, "a:1", [both, deeper, far])
    assert kept(world, request_for()) == ["a", "b", "c"]
    assert kept(world, request_for(toward=("far",))) == ["a", "b", "c", "d", "e"]
    held = replace(request_for(), learner=Learner((), (HeldCredential("d"),)))
    assert kept(world, held) == ["a", "b", "c", "d", "e"]


def test_a_stack_that_awards_what_is_asked_is_kept_with_its_members(
    credential, catalog, request_for
):
    offers = [credential("member", "z:1"), credential("other", "y:1")]
    whole = Stack.of("whole", all_of=("member",), awards=credential("x", "sql:2").awards)
    assert kept(catalog(offers, "sql:2", [whole]), request_for()) == ["member"]


def test_what_bonuses_alone_could_pay_for_is_kept(credential, catalog, request_for):
    offers = [credential("goal", "sql:1"), credential("light", "z:1", hours=0.0)]
    offers.append(credential("heavy", "y:1", hours=50.0))
    stacks = [Stack(f"l{number}", all_of=("light",)) for number in range(3)]
    stacks += [Stack(f"h{number}", all_of=("heavy",)) for number in range(3)]
    assert kept(catalog(offers, "sql:1", stacks), request_for()) == ["goal", "light"]
