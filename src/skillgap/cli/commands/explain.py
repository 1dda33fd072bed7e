"""`skillgap explain`: what a diagnostic code means."""

from __future__ import annotations

from typing import Annotated

from skillgap.cli import exits
from skillgap.cli.options import FormatOption
from skillgap.cli.signature import Parameter


def explain(
    code: Annotated[str, Parameter("A code or its name.", "CODE")],
    *,
    format_: FormatOption = "text",
) -> int:
    """Explain a diagnostic code: what it means, why it matters, and what to write instead.

    Examples:
        skillgap explain SG302
        skillgap explain unknown-skill
    """
    from skillgap.cli.streams import emit
    from skillgap.diagnostics.codes import CODES
    from skillgap.errors import UserError
    from skillgap.rendering.findings.text import code_json, write_code

    wanted = code.strip()
    for entry in CODES:
        if wanted.upper() == entry.code or wanted.lower() == entry.name:
            found = entry
            break
    else:
        from difflib import get_close_matches

        known = [each for entry in CODES for each in (entry.code, entry.name)]
        near = get_close_matches(wanted, known, n=1) or get_close_matches(
            wanted.upper(), known, n=1
        )
        hint = f"did you mean `{near[0]}`?" if near else "codes look like `SG302`"
        raise UserError(f"there is no code `{code}`", hint=hint)
    emit(format_, None, lambda page: write_code(page, found), lambda: code_json(found))
    return exits.DONE
