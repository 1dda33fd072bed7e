"""`skillgap validate`: what is wrong in catalogs, roles and people's files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from skillgap.api import CheckedFiles
    from skillgap.cli.findings import Choice
    from skillgap.diagnostics.diagnostic import Diagnostic
    from skillgap.rendering.json_values import JsonObject
    from skillgap.rendering.layout.page import Page

FORMATS: Final = ("text", "concise", "github", "json", "sarif", "junit")
MOST_ERRORS: Final = 1_000_000
PASSES: Final = 4
"""A record that could not be read before it was mended may have more to mend inside."""


def validate(
    files: list[str] | None = None,
    *,
    roles: list[str] | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    strict: bool = False,
    fix: bool = False,
    diff: bool = False,
    form: str = "text",
    output: str | None = None,
    max_errors: str | None = None,
    today: str | None = None,
) -> int:
    """Check catalogs, roles and learner files: every problem with its file, line and column.

    Without a path the shipped data is checked. A line may say which problem on it is meant to
    be: `# skillgap: ignore SG306`.

    Exit code 0: no errors. 1: errors, with --strict warnings as well. 2: a file cannot be read,
    or there is none.
    """
    import datetime as dt

    from skillgap.cli.findings import read_choice_of_codes
    from skillgap.cli.values import read_choice, read_date, read_number

    form = read_choice("--format", form, FORMATS)
    choice = read_choice_of_codes(select, ignore, is_strict=strict)
    most = read_number("--max-errors", max_errors, at_least=1, at_most=MOST_ERRORS, is_whole=True)
    day = read_date("--today", today) or dt.date.today()  # noqa: DTZ011 - the person's own day
    checked = check(files or (), roles or (), day)
    if diff:
        return show_difference(checked, choice)
    for _ in range(PASSES if fix else 0):
        if not mend(checked):
            break
        checked = check(files or (), roles or (), day)
    found = choice.keep(checked.diagnostics)
    report(checked, found, choice, form, output, None if most is None else int(most))
    return choice.exit_code(found)


def check(files: Sequence[str], roles: Sequence[str], day: dt.date) -> CheckedFiles:
    """Check the files, and tell the garbage collector that what they hold is none.

    Why: it stays until the command ends, and looking through it takes as long as many a check.
    """
    import gc

    from skillgap.api import check_files
    from skillgap.loading.yaml.reader import resting_collector

    with resting_collector():
        checked = check_files(files, roles, today=day)
        gc.freeze()
    return checked


def mend(checked: CheckedFiles) -> bool:
    """Mend files in place and say so; give whether there was anything to mend."""
    from skillgap.cli.mending import write_mended
    from skillgap.cli.streams import page_for, say
    from skillgap.text import clean, counted

    mended = checked.mended()
    write_mended(mended)
    page = page_for(sys.stderr)
    for file, (_, _, count) in mended.items():
        page.text(f"mended {clean(file)}: {counted(count, 'change')}")
    say(page)
    return bool(mended)


def show_difference(checked: CheckedFiles, choice: Choice) -> int:
    """Print what mending would change, and tell on standard error what it would leave."""
    from skillgap.cli.mending import difference
    from skillgap.cli.streams import page_for, say, write_text
    from skillgap.rendering.findings.text import severity_counts

    mended = checked.mended()
    write_text(difference(mended), sys.stdout)
    left = [each for each in choice.keep(checked.diagnostics) if each.replacement is None]
    page = page_for(sys.stderr)
    changes = sum(count for _, _, count in mended.values())
    page.text(
        f"changes that mending would make: {changes}; {severity_counts(left) or 'nothing'} left"
    )
    say(page)
    return choice.exit_code(choice.keep(checked.diagnostics))


def report(
    checked: CheckedFiles,
    found: tuple[Diagnostic, ...],
    choice: Choice,
    form: str,
    output: str | None,
    most: int | None,
) -> None:
    """Write the findings in the form asked for."""
    from skillgap.cli.emit import emit, emit_text

    shown = found[:most]
    if form in ("concise", "github"):
        from skillgap.rendering.findings.machine import concise_text, github_text

        emit_text(concise_text(shown) if form == "concise" else github_text(shown), output)
    elif form == "junit":
        from skillgap.rendering.findings.machine import junit_text

        emit_text(junit_text(checked.files, shown, choice.failing), output)
    elif form == "sarif":
        from skillgap.rendering.findings.machine import sarif_json

        emit("json", output, lambda _: None, lambda: sarif_json(shown))
    else:
        from skillgap.rendering.findings.text import write_findings, write_summary
        from skillgap.rendering.report import CheckReport

        told = CheckReport(checked.catalog, found, shown, checked.files, len(checked.profiles))

        def write_report(page: Page) -> None:
            write_findings(page, shown)
            write_summary(page, told)

        def build_json() -> JsonObject:
            from skillgap.rendering.findings.json import check_json

            return check_json(told)

        emit(form, output, write_report, build_json)
    if form not in ("text", "json"):
        tell_cut(len(found) - len(shown))
    if checked.passed_over and form == "text":
        tell_passed_over(checked.passed_over)


def tell_cut(hidden: int) -> None:
    """Say how many findings `--max-errors` kept from being printed."""
    if hidden:
        tell(f"{hidden} more not shown: `--max-errors` cuts the list")


def tell_passed_over(files: tuple[str, ...]) -> None:
    """Say which YAML files of a folder are no concern of ours."""
    named = ", ".join(files[:3]) + (", ..." if len(files) > 3 else "")
    tell(f"passed over, as files of other programs: {named}")


def tell(message: str) -> None:
    """Write a remark to standard error."""
    from skillgap.cli.streams import page_for, say
    from skillgap.text import clean

    page = page_for(sys.stderr)
    page.text(clean(message))
    say(page)
