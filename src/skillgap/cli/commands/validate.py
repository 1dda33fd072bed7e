"""`skillgap validate`: what is wrong in catalogs, roles and people's files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from skillgap.cli.exits import FINDINGS, UNREADABLE, code_for
from skillgap.cli.options import (
    OUTPUT,
    Number,
    OneOf,
    OutputOption,
    RolesOption,
    TodayOption,
    did_you_mean,
    this_day,
)
from skillgap.cli.signature import Parameter
from skillgap.diagnostics.codes import CODES
from skillgap.diagnostics.diagnostic import Diagnostic, Severity
from skillgap.errors import UserError
from skillgap.text import clean

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from skillgap.api import CheckedFiles
    from skillgap.rendering.json_values import JsonObject
    from skillgap.rendering.layout.page import Page

FORMATS: Final = ("text", "concise", "github", "json", "sarif", "junit")
WHICH: Final = "Which problems"
MENDING: Final = "Mending"
PASSES: Final = 4
"""A record that could not be read before it was mended may have more to mend inside."""

HIDDEN_BY_MISSPELLING: Final = frozenset({"SG201", "SG301", "SG302", "SG303", "SG304", "SG305"})
"""What is not told where a key, a section or an id is there with a mistake in its key."""

EVERY_CODE: Final = tuple(entry.code for entry in CODES)


def read_codes(option: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that codes, beginnings of codes and names stand for; commas divide them.

    Raises `UserError` for a word that is none of these.
    """
    found: set[str] = set()
    for word in (part.strip() for text in texts for part in text.split(",")):
        if not word:
            continue
        codes = {
            entry.code
            for entry in CODES
            if entry.name == word.lower() or (len(word) > 1 and entry.code.startswith(word.upper()))
        }
        if not codes:
            known = [each for entry in CODES for each in (entry.code, entry.name)]
            raise UserError(
                f"`{option}` does not know the code `{clean(word)[:40]}`",
                hint=did_you_mean(word, known)
                + "give codes such as `SG302`, families such as `SG4`, or names",
            )
        found |= codes
    return tuple(sorted(found))


def validate(
    files: Annotated[
        tuple[str, ...],
        Parameter(
            "Catalogs, roles and learner files, in any mix, or folders of them.", "[PATH]..."
        ),
    ] = (),
    *,
    roles: RolesOption = (),
    select: Annotated[
        tuple[str, ...],
        Parameter(
            "Only these: codes, families or names, `SG4,unknown-skill`. May be repeated.",
            "CODES",
            WHICH,
            read_codes,
        ),
    ] = EVERY_CODE,
    ignore: Annotated[
        tuple[str, ...], Parameter("All but these.", "CODES", WHICH, read_codes)
    ] = (),
    strict: Annotated[bool, Parameter("Warnings fail as well.", panel=WHICH)] = False,
    fix: Annotated[
        bool,
        Parameter("Mend in place what is beyond doubt; comments and order stay.", panel=MENDING),
    ] = False,
    diff: Annotated[
        bool, Parameter("Write nothing: show what `--fix` would change.", panel=MENDING)
    ] = False,
    format_: Annotated[
        str,
        Parameter("text, concise, github, json, sarif or junit.", "FORMAT", OUTPUT, OneOf(FORMATS)),
    ] = "text",
    output: OutputOption = None,
    max_errors: Annotated[
        int | None,
        Parameter(
            "Print so many problems at most; all are counted.",
            "NUMBER",
            OUTPUT,
            Number(1, 1_000_000, is_whole=True),
        ),
    ] = None,
    today: TodayOption = None,
) -> int:
    """Check catalogs, roles and learner files: every problem with its file, line and column.

    Without a path the shipped data is checked. A line may say which problem on it is meant to
    be: `# skillgap: ignore SG306`.

    Exit code 0: no errors. 1: errors, with --strict warnings as well. 2: a file cannot be read,
    or there is none.

    Examples:
        skillgap validate catalog.yaml roles/ skillgap.yaml
        skillgap validate data --strict --format github
        skillgap validate data --ignore SG419,orphan-skill --format sarif -o findings.sarif
        skillgap validate data --fix --diff
    """
    choice = Choice(frozenset(select) - frozenset(ignore), strict)
    day = today or this_day()
    checked = check(files, roles, day)
    if diff:
        return show_difference(checked, choice)
    for _ in range(PASSES if fix else 0):
        if not mend(checked):
            break
        checked = check(files, roles, day)
    found = choice.keep(checked.diagnostics)
    report(checked, found, choice, format_, output, max_errors)
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
    """Mend files in place and say so; return whether there was anything to mend."""
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
    from skillgap.cli.streams import remark, write_text
    from skillgap.rendering.findings.text import severity_counts

    mended = checked.mended()
    write_text(difference(mended), sys.stdout)
    left = [each for each in choice.keep(checked.diagnostics) if each.replacement is None]
    changes = sum(count for _, _, count in mended.values())
    remark(f"changes that mending would make: {changes}; {severity_counts(left) or 'nothing'} left")
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
    from skillgap.cli.streams import emit, emit_text, remark

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
    hidden, others = len(found) - len(shown), checked.passed_over
    if hidden and form not in ("text", "json"):
        remark(f"{hidden} more not shown: `--max-errors` cuts the list")
    if others and form == "text":
        named = ", ".join(others[:3]) + (", ..." if len(others) > 3 else "")
        remark(f"passed over, as files of other programs: {named}")


class Choice(msgspec.Struct, frozen=True):
    """The codes asked for; `is_strict` makes warnings count as errors do."""

    selected: frozenset[str]
    is_strict: bool = False

    def keep(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Leave out what is not asked for; a file that cannot be read is always told.

        A misspelled key is told where what it hides is asked for: it stands for these as well.
        """
        hidden = self.selected & HIDDEN_BY_MISSPELLING
        return tuple(
            each
            for each in diagnostics
            if each.code in self.selected
            or is_unreadable(each)
            or (hidden and each.code == "SG202" and each.hint.startswith("did you mean"))
        )

    @property
    def failing(self) -> frozenset[Severity]:
        """The severities that fail a check."""
        severities = {Severity.ERROR, Severity.WARNING} if self.is_strict else {Severity.ERROR}
        return frozenset(severities)

    def exit_code(self, diagnostics: Sequence[Diagnostic]) -> int:
        """Return what the process exits with."""
        is_failed = any(each.severity in self.failing for each in diagnostics)
        return code_for(diagnostics) or (FINDINGS if is_failed else 0)


def is_unreadable(diagnostic: Diagnostic) -> bool:
    """Say whether a file could not be read: to ignore that would be to pass without a look."""
    is_text = diagnostic.code.startswith("SG1") and diagnostic.severity is Severity.ERROR
    return is_text or diagnostic.code in UNREADABLE
