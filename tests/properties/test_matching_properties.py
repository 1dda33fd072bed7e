"""What holds for any catalog and any words."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from skillgap.matching.calibration import CALIBRATIONS
from skillgap.matching.columns import pack
from skillgap.matching.decide import find_nearest
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.jobs import match_role
from skillgap.matching.lists import split_words
from skillgap.matching.match import match_skill, rank
from skillgap.matching.normalize import normalize

WORDS = [
    *("data", "analysis", "analyst", "design", "system", "systems", "manage", "oversee", "staff"),
    *("java", "javascript", "c", "c++", "c#", "r", "go", ".net", "react", "native", "excel", "sql"),
    *("excellent", "3", "11", "2019", "advanced", "basic", "machine", "learning", "(nlp)", "k8s"),
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
ANY_NAMES = st.one_of(NAMES, st.text(min_size=1, max_size=30))


@st.composite
def catalogs(draw):
    """Some entries with ids of their own and names that may clash."""
    names = draw(
        st.lists(st.tuples(ANY_NAMES, st.lists(ANY_NAMES, max_size=3)), min_size=1, max_size=8)
    )
    return [
        Entry(f"e{number}", label, tuple(aliases)) for number, (label, aliases) in enumerate(names)
    ]


@pytest.mark.slow
@given(catalogs())
def test_a_label_of_its_own_and_an_unambiguous_alias_match_exactly(entries):
    index = MatchIndex.build(entries)
    labels = [normalize(entry.label) for entry in entries]
    owners: dict[str, set[str]] = {}
    for entry in entries:
        for name in (entry.label, *entry.aliases):
            owners.setdefault(normalize(name), set()).add(entry.id)
    for entry in entries:
        if labels.count(normalize(entry.label)) == 1 and normalize(entry.label):
            found = match_skill(index, entry.label)
            assert (found.status, found.id, found.method, found.score) == (
                "matched",
                entry.id,
                "exact",
                1.0,
            )
        for alias in entry.aliases:
            if normalize(alias) and owners[normalize(alias)] == {entry.id}:
                found = match_skill(index, alias)
                assert (found.status, found.id, found.score) == ("matched", entry.id, 1.0)
                assert found.method in {"exact", "alias"}


@given(st.text())
def test_normalizing_twice_changes_nothing(text):
    assert normalize(normalize(text)) == normalize(text)


@given(
    st.text(
        alphabet="aA\u00c5\u00e9e\u0301\u0130\u0131\u1e9e\u03a3\u0345 .+#'dot netDOT-\u2019\u02bc"
    )
)
def test_normalizing_twice_changes_nothing_in_odd_letters(text):
    assert normalize(normalize(text)) == normalize(text)


@given(catalogs(), NAMES, st.floats(0.5, 0.99), st.floats(0.5, 0.99))
def test_raising_the_threshold_never_adds_a_match(entries, text, one, other):
    index = MatchIndex.build(entries)

    def taken(accept):
        calibration = replace(CALIBRATIONS["skill"], accept=accept)
        return [each for each in find_nearest(index, text, calibration, 1) if each[1] >= accept]

    low, high = sorted((one, other))
    assert len(taken(high)) <= len(taken(low))


@given(catalogs(), NAMES, st.randoms())
def test_the_order_of_the_catalog_changes_nothing(entries, text, chance):
    shuffled = entries.copy()
    chance.shuffle(shuffled)
    one, other = MatchIndex.build(entries), MatchIndex.build(shuffled)
    assert pack(one) == pack(other)
    assert match_skill(one, text) == match_skill(other, text)
    assert match_role(one, text) == match_role(other, text)


@given(catalogs(), st.text())
def test_no_words_crash_it(entries, text):
    index = MatchIndex.build(entries)
    for found in (match_skill(index, text), match_role(index, text)):
        assert (found.status == "matched") == (found.id is not None)
        assert 0.0 <= found.score <= 1.0
        assert all(0.0 <= one.score <= 1.0 for one in found.runners_up)
    assert len(rank(index, text, 3)) <= 3


@given(st.text())
def test_the_parts_of_a_list_are_parts_of_the_text(text):
    parts = split_words(text)
    assert all(part and part == part.strip() and part in text for part in parts)


@pytest.mark.slow
@settings(max_examples=20)
@given(
    st.text(min_size=1, max_size=12),
    st.sampled_from(["", " ", ",", "(", " 5 years ", "level ", "\u0301"]),
)
def test_long_texts_take_bounded_time(part, glue):
    index = MatchIndex.build([Entry("sql", "SQL"), Entry("da", "Data analysis", ("analytics",))])
    text = ((part + glue) * (100_000 // len(part + glue) + 1))[:100_000]
    started = time.process_time()
    match_skill(index, text)
    match_role(index, text)
    split_words(text)
    assert time.process_time() - started < 2.0


@pytest.mark.parametrize(
    "text", ["\ud800", "\x00", "\u202e", "\ufeff", "\U0001f600", "a\u0300" * 99]
)
def test_odd_letters_are_only_letters(text):
    index = MatchIndex.build([Entry("odd", text + "name")])
    assert match_skill(index, text).status in {"matched", "ambiguous", "unmatched"}
    assert match_skill(index, text + "name").status == "matched"
