"""What holds for whatever a person writes."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from skillgap.api import load_catalog
from skillgap.matching.reading.phrase import read_phrase
from skillgap.matching.reading.vocabulary import Vocabulary

SKILLS = ("SQL", "python:3", "Excel", "some R", "power bi 3 years", "C++", "project management")
OTHERS = ("PMP", "Spanish B2", "data analyst", "no Java", "MBA", "flibbertigibbet", "and", "/")
DENIALS = (
    *("no {}", "not {}", "never used {}", "want to learn {}", "not familiar with {}", "{} (no)"),
    *("{}: none", "studying {}", "don't know {}", "{} in progress"),
)
LETTERS = "abcSQLr 5/10%(),;:.&+-\n'\u2605\u2022|=no and with"
CATALOG = load_catalog().catalog
VOCABULARY = Vocabulary(CATALOG, year=2026)


def read(text):
    return read_phrase(VOCABULARY, text)


def counted(text):
    return {(part.kind, part.id) for part in read(text) if part.is_counted}


phrases = st.lists(st.sampled_from((*SKILLS, *OTHERS)), min_size=1, max_size=5).map(", ".join)
pieces = st.lists(st.sampled_from(SKILLS), min_size=1, max_size=4, unique=True)
texts = st.text(st.sampled_from(LETTERS) | st.characters(), max_size=120)


@given(texts | phrases)
@example("(" * 300)
@example("a, " * 200)
@example("no " * 100)
@example("5 years of " * 40)
@example("a/" * 150)
def test_any_text_is_read_in_bounded_time(text):
    started = time.process_time()
    parts = read(text)
    assert time.process_time() - started < 3
    assert parts
    assert all(len(part.runners_up) <= 5 for part in parts)
    assert all(part.level in {None, 1, 2, 3, 4, 5} for part in parts)
    assert all(part.id is not None for part in parts if part.is_counted)


@pytest.mark.slow
def test_a_long_text_is_read_in_bounded_time():
    started = time.process_time()
    read("SQL and wqxz, " * 2000)
    read("x" * 100_000)
    read("lorem ipsum dolor sit amet " * 1000)
    assert time.process_time() - started < 20


@given(st.sampled_from(SKILLS), st.sampled_from(DENIALS))
def test_denying_a_skill_never_adds_one(skill, denial):
    assert counted(denial.format(skill)) == set()


@given(phrases, st.sampled_from(DENIALS))
def test_denying_a_phrase_never_adds_a_skill(phrase, denial):
    assert counted(denial.format(phrase)) <= counted(phrase)


@given(pieces, st.sampled_from(("and", "or", "&", ",", ";", "plus")))
def test_adding_one_more_loses_nothing(skills, joint):
    *first, last = skills
    if first:
        before = ", ".join(first)
        assert counted(before) | counted(last) <= counted(f"{before} {joint} {last}")


@given(pieces.flatmap(lambda each: st.tuples(st.just(each), st.permutations(each))))
def test_the_order_of_a_list_does_not_matter(both):
    one, other = (", ".join(each) for each in both)
    levels = [
        sorted((part.id or "", part.level or 0) for part in read(text)) for text in (one, other)
    ]
    assert levels[0] == levels[1]


@given(st.sampled_from(sorted(CATALOG.skills)), st.integers(1, 5))
def test_ids_go_there_and_back(id_, level):
    (part,) = read(f"{id_}:{level}")
    assert (part.id, part.level, part.status) == (id_, level, "matched")
    (label,) = read(CATALOG.skills[id_].label)[:1]
    assert label.id == id_ or label.status != "matched"
