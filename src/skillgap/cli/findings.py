"""Which diagnostics of a check are asked for, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final

import msgspec

from skillgap.cli.exit_codes import FINDINGS
from skillgap.cli.file_errors import UNREADABLE, code_for
from skillgap.diagnostics.codes import CODES
from skillgap.diagnostics.diagnostic import Diagnostic, Severity
from skillgap.errors import UserError
from skillgap.rendering.layout.clean import clean

EVERY_CODE: Final = tuple(entry.code for entry in CODES)


class Choice(msgspec.Struct, frozen=True):
    """The codes asked for; `is_strict` makes warnings count as errors do."""

    selected: frozenset[str]
    is_strict: bool = False

    def keep(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Leave out what is not asked for; a file that cannot be read is always told."""
        return tuple(
            each for each in diagnostics if each.code in self.selected or is_unreadable(each)
        )

    @property
    def failing(self) -> frozenset[Severity]:
        """The severities that fail a check."""
        severities = {Severity.ERROR, Severity.WARNING} if self.is_strict else {Severity.ERROR}
        return frozenset(severities)

    def exit_code(self, diagnostics: Sequence[Diagnostic]) -> int:
        """Give what the process exits with."""
        is_failed = any(each.severity in self.failing for each in diagnostics)
        return code_for(diagnostics) or (FINDINGS if is_failed else 0)


def is_unreadable(diagnostic: Diagnostic) -> bool:
    """Say whether a file could not be read: to ignore that would be to pass without a look."""
    is_text = diagnostic.code.startswith("SG1") and diagnostic.severity is Severity.ERROR
    return is_text or diagnostic.code in UNREADABLE


def read_codes(option: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that codes, beginnings of codes and names stand for; commas divide them.

    Raises `UserError` for a word that is none of these.
    """
    found: set[str] = set()
    for word in (part.strip() for text in texts for part in text.split(",")):
        if not word:
            continue
        codes = {
            entry.code
            for entry in CODES
            if entry.name == word.lower() or (len(word) > 1 and entry.code.startswith(word.upper()))
        }
        if not codes:
            known = [each for entry in CODES for each in (entry.code, entry.name)]
            near = get_close_matches(word, known, n=1)
            hint = f"did you mean `{near[0]}`? " if near else ""
            raise UserError(
                f"`{option}` does not know the code `{clean(word)[:40]}`",
                hint=f"{hint}give codes such as `SG302`, families such as `SG4`, or names",
            )
        found |= codes
    return tuple(sorted(found))
