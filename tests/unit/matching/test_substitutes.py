from skillgap.matching.substitutes import find_substitutes


def test_aliases_teach_which_words_stand_in_for_each_other():
    things = ["staff", "stock", "risk", "time"]
    texts = [f"{verb} {thing}" for thing in things for verb in ("manag", "oversee")]
    owners = [owner for owner in range(len(things)) for _ in range(2)]
    found = find_substitutes(texts, owners)
    assert found.keys() == {"manag", "oversee"}
    assert found["manag"].keys() == {"oversee"}
    assert 0.5 < found["manag"]["oversee"] <= 1.0


def test_one_pair_of_names_teaches_nothing():
    assert find_substitutes(["manag staff", "hire staff"], [0, 0]) == {}


def test_names_without_a_word_in_common_teach_nothing():
    assert find_substitutes(["a b", "c d", "a b", "c d"], [0, 0, 1, 1]) == {}
