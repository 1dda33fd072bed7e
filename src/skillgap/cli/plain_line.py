"""Plain command lines, read from the signature of the command's own function.

A line is plain where it names a command in full and every further word is an argument, an option
by its full name, or an option's value. All other lines, wrong ones and those that ask for help
among them, are left to typer, which reads plain ones to the same arguments.

Why: typer takes longer to import, and to be told of forty options, than most commands work.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from skillgap.cli.commands import COMMANDS, GROUPS, find_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Command = Callable[..., int]

COMPLETION = "_SKILLGAP_COMPLETE"
"""The variable in which a shell asks typer how a line may go on."""

EXPANDED_ON_WINDOWS = frozenset("*?[~$%")
"""What typer puts files and variables in the place of where the shell does not."""

OPTION_NAMES: Mapping[str, tuple[str, ...]] = {
    "file": ("--input",),
    "form": ("--format",),
    "output": ("-o", "--output"),
    "role_files": ("--roles",),
}
"""The options that are not called as their parameter is."""


def option_names(parameter: str) -> tuple[str, ...]:
    """Give the names of the option that a parameter is set by."""
    return OPTION_NAMES.get(parameter) or ("--" + parameter.replace("_", "-"),)


def read_line(words: Sequence[str]) -> tuple[Command, dict[str, object]] | None:
    """Give the command that a plain line names and its arguments, None for any other line."""
    if os.environ.get(COMPLETION) or not words:
        return None
    if os.name == "nt" and not EXPANDED_ON_WINDOWS.isdisjoint("".join(words)):
        return None
    name, *rest = words
    rows: Sequence[tuple[str, str, str, str]] = COMMANDS
    for group, inner, _ in GROUPS:
        if group == name and rest:
            rows, (name, *rest) = inner, rest
            break
    for known, place, *_ in rows:
        if known == name:
            command: Command = find_at(place)  # type: ignore[assignment]
            arguments = read_arguments(command, rest)
            return None if arguments is None else (command, arguments)
    return None


def read_arguments(command: Command, words: Sequence[str]) -> dict[str, object] | None:
    """Give the arguments that plain words stand for, None where they are not plain.

    What may stand anywhere sets the parameters that are given by position, options those that are
    given by keyword. Annotations are read as they are written: `bool`, `str` or `list[str]`, with
    or without None.
    """
    code, kinds = command.__code__, command.__annotations__
    options = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    by_name = {name: each for each in options for name in option_names(each)}
    given: dict[str, object] = {}
    lists: dict[str, list[str]] = {}
    loose: list[str] = []
    left = iter(words)
    for word in left:
        if not is_option(word):
            loose.append(word)
            continue
        name, equals, value = word.partition("=")
        option = by_name.get(name, "")
        is_flag = kinds.get(option) == "bool"
        if not equals and not is_flag:
            value = next(left, "--")
        if not option or is_option(value) or (equals and (is_flag or not name.startswith("--"))):
            return None
        if is_flag:
            given[option] = True
        elif kinds[option].startswith("list"):
            given[option] = lists.setdefault(option, [])
            lists[option].append(value)
        else:
            given[option] = value
    placed = place_words(command, loose)
    return None if placed is None else {**(command.__kwdefaults__ or {}), **placed, **given}


def place_words(command: Command, words: list[str]) -> dict[str, object] | None:
    """Give what words set the parameters by position to, None where they are too few or many."""
    names = command.__code__.co_varnames[: command.__code__.co_argcount]
    defaults = command.__defaults__ or ()
    required = len(names) - len(defaults)
    placed: dict[str, object] = {}
    for place, name in enumerate(names):
        if not words:
            if place < required:
                return None
            placed[name] = defaults[place - required]
        elif command.__annotations__[name].startswith("list"):
            placed[name], words = words, []
        else:
            placed[name], *words = words
    return None if words else placed


def is_option(word: str) -> bool:
    """Say whether a word begins as an option does; `-` alone is a file."""
    return len(word) > 1 and word[0] == "-"
