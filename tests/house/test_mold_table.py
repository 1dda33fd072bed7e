"""What is written of a shape as a mold, and that nothing of a shape is passed over."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from skillgap.loading.shapes.fields import Identifier, OneLine, Shape
from skillgap.loading.shapes.record import SkillOptionsShape


def load(name):
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


TABLE = load("mold_table")


class ToyShape(Shape):
    """A toy."""

    id: Identifier
    label: OneLine | None = Field(default=None)
    origin: list[Literal["a", "b"]] = Field(default=[], alias="from")
    options: SkillOptionsShape | None = None


def written(shape):
    tables = {}
    tables["catalog"] = TABLE.Table("catalog", tables)
    tables["catalog"].of(shape.__pydantic_core_schema__)
    return "\n".join(tables["catalog"].statements)


def test_a_shape_is_written_after_what_it_is_made_of():
    assert written(ToyShape) == (
        """\
TOY_ORIGIN = literal(
    "a",
    "b",
)

SKILL_OPTIONS = record(
    Part("skill", maybe(identifier), None),
    Part("any_of", maybe(list_of(identifier, 1)), None),
    Part("level", whole(ge=1, le=5)),
    ways=SKILL_OR_ANY_OF,
)

TOY = record(
    Part("id", identifier),
    Part("label", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("from", list_of(TOY_ORIGIN), (), name="origin"),
    Part("options", maybe(SKILL_OPTIONS), None),
)
"""
    )


def shape_of(**annotations):
    return type("OddShape", (Shape,), {"__annotations__": annotations, "__module__": "odd"})


@pytest.mark.parametrize(
    "annotation",
    [
        Annotated[str, StringConstraints(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", min_length=2)],
        Annotated[str, StringConstraints(pattern="^new$")],
        Annotated[int, Field(ge=1, le=9, multiple_of=3)],
        Annotated[float, Field(ge=0)],
        Annotated[list[int], Field(max_length=3)],
        Annotated[bool, AfterValidator(lambda value: value)],
        Literal[1],
        bytes,
        set[str],
        str | bool,
    ],
)
def test_what_no_mold_knows_is_not_passed_over(annotation):
    with pytest.raises((AssertionError, AttributeError, KeyError, StopIteration)):
        written(shape_of(field=annotation))


def test_a_shape_that_takes_other_keys_is_not_passed_over():
    class LooseShape(BaseModel):
        model_config = ConfigDict(extra="ignore", strict=True, allow_inf_nan=False)

        flag: bool

    with pytest.raises(AssertionError):
        written(LooseShape)


def test_every_shape_has_its_mold():
    files = TABLE.mold_files()
    assert sorted(files) == [
        f"src/skillgap/loading/molds/{home}.py" for home in ("catalog", "learner", "role")
    ]
    assert sum(text.count(" = record(\n") for text in files.values()) > 25
