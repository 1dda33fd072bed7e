"""What the process says to its caller: a public contract."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
FINDINGS: Final = 1
WRONG_USAGE: Final = 2
OUR_FAULT: Final = 3
INTERRUPTED: Final = 130


class ToldError(Exception):
    """What is wrong has been told already; `code` is what the process exits with."""

    def __init__(self, code: int) -> None:
        """Keep the exit code."""
        super().__init__(code)
        self.code = code
