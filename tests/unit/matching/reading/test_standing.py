"""How a credential stands: by words and dates beside its name, held against the present day."""

import datetime as dt

import pytest

from skillgap.matching.reading.standing import range_of, read_standing, standing_of

TODAY = (dt.date(2026, 6, 15), dt.date(2026, 6, 15))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("expires 2026-06-15", "matched"),
        ("expires 2026-06-14", "expired"),
        ("exp. 06/2026", "matched"),
        ("exp 05/26", "expired"),
        ("valid until June 16, 2026", "matched"),
        ("valid until 14 June 2026", "expired"),
        ("good through 2026", "matched"),
        ("until 2025", "expired"),
        ("2015-2018", "expired"),
        ("2015 - present", "matched"),
        ("2024-2027", "matched"),
        ("2027-2030", "in-progress"),
        ("since 2026", "matched"),
        ("since 2027", "in-progress"),
        ("earned 07/2026", "in-progress"),
        ("renewed 2025", "matched"),
        ("by 2029", "in-progress"),
        ("by 2020", "ambiguous"),
        ("expected 2026", "in-progress"),
        ("expired 2019", "expired"),
        ("no longer valid", "expired"),
        ("revoked", "expired"),
        ("did not pass", "negated"),
        ("failed twice", "negated"),
        ("not yet passed", "in-progress"),
        ("applied for", "in-progress"),
        ("prep course", "in-progress"),
        ("exam 60%", "ambiguous"),
        ("in good standing", "matched"),
        ("not expired", "matched"),
        ("associate", None),
        ("Texas", None),
    ],
)
def test_what_is_said_is_held_against_the_day(said, status):
    assert standing_of(said, TODAY) == status


def test_without_a_clock_only_what_needs_none_is_told():
    told = {said: standing_of(said, None) for said in ("expires 2030", "by 2029", "2019", "failed")}
    assert told == {
        "expires 2030": "ambiguous",
        "by 2029": "ambiguous",
        "2019": "matched",
        "failed": "negated",
    }


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026", (2026, 1, 1), (2026, 12, 31)),
        ("12/2025", (2025, 12, 1), (2025, 12, 31)),
        ("02/24", (2024, 2, 1), (2024, 2, 29)),
        ("2025-01-01", (2025, 1, 1), (2025, 1, 1)),
        ("31/12/2025", (2025, 12, 31), (2025, 12, 31)),
        ("03/04/2025", (2025, 4, 3), (2025, 4, 3)),
        ("Sept 2025", (2025, 9, 1), (2025, 9, 30)),
        ("January 5, 2025", (2025, 1, 5), (2025, 1, 5)),
    ],
)
def test_a_date_is_as_long_as_it_is_written(written, first, last):
    assert range_of(written) == (dt.date(*first), dt.date(*last))


def test_a_date_that_there_is_not_is_none():
    assert range_of("2025-13-45") is None


def test_the_name_is_what_stands_before_what_is_said():
    assert read_standing("CCNA, valid until 2020", TODAY) == ("expired", "CCNA")
    assert read_standing("PMP, training", TODAY) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("PMP, 2030, SQL", ["`pmi-pmp` (credential), in-progress", "`sql`"]),
        (
            "CCNA, valid until 2020, PMP",
            ["`cisco-ccna` (credential), expired", "`pmi-pmp` (credential)"],
        ),
        (
            "CISSP and CCNA (exp 2020)",
            ["`isc2-cissp` (credential), expired", "`cisco-ccna` (credential), expired"],
        ),
        ("CISSP (associate), PMP", ["asked", "`pmi-pmp` (credential)"]),
        (
            "CSM (exp 2020), PMP",
            ["`scrum-alliance-csm` (credential), expired", "`pmi-pmp` (credential)"],
        ),
        ("PMP (Project Management Professional)", ["`pmi-pmp` (credential)"]),
        ("CISSP (ISC2)", ["`isc2-cissp` (credential)"]),
        ("CISSP (not passed)", ["`isc2-cissp` (credential), negated"]),
        ("CISSP (applied)", ["`isc2-cissp` (credential), in-progress"]),
        ("SHRM-CP (expires 12/2025)", ["`shrm-cp` (credential), expired"]),
        ("CCNA expires 2030", ["`cisco-ccna` (credential)"]),
        ("CCNA valid until 2030", ["`cisco-ccna` (credential)"]),
        ("failed the CISSP exam", ["`isc2-cissp` (credential), negated"]),
        ("retaking CISSP", ["`isc2-cissp` (credential), in-progress"]),
        ("CSM certified", ["`scrum-alliance-csm` (credential)"]),
        ("data analyst (aspiring)", ["`data-analyst` (role), wanted"]),
        ("SQL since 2015", ["`sql` 5"]),
        ("SQL Server 2019", ["`sql-server`"]),
    ],
)
def test_a_credential_is_read_with_how_it_stands(read, text, meant):
    assert read(text) == meant
