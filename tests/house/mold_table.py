"""The molds of all shapes, written out of the schema that pydantic itself checks by."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

from skillgap.domain.identifiers import ID_LENGTH
from skillgap.loading.shapes import fields, spelling
from skillgap.loading.shapes.catalog import CatalogFrame
from skillgap.loading.shapes.credential import CredentialShape
from skillgap.loading.shapes.issuer import IssuerShape
from skillgap.loading.shapes.learner import LearnerShape
from skillgap.loading.shapes.role import RoleShape
from skillgap.loading.shapes.skill import SkillShape
from skillgap.loading.shapes.stack import StackShape

SHAPES = (
    CatalogFrame,
    SkillShape,
    IssuerShape,
    CredentialShape,
    StackShape,
    RoleShape,
    LearnerShape,
)
"""All that is ever asked for by itself."""

HOMES = ("catalog", "role", "learner")
"""The modules of molds: a shape of no such file stands with the catalog."""

DOCSTRING = '''"""The molds of a {home}.

Written by `python tests/house/generated.py` out of the shapes; change those, never this.
"""
'''

CONFIG = {"extra_fields_behavior": "forbid", "strict": True, "allow_inf_nan": False}
BESIDE = {"type", "ref", "metadata", "strict"}
WIDTH = 100


def mold_files() -> dict[str, str]:
    """The modules of all molds, by their place in the checkout."""
    tables: dict[str, Table] = {}
    tables.update((home, Table(home, tables)) for home in HOMES)
    for shape in SHAPES:
        tables[home_of(shape)].of(shape.__pydantic_core_schema__)
    return {f"src/skillgap/loading/molds/{home}.py": each.text() for home, each in tables.items()}


def home_of(shape: type) -> str:
    """The module in which the mold of a shape stands."""
    module = shape.__module__.rsplit(".", 1)[-1]
    return module if module in HOMES else "catalog"


def import_line(module: str, names: set[str]) -> str:
    """An import, in the order and the layout that the formatter wants."""
    ordered = sorted(names, key=lambda each: (not each.isupper(), each[0].islower(), each.lower()))
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= WIDTH:
        return line
    inside = "\n".join(f"    {each}," for each in ordered)
    return f"from {module} import (\n{inside}\n)"


class Table:
    """The statements so far, each mold after those that it is made of.

    Why every branch names all keys of a schema: what is not known here must stop the writing, or a
    mold would take what pydantic refuses.
    """

    def __init__(self, home: str, tables: dict[str, Table]) -> None:
        self.home = home
        self.tables = tables
        self.statements: list[str] = []
        self.imports: dict[str, set[str]] = {}
        self.made: set[str] = set()
        self.definitions: dict[str, Any] = {}
        self.here = ""

    def text(self) -> str:
        """The module."""
        imports = "\n".join(import_line(*each) for each in sorted(self.imports.items()))
        head = DOCSTRING.format(home=self.home)
        future = "from __future__ import annotations\n"
        return "\n".join((head, future, imports, "", "\n".join(self.statements)))

    def use(self, module: str, name: str) -> str:
        """Import a name."""
        self.imports.setdefault(module, set()).add(name)
        return name

    def call(self, name: str, *arguments: str) -> str:
        """A call of one of the makers of molds."""
        return f"{self.use('skillgap.loading.molds.making', name)}({', '.join(arguments)})"

    def plain(self, name: str) -> str:
        """One of the molds that need no making."""
        return self.use("skillgap.loading.molds.making", name)

    def constant(self, value: object, suffix: str = "") -> str:
        """The name that a value has among the spellings."""
        names = (each for each in vars(spelling) if each.isupper() and each.endswith(suffix))
        name = next(each for each in names if getattr(spelling, each) == value)
        return self.use("skillgap.loading.shapes.spelling", name)

    def of(self, schema: Any) -> str:
        """The expression of the mold of a core schema."""
        return getattr(self, schema["type"].replace("-", "_") + "_mold")(schema)

    def definitions_mold(self, schema: Any) -> str:
        expect(schema, "schema", "definitions")
        self.definitions |= {each["ref"]: each for each in schema["definitions"]}
        return self.of(schema["schema"])

    def definition_ref_mold(self, schema: Any) -> str:
        expect(schema, "schema_ref")
        return self.of(self.definitions[schema["schema_ref"]])

    def model_mold(self, schema: Any, ways: tuple[spelling.Way, ...] = ()) -> str:
        expect(schema, "cls", "config", "schema", "custom_init", "root_model")
        name, home = constant_name(schema["cls"]), home_of(schema["cls"])
        if home != self.home:
            self.tables[home].definitions |= self.definitions
            self.tables[home].model_mold(schema, ways)
            return self.use(f"skillgap.loading.molds.{home}", name)
        config = {key: value for key, value in schema["config"].items() if key != "title"}
        assert config == CONFIG, schema["cls"]
        assert not schema["custom_init"]
        assert not schema["root_model"]
        inside = schema["schema"]
        assert inside["type"] == "model-fields"
        expect(inside, "fields", "model_name", "computed_fields")
        assert inside["computed_fields"] == []
        if name not in self.made:
            self.made.add(name)
            parts = [self.part(name, *each) for each in inside["fields"].items()]
            if ways:
                parts.append(f"ways={self.constant(ways)}")
            lines = "\n".join(f"    {each}," for each in parts)
            self.statements.append(f"{name} = {self.call('record')[:-1]}\n{lines}\n)\n")
        return name

    def part(self, owner: str, name: str, field: Any) -> str:
        """A field of a map."""
        expect(field, "schema", "validation_alias", "serialization_alias")
        schema, key = field["schema"], field.get("validation_alias", name)
        given = [f'"{key}"']
        self.here = f"{owner}_{name.upper()}"
        if schema["type"] == "default":
            expect(schema, "schema", "default")
            mold = self.of(schema["schema"])
            given += [mold, self.default(schema["default"], mold)]
        else:
            given.append(self.of(schema))
        if key != name:
            given.append(f'name="{name}"')
        return self.call("Part", *given)

    def default(self, value: object, mold: str) -> str:
        """What stands for a key that is left out."""
        if isinstance(value, fields.Shape):
            assert value == type(value)()
            return f"{mold}({{}})"
        if isinstance(value, Enum):
            return f"{self.use(type(value).__module__, type(value).__name__)}.{value.name}"
        if isinstance(value, str):
            return f'"{value}"'
        assert value in (None, [], {}, 1), value
        return "()" if value == [] else str(value)

    def function_after_mold(self, schema: Any) -> str:
        expect(schema, "function", "schema")
        function, inside = schema["function"]["function"], schema["schema"]
        assert schema["function"]["type"] == "no-info"
        if function is fields.refuse_reserved:
            assert inside["pattern"] == spelling.ID_PATTERN
            assert inside["max_length"] == ID_LENGTH
            expect(inside, "pattern", "max_length")
            return self.plain("identifier")
        if function is fields.known_version:
            assert inside["type"] == "int"
            expect(inside)
            return self.plain("version")
        assert function is fields.EitherShape.take_one_way
        return self.model_mold(inside, inside["cls"].ways)

    def function_before_mold(self, schema: Any) -> str:
        expect(schema, "function", "schema")
        assert schema["function"] == {"type": "no-info", "function": fields.read_date}
        assert schema["schema"]["type"] == "date"
        expect(schema["schema"])
        return self.plain("day")

    def nullable_mold(self, schema: Any) -> str:
        expect(schema, "schema")
        return self.call("maybe", self.of(schema["schema"]))

    def list_mold(self, schema: Any) -> str:
        expect(schema, "items_schema", "min_length")
        mold = self.of(schema["items_schema"])
        least = [str(schema["min_length"])] if "min_length" in schema else []
        return self.call("list_of", mold, *least)

    def dict_mold(self, schema: Any) -> str:
        expect(schema, "keys_schema", "values_schema")
        return self.call("map_of", self.of(schema["keys_schema"]), self.of(schema["values_schema"]))

    def tagged_union_mold(self, schema: Any) -> str:
        expect(schema, "choices", "discriminator")
        assert schema["discriminator"] is fields.text_or_map
        assert set(schema["choices"]) == {fields.TEXT_TAG, fields.MAP_TAG}
        choices = (schema["choices"][tag] for tag in (fields.TEXT_TAG, fields.MAP_TAG))
        return self.call("text_or_map", *map(self.of, choices))

    def str_mold(self, schema: Any) -> str:
        expect(schema, "pattern", "max_length")
        pattern = self.constant(schema["pattern"], "_PATTERN")
        most = [f"{schema['max_length']:_}"] if "max_length" in schema else []
        return self.call("text", pattern, *most)

    def float_mold(self, schema: Any) -> str:
        expect(schema, "ge", "gt", "le")
        return self.call("number", *bounds(schema))

    def int_mold(self, schema: Any) -> str:
        expect(schema, "ge", "le")
        return self.call("whole", *bounds(schema))

    def bool_mold(self, schema: Any) -> str:
        expect(schema)
        return self.plain("truth")

    def any_mold(self, schema: Any) -> str:
        expect(schema)
        return self.plain("anything")

    def enum_mold(self, schema: Any) -> str:
        expect(schema, "cls", "members", "sub_type")
        assert (schema["sub_type"], schema["members"]) == ("str", list(schema["cls"]))
        return self.call("word", self.use(schema["cls"].__module__, schema["cls"].__name__))

    def literal_mold(self, schema: Any) -> str:
        expect(schema, "expected")
        assert all(isinstance(each, str) for each in schema["expected"])
        lines = "\n".join(f'    "{each}",' for each in schema["expected"])
        self.statements.append(f"{self.here} = {self.call('literal')[:-1]}\n{lines}\n)\n")
        return self.here


def expect(schema: Any, *keys: str) -> None:
    """Stop where a schema says something that is not looked at."""
    unknown = schema.keys() - BESIDE - set(keys)
    assert not unknown, f"{schema['type']} has {sorted(unknown)}, which no mold knows"


def bounds(schema: Any) -> list[str]:
    """The bounds of a number; it must have both, or what is not finite would fit."""
    assert "le" in schema
    assert ("ge" in schema) != ("gt" in schema)
    return [f"{each}={schema[each]:_}" for each in ("ge", "gt", "le") if each in schema]


def constant_name(shape: type) -> str:
    """`PayShape` as `PAY`."""
    words = re.findall("[A-Z][a-z]*", shape.__name__.removesuffix("Shape"))
    return "_".join(words).upper()
