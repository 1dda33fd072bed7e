"""What a command takes, said once in its own signature; plain words are read by that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from skillgap.errors import UserError

Command = Callable[..., int]

Typed = dict[str, bool | str | list[str]]
"""What is typed for each parameter of a command."""


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
        return self.metavar or "|".join(getattr(self.read, "choices", ())) or None


class GoesWith(msgspec.Struct, frozen=True):
    """Stands beside what is said of an option that says nothing without another parameter."""

    parameter: str
    hint: str


def option_name(parameter: str) -> str:
    """Return the name of the option that sets a parameter given by keyword.

    A last underscore only keeps a name apart from one of Python's own.
    """
    return "--" + parameter.rstrip("_").replace("_", "-")


def describe(command: Command, name: str) -> tuple[Any, Parameter, *tuple[GoesWith, ...]]:
    """Return the type of a parameter's value and all that is said of it.

    A `bool` is a flag; of a tuple there may be several; all else is one value.

    Why one by one: the annotations of a signature are text until somebody asks, and a command line
    has few of the forty options that there are.
    """
    text: str = command.__annotations__[name]
    annotation = eval(text, command.__globals__)  # noqa: S307 - the text of our own signature
    return annotation.__origin__, *annotation.__metadata__


def is_repeated(kind: object) -> bool:
    """Say whether there may be several of what has this type; None may stand for not told."""
    kinds = (kind, *getattr(kind, "__args__", ()))
    return any(getattr(each, "__origin__", None) is tuple for each in kinds)


def read_values(command: Command, typed: Mapping[str, Any]) -> dict[str, object]:
    """Return the values that typed texts stand for, read in the order of the signature.

    Where nothing is typed, which None and False say too, a parameter keeps its default.
    Raises `UserError` for an option that goes with another, and for a text that does not say what
    its parameter takes.
    """
    given = {name: typed[name] for name in command.__annotations__ if is_given(typed.get(name))}
    values: dict[str, object] = {}
    for name, value in given.items():
        kind, said, *rules = describe(command, name)
        for rule in rules:
            if rule.parameter not in given:
                other = option_name(rule.parameter)
                raise UserError(f"`{option_name(name)}` goes with `{other}`", hint=rule.hint)
        values[name] = tuple(value) if is_repeated(kind) else value
        if said.read is not None:
            is_option = name in (command.__kwdefaults__ or ())
            told_as = option_name(name) if is_option else said.metavar or name
            values[name] = said.read(told_as, values[name])
    return values


def is_given(typed: object) -> bool:
    """Say whether something was typed for a parameter."""
    return typed is not None and typed is not False


def read_words(command: Command, words: Sequence[str]) -> Typed | None:
    """Return what plain words give each parameter, None where they are not plain.

    What may stand anywhere sets the parameters that are given by position, options those that are
    given by keyword.
    """
    code = command.__code__
    options = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    by_name = {option_name(each): each for each in options}
    typed: Typed = {}
    lists: dict[str, list[str]] = {}
    loose: list[str] = []
    left = iter(words)
    for word in left:
        if not is_option(word):
            loose.append(word)
            continue
        name, equals, value = word.partition("=")
        option = by_name.get(name) or find_also(command, options, name)
        if not option:
            return None
        kind, *_ = describe(command, option)
        if not equals and kind is not bool:
            value = next(left, "--")
        if is_option(value) or (equals and (kind is bool or not name.startswith("--"))):
            return None
        if kind is bool:
            typed[option] = True
        elif is_repeated(kind):
            typed[option] = lists.setdefault(option, [])
            lists[option].append(value)
        else:
            typed[option] = value
    placed = place_words(command, loose)
    return None if placed is None else {**placed, **typed}


def find_also(command: Command, options: Sequence[str], name: str) -> str:
    """Return the option that has a name beside its first one, an empty text where none has."""
    return next((each for each in options if describe(command, each)[1].also == name), "")


def place_words(command: Command, words: list[str]) -> Typed | None:
    """Return the parameters by position that words set, None where they are too few or many."""
    names = command.__code__.co_varnames[: command.__code__.co_argcount]
    required = len(names) - len(command.__defaults__ or ())
    placed: Typed = {}
    for place, name in enumerate(names):
        if not words:
            if place < required:
                return None
        elif is_repeated(describe(command, name)[0]):
            placed[name], words = words, []
        else:
            placed[name], *words = words
    return None if words else placed


def is_option(word: str) -> bool:
    """Say whether a word begins as an option does; `-` alone is a file."""
    return len(word) > 1 and word[0] == "-"
