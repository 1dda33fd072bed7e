"""Files with errors, and what a process exits with because of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from skillgap.cli.exit_codes import DONE, FINDINGS, WRONG_USAGE
from skillgap.diagnostics.diagnostic import Diagnostic, Severity

UNREADABLE: Final = frozenset({"SG101", "SG102", "SG103", "SG104", "SG105", "SG110"})
"""Codes of files that could not be read at all, which is as good as a wrong argument."""


def code_for(diagnostics: Iterable[Diagnostic]) -> int:
    """Give the exit code of a file check: unreadable input weighs more than findings in it."""
    codes = {each.code for each in diagnostics if each.severity is Severity.ERROR}
    if codes & UNREADABLE:
        return WRONG_USAGE
    return FINDINGS if codes else DONE
