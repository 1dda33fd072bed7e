"""Reports and errors to standard output, standard error and files, whatever is at the other end."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING, Final

from skillgap.errors import UserError
from skillgap.rendering.layout.page import Page, plain_text
from skillgap.rendering.layout.spans import Line, Span, Style
from skillgap.rendering.layout.terminal import ASCII, UNICODE, Glyphs

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.rendering.json_values import JsonObject

STANDARD_OUTPUT: Final = "-"
PIPE_COLUMNS: Final = 100
DRAWN: Final = f"{UNICODE.met}{UNICODE.open}{UNICODE.bar_held}{UNICODE.therefore}"


def page_for(stream: IO[str] | None) -> Page:
    """Return an empty page that fits a stream: `COLUMNS`, the terminal's width, or 100."""
    return Page(columns_told() or PIPE_COLUMNS, glyphs_for(stream))


def columns_told() -> int:
    """Return the width to write to, as `shutil.get_terminal_size` finds it; 0 for a pipe.

    Why not that: importing it takes longer than all that is written here.
    """
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns > 0:
        return columns
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 0


def glyphs_for(stream: IO[str] | None) -> Glyphs:
    """Return the marks that a stream's encoding can say."""
    return UNICODE if can_say(stream, DRAWN) else ASCII


def can_say(stream: IO[str] | None, text: str) -> bool:
    """Say whether a stream's encoding has every character of a text."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def is_colored(stream: IO[str] | None) -> bool:
    """Say whether to write colors: `NO_COLOR` forbids them, `FORCE_COLOR` asks for them."""
    if stream is None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write_lines(lines: Sequence[Line], stream: IO[str] | None) -> bool:
    """Write lines, in color where the stream shows it."""
    if not is_colored(stream):
        return write_text(plain_text(lines), stream)
    if not needs_rich():
        from skillgap.rendering.layout.terminal import escaped_text

        return write_text(escaped_text(lines), stream)
    from rich.console import Console

    from skillgap.rendering.layout.terminal import colored_text

    console = Console(file=stream, force_terminal=True, highlight=False, markup=False, emoji=False)
    return write_text(colored_text(lines, console), stream)


def needs_rich() -> bool:
    """Say whether it takes more than escape sequences to tell what a terminal can show."""
    return os.name == "nt" or os.environ.get("TERM", "").lower() in {"dumb", "unknown"}


def write_text(text: str, stream: IO[str] | None, *, flush: bool = True) -> bool:
    """Write text; return False where nobody reads any more, which is no error.

    Raises `UserError` where the stream takes no more for another reason, such as a full disk.
    """
    if stream is None:
        return False
    if not can_say(stream, text):
        from skillgap.text import to_ascii

        text = to_ascii(text)
    try:
        stream.write(text)
        if flush:
            stream.flush()
    except BrokenPipeError:
        silence(stream)
        return False
    except OSError as error:
        silence(stream)
        raise UserError(f"cannot write the output: {error.strerror}") from error
    except ValueError:
        return False
    return True


def silence(stream: IO[str]) -> None:
    """Send what is still buffered nowhere, so that the interpreter's last flush is quiet."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def flush_all() -> None:
    """Flush both streams, quiet about readers that are gone."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except (OSError, ValueError):
                silence(stream)


def say(page: Page) -> None:
    """Write a page to standard error; where that is not possible, nothing can be said."""
    with contextlib.suppress(UserError):
        write_lines(page.lines, sys.stderr)


def write_file(text: str, file: str) -> None:
    """Write a file whole: aside first, then renamed, so that it is the old or the new, never half.

    Raises `UserError` where that is not possible.
    """
    from pathlib import Path

    target = Path(os.path.realpath(file))
    try:
        if target.exists() and not target.is_file():
            write_special(text, target)
        else:
            replace_file(text, target)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(
            f"cannot write `{file}`: {reason}",
            hint="give `-o` a file in a folder that exists and that you may write to",
        ) from error


def write_special(text: str, target: Path) -> None:
    """Write to what is there and is no regular file, such as a pipe or `/dev/null`."""
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def replace_file(text: str, target: Path) -> None:
    """Write beside the target and rename."""
    import tempfile
    from pathlib import Path

    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~umask()
    descriptor, aside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(aside).chmod(mode)
        Path(aside).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(aside).unlink()
        raise


def umask() -> int:
    """Return the permissions that new files of this process do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def emit(
    form: str,
    output: str | None,
    write_report: Callable[[Page], None],
    build_json: Callable[[], JsonObject],
) -> None:
    """Write a report in the form asked for, to a file or to standard output."""
    if form == "json":
        from skillgap.rendering.json_values import to_json

        value = build_json()
        text = to_json(value)
        if is_standard(output) and not can_say(sys.stdout, text):
            text = to_json(value, ascii_only=True)
        emit_text(text, output)
        return
    page = page_for(sys.stdout if is_standard(output) else None)
    write_report(page)
    if is_standard(output):
        write_lines(page.lines, sys.stdout)
    else:
        emit_text(plain_text(page.lines), output)


def emit_text(text: str, output: str | None) -> None:
    """Write text that is laid out already, to a file or to standard output."""
    if output is None or output == STANDARD_OUTPUT:
        write_text(text, sys.stdout)
    else:
        write_file(text, output)


def is_standard(output: str | None) -> bool:
    """Say whether what is written goes to standard output."""
    return output is None or output == STANDARD_OUTPUT


def remark(text: str) -> None:
    """Write a sentence to standard error; a page lets nothing through that a terminal obeys."""
    page = page_for(sys.stderr)
    page.text(text)
    say(page)


def tell_error(message: str, hint: str) -> None:
    """Write what is wrong and what to do about it to standard error."""
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
