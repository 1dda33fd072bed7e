import datetime as dt
import json

import pytest

from skillgap.api import load_catalog
from skillgap.diagnostics.diagnostic import Diagnostic, Related, Severity
from skillgap.diagnostics.location import Location
from skillgap.domain.credential import AchievementType, MicroCredential
from skillgap.domain.money import Price
from skillgap.domain.skill import Skill, SkillLevel
from skillgap.domain.source import Basis, Source
from skillgap.loading.plain_nouns import NotANounError, from_plain, to_plain


def test_every_noun_of_the_shipped_catalog_comes_back_equal():
    catalog = load_catalog().catalog
    looked_at = 0
    for kind in ("skills", "issuers", "credentials", "stacks", "roles"):
        for noun in getattr(catalog, kind).values():
            looked_at += 1
            assert from_plain(type(noun), json.loads(json.dumps(to_plain(noun)))) == noun
    assert looked_at > 100


def test_what_has_its_default_is_left_out():
    credential = MicroCredential(
        "a",
        "A",
        "issuer",
        (SkillLevel("sql", 2),),
        12.5,
        Price(0.0),
        achievement_type=AchievementType.BADGE,
        source=Source(Basis.READ, dt.date(2026, 1, 2)),
    )
    assert to_plain(credential) == {
        "id": "a",
        "title": "A",
        "issuer": "issuer",
        "awards": [{"skill": "sql", "level": 2}],
        "workload_hours": 12.5,
        "price": {"amount": 0.0},
        "achievement_type": "Badge",
        "source": {"basis": "read", "as_of": "2026-01-02"},
    }
    assert from_plain(MicroCredential, to_plain(credential)) == credential


def test_a_diagnostic_comes_back_with_its_place():
    diagnostic = Diagnostic(
        "SG301",
        "twice",
        Severity.WARNING,
        Location("a.yaml", 3, 4),
        ("skills", 2, "id"),
        related=(Related("first", Location("b.yaml")),),
    )
    assert from_plain(Diagnostic, to_plain(diagnostic)) == diagnostic


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        "text",
        {},
        {"id": "sql"},
        {"id": 1, "label": "SQL"},
        {"id": "sql", "label": None},
        {"id": "sql", "label": "SQL", "unheard-of": 1},
        {"id": "sql", "label": "SQL", "aliases": "text"},
        {"id": "sql", "label": "SQL", "aliases": [1]},
        {"id": "sql", "label": "SQL", "kind": "animal"},
        {"id": "sql", "label": "SQL", "kind": ["tool"]},
        {"id": "sql", "label": "SQL", "alignments": [{"framework": "ESCO", "code": 1}]},
    ],
)
def test_anything_of_another_shape_is_refused(plain):
    with pytest.raises(NotANounError):
        from_plain(Skill, plain)


@pytest.mark.parametrize("amount", ["1", True, [1], float("inf"), float("nan")])
def test_a_number_is_a_finite_number(amount):
    with pytest.raises(NotANounError):
        from_plain(Price, {"amount": amount})


@pytest.mark.parametrize("day", ["2026-13-01", 20260101, "yesterday"])
def test_a_date_is_a_date(day):
    with pytest.raises(NotANounError):
        from_plain(Source, {"basis": "read", "as_of": day})
