"""`skillgap explain`: what a diagnostic code means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.cli import exit_codes

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject


def explain(
    code: str,
    *,
    form: str = "text",
) -> int:
    """Explain a diagnostic code: what it means, why it matters, and what to write instead."""
    from skillgap.cli.emit import emit
    from skillgap.cli.values import FORMATS, read_choice
    from skillgap.diagnostics.codes import CODES
    from skillgap.errors import UserError
    from skillgap.rendering.findings.text import write_code

    form = read_choice("--format", form, FORMATS)
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

    def build_json() -> JsonObject:
        from skillgap.rendering.findings.json import code_json

        return code_json(found)

    emit(form, None, lambda page: write_code(page, found), build_json)
    return exit_codes.DONE
