from skillgap.matching.columns import pack
from skillgap.matching.index import Entry, MatchIndex, grams

ENTRIES = [
    Entry("sql", "SQL", ("structured query language",)),
    Entry("excel", "Microsoft Excel", ("MS Excel", "spreadsheets")),
    Entry("data-visualization", "Data visualization", ("dataviz",)),
]


def test_the_order_of_entries_changes_nothing():
    shuffled = ENTRIES.copy()
    shuffled.reverse()
    assert pack(MatchIndex.build(shuffled)) == pack(MatchIndex.build(ENTRIES))


def test_rows_are_found_by_name_word_letters_and_initials():
    index = MatchIndex.build(ENTRIES)

    def names(rows):
        return [index.names[row] for row in rows]

    assert names(index.exact["ms excel"]) == ["ms excel"]
    assert names(index.keys["msexcel"]) == ["ms excel"]
    assert names(index.rows_with_word("excel")) == ["excel", "microsoft excel", "ms excel"]
    assert names(index.rows_with_gram("viz")) == ["dataviz"]
    assert names(index.rows_with_initials("dv")) == ["data visualization"]
    assert index.rows_with_word("nowhere") == ()


def test_a_rare_word_weighs_more_than_a_frequent_one():
    index = MatchIndex.build(ENTRIES)
    assert index.weigh("nowhere") > index.weigh("sql") > index.weigh("excel")


def test_an_empty_index_is_fine():
    index = MatchIndex.build([])
    assert index.names == []


def test_letters_in_a_row_know_the_ends_of_a_name():
    assert grams("sql") == ["^sq", "sql", "ql$"]
