from __future__ import annotations

from skillgap.domain.stack import Electives, Stack


def test_members_are_the_compulsory_ones_and_then_the_electives():
    stack = Stack("s", all_of=("a", "b"), choose=Electives(1, ("c", "d")))
    assert (stack.members, stack.members_needed) == (("a", "b", "c", "d"), 3)
    assert (Stack("s", all_of=("a",)).members, Stack("s").members_needed) == (("a",), 0)
