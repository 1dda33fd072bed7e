import pytest

from skillgap.matching.decide import agree
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.match import match_skill, rank
from skillgap.matching.query import read_query
from skillgap.matching.retrieval import Reach
from skillgap.matching.slips import count_slips, may_be_slip, prefer_slip

INDEX = MatchIndex.build(
    [
        Entry("sap", "SAP"),
        Entry("spark", "Spark"),
        Entry("mysql", "MySQL"),
        Entry("sql-server", "SQL Server"),
        Entry("sql", "SQL"),
        Entry("pandas", "Pandas", ("python pandas",)),
        Entry("python", "Python"),
        Entry("filming", "Filming"),
        Entry("filing", "Filing"),
        Entry("net-a", "network rooting"),
        Entry("net-b", "network routing"),
    ]
)


def query_of(text):
    return read_query(text, INDEX.word_rows)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("saprk", "spark"),
        ("ymsql", "mysql"),
        ("mysqll", "mysql"),
        ("python padnas", "pandas"),
        ("filing", "filing"),
    ],
)
def test_a_whole_name_but_for_a_slip_is_nearest(text, skill):
    assert rank(INDEX, text, 1)[0].id == skill


def test_a_slip_is_a_letter_dropped_added_replaced_or_swapped():
    rows = list(range(len(INDEX.names)))

    def counted(text):
        return {
            INDEX.ids[owner]: count
            for owner, count in count_slips(INDEX, query_of(text), rows).items()
        }

    assert counted("filning") == {"filing": 1, "filming": 1}
    assert counted("fimling") == {"filming": 1, "filing": 1}
    assert counted("python ppdnas") == {"pandas": 2}
    assert counted("saprkk") == {}


@pytest.mark.parametrize(
    ("text", "may_be"),
    [("saprk", True), ("spark", False), ("qx", False), ("sparc" * 5, True), ("sparc " * 5, True)],
)
def test_only_unknown_words_of_some_length_are_slips(text, may_be):
    assert may_be_slip(INDEX, query_of(text)) == (may_be and len(text.replace(" ", "")) <= 20)


def test_the_first_stays_first_where_two_are_as_near():
    query = query_of("network roating")
    rows, features = agree(INDEX, query, Reach(by_words=8, by_letters=5))
    owners = {INDEX.ids[INDEX.owners[row]]: INDEX.owners[row] for row in rows}
    first, one, other = INDEX.ids.index("spark"), owners["net-a"], owners["net-b"]
    both = [(5.0, first), (3.0, one), (2.0, other)]
    assert prefer_slip(INDEX, query, rows, features, both) == both
    places = [place for place, row in enumerate(rows) if INDEX.owners[row] != other]
    left, left_features = [rows[place] for place in places], [features[place] for place in places]
    assert prefer_slip(INDEX, query, left, left_features, both) == [both[1], both[0], both[2]]


def test_a_name_of_the_same_beginning_is_not_passed_over():
    index = MatchIndex.build([Entry("kube", "Kubernetes"), Entry("cube", "Cubes")])
    assert match_skill(index, "kubernete").id == "kube"
