"""Answers written one by one as they are found."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from skillgap.cli.streams import can_say, glyphs_for, is_colored, write_lines, write_text
from skillgap.matching.match import Match
from skillgap.rendering.layout.page import plain_text
from skillgap.rendering.match_text import match_line


def write_matches(matches: Iterable[Match], form: str, *, is_live: bool) -> None:
    """Write each answer on a line of its own; `is_live` shows each as soon as it is there.

    Stops without a word where nobody reads any more.
    """
    if form == "json":
        write_json_stream(matches, is_live=is_live)
        return
    glyphs = glyphs_for(sys.stdout)
    colored = is_colored(sys.stdout)
    for match in matches:
        line = match_line(match, glyphs)
        if colored:
            is_read = write_lines((line,), sys.stdout)
        else:
            is_read = write_text(plain_text((line,)), sys.stdout, flush=is_live)
        if not is_read:
            return
    write_text("", sys.stdout)


def write_json_stream(matches: Iterable[Match], *, is_live: bool) -> None:
    """Write one JSON object whose results stand one on a line."""
    from skillgap.rendering.json_parts import MatchJson
    from skillgap.rendering.json_values import SCHEMA_VERSION, to_json_line

    before = f'{{"schema_version": {SCHEMA_VERSION}, "results": ['
    for match in matches:
        value = MatchJson.of(match)
        text = to_json_line(value)
        if not can_say(sys.stdout, text):
            text = to_json_line(value, ascii_only=True)
        if not write_text(f"{before}\n  {text}", sys.stdout, flush=is_live):
            return
        before = ","
    end = "\n]}\n" if before == "," else f"{before}]}}\n"
    write_text(end, sys.stdout)
