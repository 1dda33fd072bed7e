from __future__ import annotations

import pytest

from skillgap.planning.absence import Absence, AbsenceKind
from skillgap.rendering.names import Names
from skillgap.rendering.why_not_text import tell_absence


@pytest.mark.parametrize("kind", AbsenceKind)
def test_every_kind_is_a_sentence(catalog, kind):
    absence = Absence("sql-more", kind, dominated_by="sql-start", order=2)
    told = tell_absence(absence, Names(catalog))
    assert told[0].isupper()
    assert ("SQL Start" in told) == (kind is AbsenceKind.DOMINATED)
    assert ("step 2" in told) == (kind is AbsenceKind.ON_PATH)
