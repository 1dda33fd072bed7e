from __future__ import annotations

from msgspec.structs import replace

from skillgap.planning.graph.reach import find_reach
from skillgap.planning.question import ask
from skillgap.planning.search.cuts import find_loop_cuts
from skillgap.planning.search.model import build_model


def test_a_circle_asks_for_somebody_from_outside(credential, catalog, request_for):
    ring = [
        credential("a-egg", "hen:1", after="egg:1 coop:1"),
        credential("b-hen", "egg:1", after="hen:1"),
        credential("c-coop", "coop:1"),
        credential("d-farm", "hen:1", price=9.0),
    ]
    question = ask(catalog(ring, "egg:1"), request_for())
    built = build_model(question.world, (), {})
    model = replace(built, first_achievers=question.world.achievers)
    chosen = {0, 1, 2}
    cuts = list(find_loop_cuts(model, chosen, find_reach(question.world, chosen)))
    assert cuts == [{0: 1.0, 3: -1.0}, {1: 1.0, 3: -1.0}]
