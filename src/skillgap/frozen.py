"""Frozen, slotted dataclasses that are made in a quarter of the time; nothing else.

Why: the standard decorator writes and compiles six functions for each class, every time a process
starts. The hundred classes that a plan needs take longer to make than the plan. Here a class gets
the one function that depends on its fields, `__init__`, and shares the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from operator import attrgetter

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Make a dataclass; anything but plain `frozen` and `slots` is left to the standard."""
        if options != {"frozen": True, "slots": True}:
            return dataclasses.dataclass(**options)
        return freeze

    def freeze(kind: type) -> type:
        """Make a frozen, slotted dataclass of a class that inherits from none."""
        if any(is_special(each) for each in vars(kind).values()):
            return dataclasses.dataclass(frozen=True, slots=True)(kind)
        kind.__repr__ = show
        kind.__eq__ = equals
        kind.__hash__ = hash_fields
        kind.__getstate__ = get_state
        kind.__setstate__ = set_state
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
        made.__values__ = attrgetter(*made.__slots__) if made.__slots__ else type
        made.__init__ = write_init(made)
        made.__setattr__ = refuse_to_set
        made.__delattr__ = refuse_to_delete
        return made

    def is_special(value: object) -> bool:
        """Say whether a field is not to be compared or shown."""
        return isinstance(value, dataclasses.Field) and not (value.compare and value.repr)

    def write_init(kind: type) -> Callable[..., None]:
        """Write the function that sets every field, through its slot."""
        names, parameters, lines = {}, [], []
        for number, field in enumerate(dataclasses.fields(kind)):
            names[f"set{number}"] = kind.__dict__[field.name].__set__
            value = field.name
            if field.default_factory is not dataclasses.MISSING:
                names[f"make{number}"] = field.default_factory
                names[f"default{number}"] = MISSING
                value = f"make{number}() if {value} is default{number} else {value}"
            elif field.default is not dataclasses.MISSING:
                names[f"default{number}"] = field.default
            has_default = f"default{number}" in names
            parameters.append(field.name + (f"=default{number}" if has_default else ""))
            lines.append(f" set{number}(self, {value})")
        text = f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines or [" pass"])
        exec(text, names)  # noqa: S102 - what the standard decorator does, with field names alone
        made = names["__init__"]
        made.__qualname__ = f"{kind.__qualname__}.__init__"
        made.__module__ = kind.__module__
        return made

    MISSING = dataclasses.MISSING

    def show(self: object) -> str:
        """Write the class and its fields."""
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
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
        del self, value
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def refuse_to_delete(self: object, name: str) -> None:
        """Say that a field cannot be deleted."""
        del self
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
