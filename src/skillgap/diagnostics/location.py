"""Where in a file a value stands."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

DataPath = tuple[str | int, ...]
"""The way from the top of a file to a value in it: `("credentials", 6, "awards", 0, "skill")`."""


class Location(msgspec.Struct, frozen=True, order=True):
    """A place in a text file; lines and columns count from 1, `length` is in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


class SourceMap(msgspec.Struct, frozen=True):
    """Where a file's values stand, beside the values themselves.

    `values` and `keys` map a data path to the location of that value, or of its key, in the
    text. `lines` are the text's lines without their ends.
    """

    file: str
    lines: tuple[str, ...] = ()
    values: Mapping[DataPath, Location] = msgspec.field(default_factory=dict)
    keys: Mapping[DataPath, Location] = msgspec.field(default_factory=dict)

    def locate(self, path: DataPath, *, key: bool = False) -> Location:
        """Return the location of `path`, or of the nearest enclosing value that has one."""
        if key and path in self.keys:
            return self.keys[path]
        while path:
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        return self.values.get((), Location(self.file))


def format_path(path: DataPath) -> str:
    """Write a data path the way a person would index it: `credentials[6].awards[0].skill`."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text
