from skillgap.matching.lexicon import family_of
from skillgap.matching.query import LONGEST_COMPARED, read_query, take_apart

KNOWN = frozenset(map(family_of, ["spring", "framework", "sql", "jupyter", "notebook"]))


def test_glued_words_are_taken_apart_where_that_gives_known_ones():
    assert take_apart("jupyternotebook", KNOWN) == ("jupyter", "notebook")
    assert take_apart("sql2008", KNOWN) == ("sql", "2008")
    assert take_apart("unheardof", KNOWN) == ("unheardof",)


def test_a_query_is_read_once_for_all_names():
    query = read_query("SQL 2019 for C#", KNOWN)
    assert query.normal == "sql 2019 for c#"
    assert query.squeezed == "sql2019forc#"
    assert query.families == ("sql", "2019", "c#")
    assert query.numbers == {"2019"}
    assert query.symbols == "#"
    assert query.ordered == "2019 c# for sql"


def test_a_very_long_text_is_cut():
    assert len(read_query("word " * 20_000, KNOWN).normal) <= LONGEST_COMPARED
