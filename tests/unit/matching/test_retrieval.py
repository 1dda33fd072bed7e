import os
import subprocess
import sys
import time

from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.letters import find_meant
from skillgap.matching.query import read_query
from skillgap.matching.retrieval import (
    MOST_VISITS,
    Reach,
    find_by_letters,
    find_by_words,
    find_rows,
)

REACH = Reach(by_words=8, by_letters=5)
INDEX = MatchIndex.build(
    [
        Entry("stealth", "real time strategy"),
        Entry("dv", "Data visualization"),
        Entry("da", "Data analysis"),
        Entry("kubernetes", "Kubernetes"),
    ]
)


def found(text, index=INDEX):
    query = read_query(text, index.word_rows)
    rows = find_rows(index, query, find_meant(index, query), REACH)
    return {index.ids[index.owners[row]] for row in rows}


def test_names_are_found_by_words_letters_and_initials():
    assert found("visualization of data") >= {"dv"}
    assert found("kubernets") == {"kubernetes"}
    assert found("rts") == {"stealth"}


def test_nothing_in_common_finds_nothing():
    assert found("xylophone") == set()


def test_a_word_that_stands_everywhere_brings_no_rows_of_its_own():
    entries = [Entry(f"e{number}", f"manage thing{number}") for number in range(MOST_VISITS * 2)]
    index = MatchIndex.build(entries)
    query = read_query("manage thing77", index.word_rows)
    rows = find_by_words(index, find_meant(index, query), REACH)
    assert [index.names[row] for row in rows] == ["manage thing77"]


def test_a_word_that_stands_everywhere_is_not_visited_once_there_is_a_row():
    entries = [Entry(f"e{number}", f"manage thing{number}") for number in range(MOST_VISITS * 2)]
    index = MatchIndex.build(entries)
    rows = find_by_words(index, {"thing77": {"thing77": 0.05, "manag": 1.0}}, REACH)
    assert [index.names[row] for row in rows] == ["manage thing77"]
    rows = find_by_words(index, {"manage": {"manag": 1.0}}, REACH)
    assert len(rows) == 8
    started = time.process_time()
    for number in range(50):
        found(f"manage thing{number} well", index)
    assert time.process_time() - started < 2.0


def test_letters_find_no_more_rows_than_they_may():
    index = MatchIndex.build([Entry(f"e{number}", f"kubernetes{number}") for number in range(30)])
    assert len(find_by_letters(index, "kubernetes", REACH)) == 5
    assert [
        index.names[row] for row in find_by_letters(index, "kubernetes17", Reach(by_letters=1))
    ] == ["kubernetes17"]


CODE = """
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.query import read_query
from skillgap.matching.retrieval import Reach, find_by_letters
names = [f"{letters}{n}" for letters in ("xqqqx", "xwwwx", "xeeex") for n in range(100, 400)]
index = MatchIndex.build([Entry(name, name) for name in names])
print(find_by_letters(index, "zqqqzwwwzeeez", Reach()))
"""


def test_the_same_rows_are_found_whatever_the_order_of_sets():
    found = {
        subprocess.run(
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3", "4", "5", "6")
    }
    assert len(found) == 1
