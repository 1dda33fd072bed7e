import pytest

from skillgap.domain.credential import MicroCredential
from skillgap.domain.money import Price
from skillgap.domain.shelf import Shelf, shelve
from skillgap.domain.skill import SkillLevel


def test_builds_a_thing_once_and_only_when_it_is_asked_for():
    built = []

    def build(position):
        built.append(position)
        return f"thing {position}"

    shelf = Shelf(["a", "b", "c"], build)
    assert (len(shelf), list(shelf), "b" in shelf, "x" in shelf, 3 in shelf) == (
        3,
        ["a", "b", "c"],
        True,
        False,
        False,
    )
    assert built == []
    assert shelf["b"] == shelf["b"] == "thing 1"
    assert built == [1]
    with pytest.raises(KeyError):
        shelf["x"]
    assert shelf == {"a": "thing 0", "b": "thing 1", "c": "thing 2"}
    assert repr(shelf) == "Shelf(3 things)"


def test_a_shelf_of_credentials_knows_who_awards_a_skill():
    def credential(id_, *skills):
        awards = tuple(SkillLevel(skill, level) for skill, level in skills)
        return MicroCredential(id_, id_, "issuer", awards, 1.0, Price(0.0))

    credentials = {
        "b": credential("b", ("sql", 1), ("sql", 2)),
        "a": credential("a", ("sql", 1), ("excel", 3)),
    }
    shelf = shelve(credentials)
    assert shelf == credentials
    assert list(shelf.awarders("sql")) == ["a", "b"]
    assert list(shelf.awarders("excel")) == ["a"]
    assert list(shelf.awarders("python")) == []
