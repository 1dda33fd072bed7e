"""SG120-SG139: a text as YAML."""

from __future__ import annotations

from skillgap.diagnostics.entry import CodeEntry

YAML_CODES: tuple[CodeEntry, ...] = (
    CodeEntry(
        code="SG120",
        name="invalid-yaml",
        severity="error",
        meaning="The text breaks a rule of YAML.",
        why="What cannot be parsed cannot be trusted in part.",
        example="title: Excel: the basics",
        instead='title: "Excel: the basics"',
    ),
    CodeEntry(
        code="SG121",
        name="tab-indentation",
        severity="error",
        meaning="A tab stands where YAML allows only spaces.",
        why="Programs disagree about how wide a tab is, so YAML forbids it.",
        example=("skills:\n\t- id: sql"),
        instead=("skills:\n  - id: sql"),
    ),
    CodeEntry(
        code="SG122",
        name="unclosed-quote",
        severity="error",
        meaning="A quoted text has no closing quote.",
        why="Everything after the quote is read as part of the text.",
        example='title: "SQL Basics',
        instead='title: "SQL Basics"',
    ),
    CodeEntry(
        code="SG123",
        name="unclosed-bracket",
        severity="error",
        meaning="A `[` or `{` is not closed, or a comma is missing inside.",
        why="Everything after the bracket is read as part of the list.",
        example="aliases: [sql, mysql",
        instead="aliases: [sql, mysql]",
    ),
    CodeEntry(
        code="SG124",
        name="several-documents",
        severity="error",
        meaning="The file has more than one YAML document.",
        why="The second would be ignored without a word.",
        example=("schema_version: 1\n---\nschema_version: 1"),
        instead="One file for each document.",
    ),
    CodeEntry(
        code="SG125",
        name="duplicate-key",
        severity="error",
        meaning=(
            "A map has the same key twice. Keys that differ only in how an accent is "
            'encoded, or in quotes (`1` and `"1"`), are the same.'
        ),
        why="Most programs keep one of the two in silence.",
        example=("title: SQL Basics\ntitle: SQL Intermediate"),
        instead="title: SQL Basics",
    ),
    CodeEntry(
        code="SG126",
        name="surprise-boolean",
        severity="error",
        meaning="`yes`, `no`, `on`, `off`, `y` or `n` stands without quotes.",
        why=(
            "YAML 1.1 reads it as true or false and YAML 1.2 as text, so two programs see "
            "two catalogs."
        ),
        example="languages: [en, no]",
        instead='languages: [en, "no"]',
    ),
    CodeEntry(
        code="SG127",
        name="surprise-number",
        severity="error",
        meaning=(
            "A number is written in a way that programs read differently: leading zeros, "
            "underscores, colons, hexadecimal, infinity."
        ),
        why="`010` is eight to some, `12:30` is 750 to others.",
        example="workload_hours: 1_000",
        instead="workload_hours: 1000",
    ),
    CodeEntry(
        code="SG128",
        name="yaml-tag",
        severity="error",
        meaning="A value has a YAML tag.",
        why="Tags ask a program to build objects or run code. A catalog is plain data.",
        example="id: !!python/name:os.system sql",
        instead="id: sql",
    ),
    CodeEntry(
        code="SG129",
        name="merge-key",
        severity="error",
        meaning="A map has the key `<<`.",
        why="Merge keys are no part of YAML 1.2; what they produce depends on the program.",
        example="<<: *defaults",
        instead="Write the keys out where they belong.",
    ),
    CodeEntry(
        code="SG130",
        name="complex-key",
        severity="error",
        meaning="The key of a map is a list, a map or an alias.",
        why="No file of this tool has such a key.",
        example=("? [a, b]\n: c"),
        instead="ab: c",
    ),
    CodeEntry(
        code="SG131",
        name="non-text-key",
        severity="error",
        meaning="The key of a map is a number, `true`, `false` or `null` without quotes.",
        why='`1` and `"1"` are one key to some programs and two to others.',
        example="choices: {1: sql}",
        instead='choices: {"1": sql}',
    ),
    CodeEntry(
        code="SG132",
        name="dangling-alias",
        severity="error",
        meaning="An alias `*name` has no anchor `&name` that is complete before it.",
        why="There is nothing that it could stand for.",
        example="skill: *sql",
        instead="skill: sql",
    ),
    CodeEntry(
        code="SG133",
        name="alias-bomb",
        severity="error",
        meaning="Aliases repeat more than 10,000 values.",
        why="Ten lines of aliases of aliases can stand for a billion values.",
        example=("b: &b [*a, *a, *a]\nc: &c [*b, *b, *b]"),
        instead="Write the values out.",
    ),
    CodeEntry(
        code="SG134",
        name="deep-nesting",
        severity="error",
        meaning="Lists and maps are nested deeper than 64 levels.",
        why=(
            "No file of this tool is nested deeper than ten, and depth is how parsers are "
            "made to crash."
        ),
        example="[[[[[[[[...]]]]]]]]",
        instead="aliases: [sql]",
    ),
    CodeEntry(
        code="SG135",
        name="endless-number",
        severity="error",
        meaning="A number has more than 40 characters.",
        why="No price and no workload needs them, and long numbers take long to read.",
        example="amount: 1000000000000000000000000000000000000000000",
        instead="amount: 1000",
    ),
    CodeEntry(
        code="SG136",
        name="crowded-file",
        severity="error",
        meaning="The file holds more values than are read from one file.",
        why="Time and memory stay bounded, whatever somebody sends.",
        example="[[],[],[],[], ...]",
        instead="Several smaller files.",
    ),
    CodeEntry(
        code="SG137",
        name="flood-of-problems",
        severity="error",
        meaning="The file has a thousand problems, and reading stopped there.",
        why="The rest would mostly repeat the first.",
        example="A table saved with the wrong program.",
        instead="Mend the first problems and run again.",
    ),
)
