"""`skillgap explain`: what a diagnostic code means."""

from __future__ import annotations

from skillgap.cli import exit_codes


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
    from skillgap.rendering.findings.text import code_json, write_code

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
    emit(form, None, lambda page: write_code(page, found), lambda: code_json(found))
    return exit_codes.DONE
