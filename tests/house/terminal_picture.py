"""Pictures of the terminal for the README: what a command prints, drawn by rich."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex

WIDTH = 92

SPACE = "&#160;"

CHARACTER = 12.2
"""How wide rich draws a character, in pixels."""

TEXT = re.compile(
    r'(?P<head><text class="[^"]*") x="(?P<x>[0-9.]+)"(?P<tail> y="[0-9.]+")'
    r'(?: textLength="[0-9.]+")? clip-path="[^"]*">(?P<body>[^<]*)</text>'
)

FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>{label}</title>
<style>
.{unique_id}-matrix {{
  font: {char_height}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
{styles}
</style>
<rect width="{width}" height="{height}" rx="10" fill="#1b1d23" />
<g transform="translate({terminal_x}, {terminal_y})" class="{unique_id}-matrix">
{backgrounds}
{matrix}
</g>
</svg>
"""
"""Why not rich's own frame: it loads a font from the network, and draws a window around."""


def picture(command: str) -> str:
    """Return an SVG of what a `skillgap ...` command prints in color; nothing is loaded by it."""
    from rich.console import Console
    from rich.text import Text

    from skillgap.cli.main import main

    out = io.StringIO()
    settings = {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "FORCE_COLOR": "1", "NO_COLOR": ""}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            code = main(shlex.split(command)[1:])
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    if code != 0 or "\x1b[" not in out.getvalue():
        raise SystemExit(f"`{command}` ended with {code}, or printed no color")
    console = Console(
        width=WIDTH, record=True, file=io.StringIO(), color_system="truecolor", legacy_windows=False
    )
    console.print(Text.from_ansi(f"$ {command}\n\n{out.getvalue().rstrip()}"))
    drawn = console.export_svg(title="", code_format=FRAME.replace("{label}", title_of(command)))
    return (
        "\n".join(filter(None, map(str.rstrip, TEXT.sub(without_spaces, drawn).splitlines())))
        + "\n"
    )


def without_spaces(found: re.Match[str]) -> str:
    """Return a text without the spaces at its ends, moved to where its first letter stands.

    Why: viewers differ in what they make of spaces at the start of a text.
    """
    head, start, body, tail = found["head"], float(found["x"]), found["body"], found["tail"]
    while body.startswith(SPACE):
        body, start = body.removeprefix(SPACE), start + CHARACTER
    while body.rstrip().endswith(SPACE):
        body = body.rstrip().removesuffix(SPACE)
    if not body.strip():
        return ""
    return f'{head} x="{start:.1f}"{tail}>{body.rstrip()}</text>\n'


def title_of(command: str) -> str:
    """Return a command as the title of a picture."""
    return command.replace("&", "&amp;").replace("<", "&lt;").replace("{", "").replace("}", "")
