"""What a check of files came to."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.diagnostics.diagnostic import Diagnostic, Severity, in_reading_order
from skillgap.domain.catalog import Catalog
from skillgap.rendering.diagnostics import severity_counts, write_diagnostic
from skillgap.rendering.figures import counted, listed
from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject
from skillgap.rendering.json_values import diagnostic_json
from skillgap.rendering.page import Page


def write_findings(page: Page, diagnostics: Sequence[Diagnostic]) -> None:
    """Write every finding, each as a block of its own."""
    for each in diagnostics:
        page.blank()
        write_diagnostic(page, each)
    page.blank()


def write_summary(
    page: Page, catalog: Catalog, diagnostics: Sequence[Diagnostic], learners: int, shown: int
) -> None:
    """Write what was read and how many problems there are, on one line."""
    counts = {**sizes(catalog), "learner": learners}
    read = listed([counted(number, noun) for noun, number in counts.items() if number])
    hidden = len(diagnostics) - shown
    cut = f"; {hidden} not shown, as `--max-errors` says" if hidden else ""
    page.text(f"{read or 'nothing'}: {severity_counts(diagnostics) or 'no problems'}{cut}")


def sizes(catalog: Catalog) -> dict[str, int]:
    """Count what a catalog holds."""
    return {
        "skill": len(catalog.skills),
        "issuer": len(catalog.issuers),
        "credential": len(catalog.credentials),
        "stack": len(catalog.stacks),
        "role": len(catalog.roles),
    }


def validation_json(
    catalog: Catalog,
    found: Sequence[Diagnostic],
    shown: Sequence[Diagnostic],
    files: Sequence[str],
    learners: int,
) -> JsonObject:
    """Give every problem in reading order, and the counts; what is not shown is counted."""
    return {
        "schema_version": SCHEMA_VERSION,
        "diagnostics": [
            {**diagnostic_json(each), "fix": each.replacement} for each in in_reading_order(shown)
        ],
        "summary": {
            **{
                f"{severity.value}s": sum(1 for each in found if each.severity is severity)
                for severity in Severity
            },
            **{f"{noun}s": number for noun, number in sizes(catalog).items()},
            "learners": learners,
            "files": len(files),
            "hidden": len(found) - len(shown),
        },
    }
