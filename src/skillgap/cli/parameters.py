"""What a command takes, said once in its own signature: for plain lines and for typer alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from skillgap.cli.values import OneOf

Command = Callable[..., int]


class Parameter(msgspec.Struct, frozen=True):
    """What is said of a parameter beside its name, its type and its default.

    Help says `help`, writes `metavar` for the value, and has the options of one `panel` in one
    section. `read` makes a value of what is typed; it is given the option's name as well, for what
    it has to say. `also` is another name of an option.
    """

    help: str
    metavar: str | None = None
    panel: str | None = None
    read: Callable[[str, Any], object] | None = None
    also: str | None = None

    @property
    def placeholder(self) -> str | None:
        """What stands for the value: the choices themselves where nothing else is said."""
        choices = self.read.choices if isinstance(self.read, OneOf) else ()
        return self.metavar or "|".join(choices) or None


class GoesWith(msgspec.Struct, frozen=True):
    """Stands beside what is said of an option that says nothing without another one."""

    option: str
    hint: str


def option_name(parameter: str) -> str:
    """Return the name of the option that sets a parameter given by keyword.

    A last underscore only keeps a name apart from one of Python's own.
    """
    return "--" + parameter.rstrip("_").replace("_", "-")


def describe(command: Command, name: str) -> tuple[Any, Parameter, GoesWith | None]:
    """Return the type of a parameter's value, what is said of it, and without what it is none.

    A `bool` is a flag; of a tuple there may be several; all else is one value.

    Why one by one: the annotations of a signature are text until somebody asks, and a command line
    has few of the forty options that there are.
    """
    text: str = command.__annotations__[name]
    annotation = eval(text, command.__globals__)  # noqa: S307 - the text of our own signature
    return annotation.__origin__, annotation.__metadata__[0]


def is_repeated(kind: object) -> bool:
    """Say whether there may be several of what has this type."""
    return getattr(kind, "__origin__", None) is tuple


def read_values(command: Command, typed: Mapping[str, Any]) -> dict[str, object]:
    """Return the values that typed texts stand for, read in the order of the signature.

    Where nothing is typed, or None, the parameter keeps its default.
    Raises `UserError` for a text that does not say what its parameter takes.
    """
    values: dict[str, object] = {}
    for name in command.__annotations__:
        value = typed.get(name)
        if value is None:
            continue
        kind, said = describe(command, name)
        if is_repeated(kind):
            value = tuple(value)
        if said.read is not None:
            is_option = name in (command.__kwdefaults__ or ())
            value = said.read(option_name(name) if is_option else said.metavar or name, value)
        values[name] = value
    return values
