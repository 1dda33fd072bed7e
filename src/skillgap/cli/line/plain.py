"""Plain command lines, read by the signature of the command's own function.

A line is plain where it names a command in full and every further word is an argument, an option
by its full name, or an option's value. All other lines, wrong ones and those that ask for help
among them, are left to typer, which reads plain ones to the same arguments.

Why: typer takes longer to import, and to be told of forty options, than most commands work.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from skillgap.cli.line.command_table import COMMANDS, GROUPS, find_at
from skillgap.cli.line.parameters import Command, describe, is_repeated, option_name

Typed = dict[str, bool | str | list[str]]
"""What is typed for each parameter of a command."""

COMPLETION = "_SKILLGAP_COMPLETE"
"""The variable in which a shell asks typer how a line may go on."""

EXPANDED_ON_WINDOWS = frozenset("*?[~$%")
"""What typer puts files and variables in the place of where the shell does not."""


def read_line(words: Sequence[str]) -> tuple[Command, Typed] | None:
    """Return the command that a plain line names and what it is given, None for any other line."""
    if os.environ.get(COMPLETION) or not words:
        return None
    if os.name == "nt" and not EXPANDED_ON_WINDOWS.isdisjoint("".join(words)):
        return None
    name, *rest = words
    rows: Sequence[tuple[str, str, str]] = COMMANDS
    for group, inner, _ in GROUPS:
        if group == name and rest:
            rows, (name, *rest) = inner, rest
            break
    for known, place, _ in rows:
        if known == name:
            command = find_at(place)
            typed = read_words(command, rest)
            return None if typed is None else (command, typed)
    return None


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
