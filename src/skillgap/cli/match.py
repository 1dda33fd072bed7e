"""`skillgap match`: what words are taken to mean."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from skillgap.api import read_phrases
from skillgap.cli import exit_codes
from skillgap.errors import UserError

KINDS: Final = ("any", "skill", "role", "credential")
STANDARD_INPUT: Final = "-"


def match(
    words: list[str] | None = None,
    *,
    kind: str = "any",
    file: str | None = None,
    profile: str | None = None,
    catalog: list[str] | None = None,
    roles: list[str] | None = None,
    no_cache: bool = False,
    form: str = "text",
) -> int:
    """Show what words are taken to mean: skills, roles, credentials; how, and how surely.

    Skills that your profile keeps a choice for are taken as it says.
    """
    from skillgap.cli.files import open_catalog, open_profile
    from skillgap.cli.match_stream import write_readings
    from skillgap.cli.values import FORMATS, read_choice

    form = read_choice("--format", form, FORMATS)
    kind = read_choice("--kind", kind, KINDS)
    if not words and file is None:
        raise UserError(
            "there is nothing to match",
            hint="give words, as in `skillgap match js k8s`, or a file with `--input`",
        )
    if words and file is not None:
        raise UserError(
            "words and `--input` cannot be given together", hint="leave one of them out"
        )
    loaded = open_catalog(catalog, roles, no_cache=no_cache)
    queries = words or read_queries(file or STANDARD_INPUT)
    person = open_profile(profile) if kind in ("any", "skill") else None
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    readings = read_phrases(
        loaded, queries, kind=kind, choices=person.choices if person else {}, year=today.year
    )
    write_readings(readings, form, is_live=file == STANDARD_INPUT)
    return exit_codes.DONE


def read_queries(file: str) -> Iterator[str]:
    """Give the lines of a file or of standard input, one after the other, without their ends."""
    if file == STANDARD_INPUT:
        stream = getattr(sys.stdin, "buffer", None)
        if stream is not None:
            yield from decoded(stream)
        elif sys.stdin is not None:
            yield from (line.rstrip("\r\n") for line in sys.stdin)
        return
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - `file` may be a descriptor of the shell
            yield from decoded(stream)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a possible file name"
        raise UserError(
            f"cannot read `{file}`: {reason}", hint="`--input` takes a text file, one query a line"
        ) from error


def decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """Read lines as UTF-8; what is not becomes U+FFFD, so that every line gets an answer."""
    for number, line in enumerate(lines):
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        yield text.removeprefix("\ufeff") if number == 0 else text
