"""A report to wherever it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from skillgap.cli.streams import can_say, page_for, write_file, write_lines, write_text
from skillgap.rendering.layout.page import Page, plain_text

if TYPE_CHECKING:
    from skillgap.rendering.json_values import JsonObject

STANDARD_OUTPUT = "-"


def emit(
    form: str,
    output: str | None,
    write_report: Callable[[Page], None],
    build_json: Callable[[], JsonObject],
) -> None:
    """Write a report in the form asked for, to a file or to standard output."""
    if form == "json":
        report = build_json()
        if output is None or output == STANDARD_OUTPUT:
            write_json(report)
        else:
            from skillgap.rendering.json_values import to_json

            write_file(to_json(report), output)
        return
    if output is None or output == STANDARD_OUTPUT:
        page = page_for(sys.stdout)
        write_report(page)
        write_lines(page.lines, sys.stdout)
        return
    page = page_for(None)
    write_report(page)
    write_file(plain_text(page.lines), output)


def write_json(value: JsonObject) -> None:
    """Write JSON to standard output; one that cannot say all characters gets them escaped."""
    from skillgap.rendering.json_values import to_json

    text = to_json(value)
    is_sayable = can_say(sys.stdout, text)
    write_text(text if is_sayable else to_json(value, ascii_only=True), sys.stdout)


def emit_text(text: str, output: str | None) -> None:
    """Write text that is laid out already, to a file or to standard output."""
    if output is None or output == STANDARD_OUTPUT:
        write_text(text, sys.stdout)
    else:
        write_file(text, output)
