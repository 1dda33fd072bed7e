from skillgap.matching.short_forms import PHRASES, STANDS_FOR, read_phrases, read_words


def test_lines_are_read_both_ways():
    assert read_words("javascript: js ecmascript\ndatabase: db") == {
        "js": "javascript",
        "ecmascript": "javascript",
        "db": "database",
    }
    assert read_phrases(
        "nlp: natural language processing\nvm: virtual machine | virtual machines"
    ) == {
        "nlp": ("natural language processing",),
        "vm": ("virtual machine", "virtual machines"),
    }


def test_no_short_form_stands_for_another_short_form():
    assert len(STANDS_FOR) > 100
    assert {meant for meant in STANDS_FOR.values() if meant in STANDS_FOR} == set()


def test_phrases_are_longer_than_their_short_forms():
    assert len(PHRASES) > 50
    assert [
        short for short, phrases in PHRASES.items() if len(short) >= min(map(len, phrases))
    ] == []
