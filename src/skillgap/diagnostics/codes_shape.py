"""SG2xx: the shape of a file."""

from __future__ import annotations

from skillgap.diagnostics.entry import CodeEntry

SHAPE_CODES: tuple[CodeEntry, ...] = (
    CodeEntry(
        code="SG201",
        name="missing-key",
        severity="error",
        meaning="A key that is required is not there.",
        why=(
            "Without it the record cannot be used. A fact that nobody knows is written as `null`."
        ),
        example="- id: sql",
        instead=("- id: sql\n  label: SQL"),
    ),
    CodeEntry(
        code="SG202",
        name="unknown-key",
        severity="error",
        meaning="The key has no meaning at this place.",
        why="A misspelled key would be ignored, and its fact lost.",
        example="titel: SQL Basics",
        instead="title: SQL Basics",
    ),
    CodeEntry(
        code="SG203",
        name="wrong-type",
        severity="error",
        meaning="The value is of another type than the key asks for.",
        why='Nothing is converted in silence: `"40"` is text and `40` is a number.',
        example='workload_hours: "40 hours"',
        instead="workload_hours: 40",
    ),
    CodeEntry(
        code="SG204",
        name="out-of-range-number",
        severity="error",
        meaning="The number is smaller or larger than the key allows.",
        why="A level of 99 or a price below zero would win every plan.",
        example="awards: [{skill: sql, level: 99}]",
        instead="awards: [{skill: sql, level: 5}]",
    ),
    CodeEntry(
        code="SG205",
        name="malformed-id",
        severity="error",
        meaning=(
            "An id is not lower-case ASCII letters, digits and single hyphens, or is longer"
            " than 64 characters, or is a name that Windows reserves."
        ),
        why="Ids become file names, command-line arguments and parts of links.",
        example="id: Power BI",
        instead="id: power-bi",
    ),
    CodeEntry(
        code="SG206",
        name="unknown-word",
        severity="error",
        meaning="The value is not one of the words that the key allows.",
        why="A word outside the list would compare equal to nothing.",
        example="per: year",
        instead="per: month",
    ),
    CodeEntry(
        code="SG207",
        name="malformed-date",
        severity="error",
        meaning=(
            "The value is not a date of the form `2025-03-01` between the years 1900 and 2199."
        ),
        why="03/01/2025 is two different days in two countries.",
        example="as_of: 01.03.2025",
        instead="as_of: 2025-03-01",
    ),
    CodeEntry(
        code="SG208",
        name="malformed-url",
        severity="error",
        meaning=(
            "The value is not an address that begins with `http://` or `https://`, in "
            "printable ASCII without spaces."
        ),
        why="Addresses are shown as links; other schemes can run code or open files.",
        example="url: www.example.org",
        instead="url: https://www.example.org/",
    ),
    CodeEntry(
        code="SG209",
        name="malformed-text",
        severity="error",
        meaning=(
            "The text is blank, longer than allowed, or has a line break where one line is wanted."
        ),
        why="Names stand in tables and lists, one line each.",
        example='title: ""',
        instead="title: SQL Basics",
    ),
    CodeEntry(
        code="SG210",
        name="unsupported-version",
        severity="error",
        meaning="The `schema_version` is not one that this version of skillgap reads.",
        why="A newer shape may mean something else by the same key.",
        example="schema_version: 999",
        instead="schema_version: 1",
    ),
    CodeEntry(
        code="SG211",
        name="wrong-top-level",
        severity="error",
        meaning="The file holds a list or a single value where keys are needed.",
        why="A catalog, a role and a profile are each a map of keys.",
        example="- id: sql",
        instead=("skills:\n  - id: sql"),
    ),
    CodeEntry(
        code="SG212",
        name="muddled-choice",
        severity="error",
        meaning=(
            "An entry is written in none, in several or in half of the ways of which it takes "
            "exactly one: `skill` or `any_of`, `skill` with `level` or `credential`, `amount` or "
            "`percent`."
        ),
        why="It cannot be told which of them is meant.",
        example="- {skill: sql, any_of: [r, python], level: 2}",
        instead="- {any_of: [sql, r, python], level: 2}",
    ),
    CodeEntry(
        code="SG213",
        name="wrong-length",
        severity="error",
        meaning="A list has fewer or more entries than it needs.",
        why="A choice among nothing can never be made.",
        example="any_of: []",
        instead="any_of: [tableau, power-bi]",
    ),
    CodeEntry(
        code="SG214",
        name="malformed-code",
        severity="error",
        meaning=(
            "A currency is not three capital letters (ISO 4217), or a language not a BCP 47"
            " tag, or an occupation code not of its framework."
        ),
        why="Codes are compared letter by letter.",
        example="currency: $",
        instead="currency: USD",
    ),
)
