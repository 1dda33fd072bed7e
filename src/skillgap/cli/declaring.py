"""A command as typer reads it: its own signature, and the words about each parameter."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from skillgap.cli.declarations.words import Words
from skillgap.cli.plain_line import option_names


def declare(command: Callable[..., int], words: Mapping[str, Words]) -> Callable[..., int]:
    """Give a function that calls a command, with a signature that says all typer wants to know.

    Parameters by position are arguments, those by keyword are options.
    """
    signature = inspect.signature(command, eval_str=True)
    parameters = [
        each.replace(annotation=Annotated[each.annotation, declare_parameter(each, words)])
        for each in signature.parameters.values()
    ]

    def declared(**given: object) -> int:
        return command(**given)

    declared.__name__, declared.__doc__ = command.__name__, command.__doc__
    declared.__annotations__ = {each.name: each.annotation for each in parameters}
    declared.__dict__["__signature__"] = signature.replace(parameters=parameters)
    return declared


def declare_parameter(parameter: inspect.Parameter, words: Mapping[str, Words]) -> Any:  # noqa: ANN401 - typer's own
    """Give what typer is told of a parameter."""
    said = words[parameter.name]
    if parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
        return typer.Argument(metavar=said.metavar, help=said.help)
    first, *others = option_names(parameter.name)
    return typer.Option(
        first, *others, metavar=said.metavar, help=said.help, rich_help_panel=said.panel
    )
