from __future__ import annotations

from skillgap.planning.followups.alternatives import Difference, compare, last_day_of
from skillgap.planning.planner import plan_path
from skillgap.planning.request import Preference


def test_a_path_is_set_against_another(credential, catalog, request_for):
    world = catalog(
        [
            credential("a", "sql:1", price=5.0, hours=20.0),
            credential("b", "sql:1", price=9.0, hours=10.0),
        ],
        "sql:1",
    )
    cheap = plan_path(world, request_for(prefer=Preference.CHEAPEST))
    quick = plan_path(world, request_for(prefer=Preference.CHEAPEST, exclude=("a",)))
    assert compare(quick, cheap) == Difference(4.0, -10.0, -1.0, 0, 4.0, ("b",), ("a",))
    assert last_day_of(quick) < last_day_of(cheap)


def test_a_path_without_steps_is_done_on_the_first_day(credential, catalog, request_for):
    asked = request_for("sql:1")
    path = plan_path(catalog([credential("a", "sql:1")], "sql:1"), asked)
    assert last_day_of(path) == asked.start
