import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys

import pytest

from skillgap.frozen import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Point:
    """A place."""

    x: int
    y: int = 0
    names: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nothing:
    """No field."""


@dataclass(frozen=True, slots=True)
class Shy:
    """A field that is not compared."""

    x: int
    seen: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Standard:
    """A field of the standard's own."""

    x: int = dataclasses.field(default=3)


@dataclass(slots=True)
class Counter:
    """One that can be changed."""

    count: int = 0
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """One with an order."""

    major: int
    minor: int = 0


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


def test_one_that_can_be_changed_is_not_hashed():
    counter = Counter()
    counter.count += 1
    assert counter == Counter(1) != Counter(2)
    assert Counter().names is not Counter().names
    assert copy.deepcopy(counter) == pickle.loads(pickle.dumps(counter)) == counter  # noqa: S301
    with pytest.raises(TypeError, match="unhashable"):
        hash(counter)
    with pytest.raises(AttributeError):
        counter.other = 1


def test_fields_give_the_order():
    assert sorted([Version(2), Version(1, 5), Version(1)]) == [
        Version(1),
        Version(1, 5),
        Version(2),
    ]
    assert Version(1) <= Version(1) < Version(1, 1) >= Version(1, 1) > Version(1)
    with pytest.raises(TypeError):
        assert Version(1) < (2, 0)


def test_replacing_keeps_the_other_fields():
    assert replace(Point(1, 2, {"a": 1}), y=5) == Point(1, 5, {"a": 1})
    assert replace(Standard(), x=4) == Standard(4)
    with pytest.raises(TypeError):
        replace(Point(1), z=2)


def test_the_standard_module_knows_the_classes():
    assert all(dataclasses.is_dataclass(each) for each in (Point, Nothing, Shy, Counter, Version))
    assert [
        (each.name, each.type, each.compare, each.repr) for each in dataclasses.fields(Shy)
    ] == [
        ("x", int, True, True),
        ("seen", int, False, False),
    ]
    made = {each.name: each.default_factory for each in dataclasses.fields(Point)}
    assert made == {"x": dataclasses.MISSING, "y": dataclasses.MISSING, "names": dict}
    assert dataclasses.asdict(Version(1, 2)) == {"major": 1, "minor": 2}
    assert dataclasses.replace(Counter(1), count=2) == Counter(2)


def test_a_class_that_was_never_called_tells_its_signature():
    @dataclass(frozen=True, slots=True)
    class Fresh:
        x: int
        y: int = 0

    assert list(inspect.signature(Fresh).parameters) == ["x", "y"]
    assert Fresh(1, y=2).y == 2


@pytest.mark.parametrize("calls", [0, 100])
def test_wrong_arguments_are_refused_however_often_a_class_was_called(calls):
    @dataclass(frozen=True, slots=True)
    class Fresh:
        x: int
        y: int = 0
        z: list[int] = field(default_factory=list)

    for number in range(calls):
        assert Fresh(number) == Fresh(x=number, y=0, z=[])
    for placed, named in [((), {}), ((1,), {"x": 2}), ((1, 2, [], 4), {}), ((1,), {"w": 2})]:
        with pytest.raises(TypeError, match=r"Fresh.__init__\(\)"):
            Fresh(*placed, **named)
    assert Fresh(1, z=[2]) == Fresh(1, 0, [2])


def test_the_standard_module_is_not_imported():
    code = (
        "from skillgap.frozen import dataclass, field\n"
        "from skillgap.domain.catalog import Catalog\n"
        "import sys; assert Catalog() == Catalog(); print('dataclasses' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "False\n"
