"""`skillgap match`: what words are taken to mean."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Final

from skillgap.cli import exit_codes
from skillgap.cli.options import (
    CatalogOption,
    FormatOption,
    NoCacheOption,
    ProfileOption,
    RolesOption,
)
from skillgap.cli.parameters import Parameter
from skillgap.cli.values import OneOf
from skillgap.errors import UserError

KINDS: Final = ("skill", "role")
STANDARD_INPUT: Final = "-"


def match(
    words: Annotated[tuple[str, ...], Parameter("Each is matched by itself.", "[WORDS]...")] = (),
    *,
    kind: Annotated[str, Parameter("What to match against.", read=OneOf(KINDS))] = "skill",
    input_: Annotated[
        str | None, Parameter("Read one query a line; `-` is standard input.", "FILE")
    ] = None,
    profile: ProfileOption = None,
    catalog: CatalogOption = (),
    roles: RolesOption = (),
    no_cache: NoCacheOption = False,
    format_: FormatOption = "text",
) -> int:
    """Show which skill or role words are taken to mean, how, and how surely.

    Skills that your profile keeps a choice for are taken as it says.

    Examples:
    skillgap match js k8s "people management"
    skillgap match --kind role "data analist"
    skillgap match --input words.txt --format json

    """
    from skillgap.api import role_index, skill_index
    from skillgap.cli.files import open_catalog, open_profile
    from skillgap.cli.match_stream import write_matches
    from skillgap.matching.match import match_role, match_skill

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
    if kind == "role":
        index = role_index(loaded)
        matches = (match_role(index, query) for query in queries)
    else:
        index = skill_index(loaded)
        person = open_profile(profile)
        choices = person.choices if person else {}
        matches = (match_skill(index, query, choices=choices) for query in queries)
    write_matches(matches, format_, is_live=input_ == STANDARD_INPUT)
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
