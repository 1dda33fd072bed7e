from skillgap.matching.lexicon import are_opposed, families, rephrase, telling_words


def test_short_forms_and_spellings_fall_into_one_family():
    assert families(["js", "developer"]) == families(["javascript", "development"])
    assert families(["colour", "modelling"]) == families(["color", "modeling"])


def test_spelled_out_symbols_are_the_symbols():
    assert families(["c", "sharp"]) == ["c#"]
    assert families(["c", "plus", "plus"]) == ["c++"]
    assert families(["c"]) == ["c"]


def test_little_words_are_left_out_unless_nothing_else_is_there():
    assert telling_words(["analysis", "of", "the", "data"]) == ["analysis", "data"]
    assert telling_words(["it"]) == ["it"]


def test_phrases_are_made_short_and_short_forms_spelled_out():
    assert rephrase("machine learning engineer") == ["ml engineer"]
    assert rephrase("ml engineer") == ["machine learning engineer"]
    assert rephrase("data engineer") == []


def test_opposites_are_seen_and_variants_are_not():
    assert are_opposed(families(["internal", "audit"]), families(["external", "audit"]))
    assert are_opposed(families(["inorganic", "chemistry"]), families(["organic", "chemistry"]))
    assert not are_opposed(families(["data", "audit"]), families(["data", "auditing"]))
    assert not are_opposed(["read", "writ"], ["read", "writ"])
