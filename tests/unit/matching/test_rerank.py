from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.letters import find_meant
from skillgap.matching.query import read_query
from skillgap.matching.rerank import FEATURES, compare

INDEX = MatchIndex.build(
    [Entry("cpp", "C++"), Entry("da", "Data analysis"), Entry("v11", "Java 11"), Entry("c", "C")]
)


def features(text, name):
    query = read_query(text, INDEX.word_rows)
    row = INDEX.names.index(name)
    (values,) = compare(INDEX, query, find_meant(INDEX, query), [row])
    assert len(values) == len(FEATURES)
    return dict(zip(FEATURES, values, strict=True))


def test_the_same_words_in_another_order_are_the_same_words():
    found = features("analysing of data", "data analysis")
    assert found["same words"] == found["query covered"] == found["name covered"] == 1.0
    assert found["words left over in both"] == 0.0


def test_symbols_and_numbers_are_compared():
    assert features("c", "c++")["symbols differ"] == 1.0
    assert features("java 17", "java 11")["number missing in name"] == 1.0
    assert features("java", "java 11")["number missing in query"] == 1.0


def test_what_is_left_over_is_counted():
    found = features("data cleaning", "data analysis")
    assert found["words left over in query"] == found["words left over in name"] == 0.25


def test_initials_are_seen():
    assert features("da", "data analysis")["query is initials"] == 1.0
