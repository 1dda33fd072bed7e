"""Words of `typing` that only type checkers read; at run time they say nothing.

Why: importing `typing` takes a quarter of the time that the interpreter takes to start. A module
that needs another of its words, or needs one at run time, has it from there.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import IO, Any, Final, NoReturn, Protocol, Self, overload
else:
    IO = Any = Final = NoReturn = Protocol = Self = object

    def overload(function: object) -> object:
        """Leave a function as it is."""
        return function


__all__ = ["IO", "TYPE_CHECKING", "Any", "Final", "NoReturn", "Protocol", "Self", "overload"]
