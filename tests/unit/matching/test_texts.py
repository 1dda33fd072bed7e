from __future__ import annotations

import pytest

from skillgap.domain.catalog import Catalog
from skillgap.errors import UserError
from skillgap.matching.texts import match_skills, read_learner, read_phrases


@pytest.mark.parametrize("read", [match_skills, read_learner, lambda *a: list(read_phrases(*a))])
def test_one_text_is_not_taken_for_its_letters(read):
    with pytest.raises(UserError, match="one text is given where several are wanted: `sql`"):
        read(Catalog(), "sql")


def test_a_kind_that_there_is_not_is_refused():
    with pytest.raises(UserError, match="`kind` is `bogus`"):
        list(read_phrases(Catalog(), ["sql"], kind="bogus"))
