"""`skillgap explain`: what a diagnostic code means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from skillgap.cli import exits
from skillgap.cli.options import FormatOption, did_you_mean
from skillgap.cli.signature import Parameter

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject


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
    from skillgap.rendering.findings.text import write_code

    wanted = code.strip()
    for entry in CODES:
        if wanted.upper() == entry.code or wanted.lower() == entry.name:
            found = entry
            break
    else:
        known = [each for entry in CODES for each in (entry.code, entry.name)]
        near = did_you_mean(wanted, known) or did_you_mean(wanted.upper(), known)
        hint = near.strip() or "codes look like `SG302`"
        raise UserError(f"there is no code `{code}`", hint=hint)

    def build_json() -> JsonObject:
        from skillgap.rendering.findings.json import code_json

        return code_json(found)

    emit(format_, None, lambda page: write_code(page, found), build_json)
    return exits.DONE
