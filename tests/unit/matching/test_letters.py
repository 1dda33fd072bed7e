from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.letters import find_meant, near_names, near_words
from skillgap.matching.query import read_query

INDEX = MatchIndex.build(
    [Entry("stats", "Statistical analysis"), Entry("tableau", "Tableau"), Entry("ps", "PowerShell")]
)


def test_an_unknown_word_is_taken_for_a_near_one():
    assert list(near_words(INDEX, "statisuical")) == ["stat"]
    assert near_words(INDEX, "gardening") == {}
    assert near_words(INDEX, "x" * 10_000) == {}


def test_a_name_with_a_slip_is_found_by_its_length_and_letters():
    assert [INDEX.names[row] for row in near_names(INDEX, "tabelau")] == ["tableau"]
    assert near_names(INDEX, "tableaux of the middle ages") == []


def test_two_words_may_mean_one_glued_name():
    meant = find_meant(INDEX, read_query("power shell", INDEX.word_rows))
    assert [others["powershell"] for others in meant.values()] == [1.0, 1.0]


def test_what_a_word_may_mean_does_not_hang_on_what_was_asked_before():
    before = dict(near_words(INDEX, "shell"))
    meant = find_meant(INDEX, read_query("power shell", INDEX.word_rows))
    assert all("powershell" in others for others in meant.values())
    assert near_words(INDEX, "shell") == before
    assert "powershell" not in before
