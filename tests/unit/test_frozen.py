import copy
import dataclasses
import pickle

import pytest

from skillgap.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place."""

    x: int
    y: int = 0
    names: dict[str, int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nothing:
    """No field."""


@dataclass(frozen=True, slots=True)
class Shy:
    """A field that is not compared."""

    x: int
    seen: int = dataclasses.field(default=0, compare=False, repr=False)


def test_behaves_as_the_standard_dataclass_does():
    point = Point(1, names={"a": 1})
    assert point == Point(x=1, y=0, names={"a": 1}) != Point(2)
    assert repr(point) == "Point(x=1, y=0, names={'a': 1})"
    assert Point(1).names is not Point(1).names
    assert dataclasses.replace(point, y=3) == Point(1, 3, {"a": 1})
    assert [each.name for each in dataclasses.fields(point)] == ["x", "y", "names"]
    assert Point.__match_args__ == ("x", "y", "names")
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point  # noqa: S301
    assert point != (1, 0, {"a": 1})
    assert hash(Point(1, 2, ())) == hash(Point(1, 2, ()))
    assert not hasattr(point, "__dict__")


def test_no_field_can_be_set_or_deleted():
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    with pytest.raises(TypeError):
        Point()


def test_classes_without_fields_and_with_special_ones_work():
    assert Nothing() == Nothing()
    assert repr(Nothing()) == "Nothing()"
    assert Shy(1, 5) == Shy(1, 6) != Shy(2)
    assert repr(Shy(1, 5)) == "Shy(x=1)"
