"""Slotted dataclasses that are made in a twentieth of the time; nothing else.

Why: the standard decorator writes and compiles six functions for each class, every time a process
starts, and is itself long to import. The hundred classes that a plan needs take longer to make
than the plan. Here classes share their functions; the one that depends on the fields, `__init__`,
is written when a class turns out to be called often, which most never are.
"""

from __future__ import annotations

TYPE_CHECKING = False
"""Why not from `typing`: most of what imports this needs nothing else from there."""

__all__ = ["dataclass", "field", "is_noun", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace

    def is_noun(kind: object) -> bool:
        """Say whether a class was made here."""
else:
    import operator
    import sys
    from collections.abc import Callable

    KNOWN_OPTIONS = frozenset({"frozen", "slots", "order"})
    MISSING = object()
    WRITTEN_AFTER = 16
    """So many calls of a class take less time than writing its `__init__`."""

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Make a dataclass; what is not slotted or has other options is left to the standard."""

        def decorate(kind: type) -> type:
            if not KNOWN_OPTIONS.issuperset(options) or not options.get("slots") or is_odd(kind):
                import dataclasses

                return dataclasses.dataclass(**options)(kind)
            return make(kind, **options)

        return decorate

    def is_odd(kind: type) -> bool:
        """Say whether a class inherits from another, or has a field made by the standard."""
        standard = sys.modules.get("dataclasses")
        return kind.__bases__ != (object,) or (
            standard is not None
            and any(isinstance(each, standard.Field) for each in vars(kind).values())
        )

    class Field:
        """What is said of a field beside its name and type."""

        __slots__ = ("compare", "default", "default_factory", "repr")

        def __init__(self, default: object) -> None:
            """Hold the default, `MISSING` for none."""
            self.default = default
            self.default_factory = MISSING
            self.repr = self.compare = True

    def field(default: object = MISSING, **options: object) -> Field:
        """Say more of a field than its default: `default_factory`, `repr` and `compare`."""
        made = Field(default)
        for name, value in options.items():
            setattr(made, name, value)
        return made

    def replace(noun: object, /, **changes: object) -> object:
        """Give a noun that differs in some fields."""
        kind = type(noun)
        return kind(**{name: getattr(noun, name) for name in kind.__slots__} | changes)

    def is_noun(kind: object) -> bool:
        """Say whether a class was made here."""
        return isinstance(kind, type) and "__shown__" in vars(kind)

    def make(kind: type, *, slots: bool, frozen: bool = False, order: bool = False) -> type:
        """Make a slotted class of a plain one that has annotations."""
        del slots
        fields = {name: read_field(kind, name) for name in kind.__annotations__}
        compared = [name for name, each in fields.items() if each.compare]
        lazy = Lazily(fields, is_frozen=frozen)
        namespace = {
            "__repr__": show,
            "__eq__": equals,
            "__hash__": hash_fields if frozen else None,
            "__replace__": replace,
            "__match_args__": tuple(fields),
            **(FROZEN if frozen else {}),
            **(ORDERED if order else {}),
            **{name: value for name, value in vars(kind).items() if name not in fields},
            "__slots__": tuple(fields),
            "__shown__": tuple(name for name, each in fields.items() if each.repr),
            "__values__": operator.attrgetter(*compared) if compared else type,
            "__init__": InitEntry(lazy, write_init),
            "__dataclass_fields__": Entry(lazy, write_standard),
            "__dataclass_params__": Entry(lazy, write_standard),
        }
        del namespace["__dict__"], namespace["__weakref__"]
        lazy.kind = made = type(kind)(kind.__name__, kind.__bases__, namespace)
        made.__qualname__ = kind.__qualname__
        return made

    def read_field(kind: type, name: str) -> Field:
        """Give what a class says of a field."""
        said = vars(kind).get(name, MISSING)
        return said if isinstance(said, Field) else Field(said)

    class Lazily:
        """Attributes of a class that are written when one of them is first asked for."""

        def __init__(self, fields: dict[str, Field], *, is_frozen: bool) -> None:
            """Hold what they are written from."""
            self.fields = fields
            self.is_frozen = is_frozen
            self.kind = None
            self.calls = 0

    class Entry:
        """Stands for an attribute that `write` puts in its place."""

        __slots__ = ("lazy", "name", "write")

        def __init__(self, lazy: Lazily, write: Callable[[Lazily], None]) -> None:
            """Hold what is needed to write it."""
            self.lazy = lazy
            self.write = write

        def __set_name__(self, owner: type, name: str) -> None:
            """Learn the attribute's name."""
            self.name = name

        def __get__(self, noun: object, kind: type) -> object:
            """Write the attribute and give it."""
            self.write(self.lazy)
            written = vars(self.lazy.kind)[self.name]
            is_method = hasattr(written, "__get__")
            return written.__get__(noun, kind) if is_method else written

    class InitEntry(Entry):
        """Stands for an `__init__` that is not worth writing yet."""

        __slots__ = ()

        def __get__(self, noun: object, kind: type) -> object:
            """Give what sets the fields of a noun; whoever asks the class gets the real one."""
            if self.lazy.calls >= WRITTEN_AFTER or not isinstance(noun, self.lazy.kind):
                return super().__get__(noun, kind)
            self.lazy.calls += 1
            return lambda *placed, **named: self.set_fields(noun, placed, named)

        def set_fields(self, noun: object, placed: tuple[object, ...], named: dict) -> None:
            """Set the fields; whatever is wrong with the arguments, the real `__init__` says."""
            fields = self.lazy.fields
            given = dict(zip(fields, placed, strict=False)) | named
            if len(given) != len(placed) + len(named) or not given.keys() <= fields.keys():
                super().__get__(noun, type(noun))(*placed, **named)
            for name, each in fields.items():
                if name in given:
                    value = given[name]
                elif each.default_factory is not MISSING:
                    value = each.default_factory()
                elif each.default is not MISSING:
                    value = each.default
                else:
                    super().__get__(noun, type(noun))(*placed, **named)
                object.__setattr__(noun, name, value)

    def write_init(lazy: Lazily) -> None:
        """Write the function that sets every field."""
        kind, names, parameters, lines = lazy.kind, {"MISSING": MISSING}, [], []
        for number, (name, each) in enumerate(lazy.fields.items()):
            value, default = name, ""
            if each.default_factory is not MISSING:
                names[f"make{number}"] = each.default_factory
                value, default = f"make{number}() if {name} is MISSING else {name}", "=MISSING"
            elif each.default is not MISSING:
                names[f"default{number}"] = each.default
                default = f"=default{number}"
            names[f"set{number}"] = vars(kind)[name].__set__
            parameters.append(name + default)
            lines.append(
                f" set{number}(self, {value})" if lazy.is_frozen else f" self.{name} = {value}"
            )
        text = f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines or [" pass"])
        exec(text, names)  # noqa: S102 - what the standard decorator does, with field names alone
        made = names["__init__"]
        made.__qualname__ = f"{kind.__qualname__}.__init__"
        made.__module__ = kind.__module__
        kind.__init__ = made

    def write_standard(lazy: Lazily) -> None:
        """Write what `dataclasses.fields`, `replace` and `is_dataclass` ask a class for."""
        import dataclasses

        said = [
            (name, type_, standard_field(lazy.fields[name]))
            for name, type_ in lazy.kind.__annotations__.items()
        ]
        standard = dataclasses.make_dataclass(lazy.kind.__name__, said, frozen=lazy.is_frozen)
        lazy.kind.__dataclass_fields__ = standard.__dataclass_fields__
        lazy.kind.__dataclass_params__ = standard.__dataclass_params__

    def standard_field(said: Field) -> object:
        """Give a field as the standard has it."""
        import dataclasses

        options = {name: getattr(said, name) for name in Field.__slots__}
        return dataclasses.field(**{k: each for k, each in options.items() if each is not MISSING})

    def show(self: object) -> str:
        """Write the class and its fields."""
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__shown__)
        return f"{type(self).__qualname__}({told})"

    def equals(self: object, other: object) -> bool:
        """Compare every field with one of the same class."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.__values__(self) == other.__values__(other)

    def hash_fields(self: object) -> int:
        """Hash every field."""
        return hash(self.__values__(self))

    def get_state(self: object) -> list[object]:
        """Give what a copy is made of."""
        return [getattr(self, name) for name in self.__slots__]

    def set_state(self: object, state: list[object]) -> None:
        """Take over the state of another."""
        for name, value in zip(self.__slots__, state, strict=True):
            object.__setattr__(self, name, value)

    def refuse_to_set(self: object, name: str, value: object) -> None:
        """Say that a field cannot be set."""
        from dataclasses import FrozenInstanceError

        del self, value
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def refuse_to_delete(self: object, name: str) -> None:
        """Say that a field cannot be deleted."""
        from dataclasses import FrozenInstanceError

        del self
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def ordering(compare: Callable[[object, object], bool]) -> Callable[[object, object], bool]:
        """Give the function that compares every field, in their order."""

        def holds(self: object, other: object) -> bool:
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compare(self.__values__(self), other.__values__(other))

        return holds

    FROZEN = {
        "__getstate__": get_state,
        "__setstate__": set_state,
        "__setattr__": refuse_to_set,
        "__delattr__": refuse_to_delete,
    }
    ORDERED = {
        name: ordering(getattr(operator, name)) for name in ("__lt__", "__le__", "__gt__", "__ge__")
    }
