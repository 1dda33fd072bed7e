"""What is wrong, told to a person."""

from __future__ import annotations

import sys


def tell_error(message: str, hint: str) -> None:
    """Write what is wrong and what to do about it to standard error."""
    from skillgap.cli.streams import page_for, say
    from skillgap.rendering.layout.spans import Span, Style
    from skillgap.text import clean

    page = page_for(sys.stderr)
    page.text([Span("error", Style.BAD), Span(f": {clean(message)}", Style.STRONG)], hang=7)
    for number, line in enumerate(hint.splitlines()):
        told = clean(line)
        if number == 0:
            page.blank()
            page.text([Span("hint", Style.HINT), Span(f": {told}")], hang=6)
        else:
            page.text(told, indent=2 if line.startswith(" ") else 0, hang=2)
    say(page)
