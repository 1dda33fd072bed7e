from __future__ import annotations

import pytest

from skillgap.planning.followups.why_not import Absence, AbsenceKind
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.open import tell_absence


@pytest.mark.parametrize("kind", AbsenceKind)
def test_every_kind_is_a_sentence(catalog, kind):
    absence = Absence("sql-more", kind, dominated_by="sql-start", order=2)
    told = tell_absence(absence, Names(catalog))
    assert told[0].isupper()
    assert ("SQL Start" in told) == (kind is AbsenceKind.DOMINATED)
    assert ("step 2" in told) == (kind is AbsenceKind.ON_PATH)
