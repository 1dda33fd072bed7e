"""What help says of a command and of each of its parameters."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Words(msgspec.Struct, frozen=True):
    """What help says of a parameter.

    `metavar` stands for its value; options with one `panel` stand in one section.
    """

    help: str
    metavar: str | None = None
    panel: str | None = None


class Declaration(msgspec.Struct, frozen=True):
    """The examples of a command, as they are typed, and the words about each of its parameters.

    What a parameter is called, takes and has for a default stands in the command's own signature.
    """

    examples: str
    words: Mapping[str, Words]
