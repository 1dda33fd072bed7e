from __future__ import annotations

from skillgap.domain.credential import MicroCredential
from skillgap.domain.money import Price
from skillgap.domain.source import Basis, Source


def test_a_field_has_its_own_source_where_it_rests_on_something_else():
    record, own = Source(Basis.READ), Source(Basis.GENERAL_KNOWLEDGE)
    credential = MicroCredential(
        "a", "A", "i", (), 1, Price(0), source=record, field_sources={"price": own}
    )
    assert credential.source_of("price") is own
    assert credential.source_of("workload_hours") is record
