"""SG5xx, SG6xx and SG9xx: a person's words, planning, and faults of ours."""

from __future__ import annotations

from skillgap.diagnostics.entry import CodeEntry

WORD_CODES: tuple[CodeEntry, ...] = (
    CodeEntry(
        code="SG501",
        name="unmatched-skill",
        severity="warning",
        meaning="No skill is near enough to a person's words.",
        why="A wrong match is worse than none: the words are left out of the plan.",
        example='skillgap plan --role "data analyst" --have flibbertigibbet',
        instead="skillgap match flibbertigibbet",
    ),
    CodeEntry(
        code="SG502",
        name="ambiguous-skill",
        severity="warning",
        meaning="Several skills are equally near to a person's words.",
        why="Choosing for them could credit a skill that they do not have.",
        example='skillgap plan --role "data analyst" --have analytics',
        instead='skillgap plan --role "data analyst" --have "web analytics"',
    ),
    CodeEntry(
        code="SG503",
        name="unmatched-role",
        severity="error",
        meaning="No role is near enough to a person's words, or several are equally near.",
        why="A plan for another role would be worth nothing.",
        example='skillgap plan --role "astronaut chef"',
        instead="skillgap roles data",
    ),
    CodeEntry(
        code="SG504",
        name="unknown-option-id",
        severity="error",
        meaning=(
            "An option or a profile names a credential, an issuer or a skill that the "
            "catalog does not have."
        ),
        why="A limit on something that does not exist limits nothing.",
        example='skillgap plan --role "data analyst" --exclude gogle-data-analytics',
        instead='skillgap plan --role "data analyst" --exclude google-data-analytics',
    ),
    CodeEntry(
        code="SG505",
        name="level-out-of-range",
        severity="warning",
        meaning="A level stands behind a skill that is none of the five.",
        why="Levels run from 1 (novice) to 5 (expert); another number could mean any of them.",
        example='skillgap plan --role "data analyst" --have sql:9',
        instead='skillgap plan --role "data analyst" --have sql:5',
    ),
    CodeEntry(
        code="SG601",
        name="no-full-path",
        severity="info",
        meaning="The catalog and the limits allow no path that covers every essential skill.",
        why=(
            "The path that is shown covers what can be covered, and the facts in the way "
            "are listed."
        ),
        example='skillgap plan --role "data analyst" --budget 1',
        instead='skillgap plan --role "data analyst" --budget 400',
    ),
    CodeEntry(
        code="SG602",
        name="unread-figures",
        severity="warning",
        meaning=(
            "The plan rests on figures that were not read from a page: prices, hours or "
            "levels from general knowledge."
        ),
        why="They may be out of date. Look at the page before paying.",
        example="source: {basis: general-knowledge, confidence: medium}",
        instead="source: {basis: read, url: https://example.org/, as_of: 2025-03-01}",
    ),
    CodeEntry(
        code="SG603",
        name="unproven-plan",
        severity="warning",
        meaning="A time limit stopped the search before the plan was proven best.",
        why="A better one may exist; the bound says how much better at most.",
        example='skillgap plan --role "data analyst" --time-limit 1',
        instead='skillgap plan --role "data analyst" --time-limit 60',
    ),
    CodeEntry(
        code="SG604",
        name="unpriced-credential",
        severity="info",
        meaning=(
            "Credentials were left out of planning because their price or workload is not known."
        ),
        why="What is not known cannot be weighed, and no figure is invented.",
        example="price: {amount: null}",
        instead="price: {amount: 49, per: month, currency: USD}",
    ),
    CodeEntry(
        code="SG901",
        name="internal-fault",
        severity="error",
        meaning=(
            "Something happened that this program did not expect. It is our fault, not yours."
        ),
        why="Please report it with the version, the platform and the command.",
        example="A traceback under `--debug`.",
        instead="An issue with what was printed.",
    ),
)
