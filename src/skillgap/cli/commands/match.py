"""`skillgap match`: what words are taken to mean."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Final

from skillgap.cli import exits
from skillgap.cli.options import (
    CatalogOption,
    FormatOption,
    NoCacheOption,
    OneOf,
    ProfileOption,
    RolesOption,
    this_day,
)
from skillgap.cli.signature import Parameter
from skillgap.errors import UserError

if TYPE_CHECKING:
    from skillgap.matching.reading.part import Reading

KINDS: Final = ("any", "skill", "role", "credential")
STANDARD_INPUT: Final = "-"


def match(
    words: Annotated[tuple[str, ...], Parameter("Each is matched by itself.", "[WORDS]...")] = (),
    *,
    kind: Annotated[str, Parameter("What to match against.", read=OneOf(KINDS))] = "any",
    input_: Annotated[
        str | None, Parameter("Read one query a line; `-` is standard input.", "FILE")
    ] = None,
    profile: ProfileOption = None,
    catalog: CatalogOption = (),
    roles: RolesOption = (),
    no_cache: NoCacheOption = False,
    format_: FormatOption = "text",
) -> int:
    """Show what words are taken to mean: skills, roles, credentials; how, and how surely.

    Skills that your profile keeps a choice for are taken as it says.

    Examples:
        skillgap match js k8s "people management"
        skillgap match "5 years of SQL, CISSP, no Docker"
        skillgap match --kind role "data analist"
        skillgap match --input words.txt --format json
    """
    from skillgap.api import read_phrases
    from skillgap.cli.files import open_catalog, open_profile

    if not words and input_ is None:
        raise UserError(
            "there is nothing to match",
            hint="give words, as in `skillgap match js k8s`, or a file with `--input`",
        )
    if words and input_ is not None:
        raise UserError(
            "words and `--input` cannot be given together", hint="leave one of them out"
        )
    loaded = open_catalog(catalog, roles, no_cache=no_cache)
    queries = words or read_queries(input_ or STANDARD_INPUT)
    person = open_profile(profile) if kind in ("any", "skill") else None
    readings = read_phrases(
        loaded,
        queries,
        kind=kind,
        choices=person.choices if person else {},
        today=this_day(),
    )
    write_readings(readings, format_, is_live=input_ == STANDARD_INPUT)
    return exits.DONE


def read_queries(file: str) -> Iterator[str]:
    """Return the lines of a file or of standard input, one after the other, without their ends."""
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


def write_readings(readings: Iterable[Reading], form: str, *, is_live: bool) -> None:
    """Write each answer, on a line of its own where no width is told, so that lines can be counted.

    `is_live` shows each as soon as it is there. Stops without a word where nobody reads any more.
    """
    from skillgap.cli.streams import columns_told, glyphs_for, is_colored, write_lines, write_text
    from skillgap.rendering.layout.page import plain_text
    from skillgap.rendering.match_text import reading_lines

    if form == "json":
        write_json_stream(readings, is_live=is_live)
        return
    glyphs = glyphs_for(sys.stdout)
    colored = is_colored(sys.stdout)
    width = columns_told()
    for reading in readings:
        lines = reading_lines(reading, glyphs, width)
        if colored:
            is_read = write_lines(lines, sys.stdout)
        else:
            is_read = write_text(plain_text(lines), sys.stdout, flush=is_live)
        if not is_read:
            return
    write_text("", sys.stdout)


def write_json_stream(readings: Iterable[Reading], *, is_live: bool) -> None:
    """Write one JSON object whose results stand one on a line."""
    from skillgap.cli.streams import can_say, write_text
    from skillgap.rendering.json_parts import MatchJson
    from skillgap.rendering.json_values import SCHEMA_VERSION, to_json_line

    before = f'{{"schema_version": {SCHEMA_VERSION}, "results": ['
    for reading in readings:
        value = MatchJson.of(reading)
        text = to_json_line(value)
        if not can_say(sys.stdout, text):
            text = to_json_line(value, ascii_only=True)
        if not write_text(f"{before}\n  {text}", sys.stdout, flush=is_live):
            return
        before = ","
    end = "\n]}\n" if before == "," else f"{before}]}}\n"
    write_text(end, sys.stdout)
