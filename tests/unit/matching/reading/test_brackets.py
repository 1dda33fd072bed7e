"""Brackets that hold a list, behind each kind of thing that a person may name."""

import pytest


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("data analyst (SQL, Excel)", ["`data-analyst` (role)", "asked", "asked"]),
        ("accountant (10 years, CPA)", ["`accountant` 5 (role)"]),
        ("CISSP (2015, active)", ["`isc2-cissp` (credential)"]),
        ("CompTIA A+ (220-1101, 220-1102)", ["`comptia-a-plus` (credential)"]),
        ("CISSP (SQL, Excel)", ["`isc2-cissp` (credential)", "asked", "asked"]),
    ],
)
def test_a_list_in_brackets_is_read_behind_a_title_and_a_credential(read, text, meant):
    assert read(text) == meant


def test_what_is_no_skill_has_no_kind_and_no_broader_skill(vocabularies):
    vocabulary = vocabularies["any"]
    told = {
        id_: (vocabulary.is_tool(id_), vocabulary.is_trait(id_), vocabulary.broader_than(id_))
        for id_ in ("data-analyst", "isc2-cissp", "no-such-id")
    }
    assert told == dict.fromkeys(told, (False, False, ()))
