from __future__ import annotations

import datetime as dt

import pytest

from skillgap.domain.skill import SkillKind
from skillgap.planning.followups.alternatives import Difference
from skillgap.planning.followups.warnings import (
    ExpiresSoon,
    LeansOnIssuer,
    Narrow,
    RestsOnAttendance,
)
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.extras import tell_note

MORE = Difference(49.0, 20.0, 2.0, 1, 500.0, ("sql-start",), ())


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (
            LeansOnIssuer("openlab", 0.75, 3, 4),
            "It leans on one issuer: 3 of 4 steps (75%) are from OpenLab",
        ),
        (
            RestsOnAttendance(("sql-start",), ("sql",), is_whole=True),
            "It rests on attendance alone: no step of it assesses anything",
        ),
        (
            RestsOnAttendance(("sql-start",), ("sql",), is_whole=False),
            "SQL would rest on attendance alone: the steps that close it assess nothing",
        ),
        (
            Narrow(SkillKind.TOOL, None, ("python",), MORE),
            (
                "It is narrow: it closes only tool skills, and the role also asks for Python."
                " Broader: with SQL Start, +$49, +20\u00a0h, +2\u00a0weeks, +1\u00a0credential"
            ),
        ),
        (
            Narrow(None, "sql", ("python",)),
            (
                "It is narrow: it closes only skills of SQL, and the role also asks for Python,"
                " which nothing within your limits covers"
            ),
        ),
        (
            ExpiresSoon("sql-start", dt.date(2027, 1, 5), can_be_renewed=False),
            "SQL Start expires on 2027-01-05, and no renewal is known",
        ),
    ],
)
def test_each_note_is_one_sentence(catalog, note, told):
    assert tell_note(note, Names(catalog)) == told
