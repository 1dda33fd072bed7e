"""SG101-SG119: a file as bytes and text, and its comments."""

from __future__ import annotations

from skillgap.diagnostics.entry import CodeEntry

FILE_CODES: tuple[CodeEntry, ...] = (
    CodeEntry(
        code="SG101",
        name="missing-file",
        severity="error",
        meaning="There is no file or folder of that name.",
        why="A plan from half of the files would be a plan for another catalog.",
        example='skillgap plan --catalog catalogue.yaml --role "data analyst"',
        instead='skillgap plan --catalog catalog.yaml --role "data analyst"',
    ),
    CodeEntry(
        code="SG102",
        name="unreadable-file",
        severity="error",
        meaning=(
            "The file is there but cannot be read: permission denied, a symbolic link that "
            "leads back to itself, a failing disk."
        ),
        why="Nothing can be said about what it holds.",
        example="ln -s catalog.yaml catalog.yaml",
        instead="ln -s shared/catalog.yaml catalog.yaml",
    ),
    CodeEntry(
        code="SG103",
        name="irregular-file",
        severity="error",
        meaning=(
            "The name leads to a folder, a pipe, a socket or a device where a regular file "
            "is needed."
        ),
        why="A pipe may never end and a device has no end at all: reading one could hang.",
        example="skillgap plan --profile /dev/zero",
        instead="skillgap plan --profile skillgap.yaml",
    ),
    CodeEntry(
        code="SG104",
        name="oversized-file",
        severity="error",
        meaning=(
            "The file is larger than what is read: 128 MiB for a catalog, 4 MiB for a role "
            "or a profile."
        ),
        why="Time and memory stay bounded, whatever somebody sends.",
        example="catalog.yaml of 200 MB",
        instead="Several files of at most 128 MiB, all given with `--catalog`.",
    ),
    CodeEntry(
        code="SG105",
        name="folder-without-yaml",
        severity="error",
        meaning="The folder holds no file that ends in `.yaml` or `.yml`.",
        why="A check that looked at nothing has not passed.",
        example="skillgap plan --catalog photos/",
        instead="skillgap plan --catalog catalogs/",
    ),
    CodeEntry(
        code="SG106",
        name="empty-file",
        severity="error",
        meaning="The file has no content, or nothing but comments and white space.",
        why="An empty catalog is more often an accident than a wish.",
        example="# catalog to come",
        instead=("schema_version: 1\nskills: []"),
    ),
    CodeEntry(
        code="SG110",
        name="foreign-encoding",
        severity="error",
        meaning=(
            "The file is not in UTF-8: it is in UTF-16 or UTF-32, or holds bytes that are no UTF-8."
        ),
        why="A guess at an encoding turns names into others that look almost right.",
        example="title: Caf\\xe9 (a byte of Latin-1)",
        instead="title: Café (saved as UTF-8)",
    ),
    CodeEntry(
        code="SG111",
        name="control-character",
        severity="error",
        meaning="The text holds a control character, raw or written as an escape.",
        why=(
            "Terminals obey such characters: they can move the cursor, change the title or "
            "hide what was printed."
        ),
        example='title: "Data \\x1b[31mAnalysis"',
        instead="title: Data Analysis",
    ),
    CodeEntry(
        code="SG112",
        name="invisible-character",
        severity="warning",
        meaning=(
            "The text holds a character that nobody sees: a bidirectional override, a zero-"
            "width space, a line separator."
        ),
        why=(
            "Two names that look alike would differ, and a text could be shown in another "
            "order than it is stored."
        ),
        example='title: "SQL\\u200b Basics"',
        instead="title: SQL Basics",
    ),
    CodeEntry(
        code="SG113",
        name="unused-suppression",
        severity="warning",
        meaning=(
            "A comment `# skillgap: ignore CODE` stands on a line where nothing of that code is "
            "found."
        ),
        why="It would hide the next mistake on that line.",
        example="label: SQL  # skillgap: ignore SG306",
        instead="label: SQL",
    ),
    CodeEntry(
        code="SG114",
        name="unknown-suppression",
        severity="warning",
        meaning=(
            "A comment `# skillgap: ignore` names no code, a code that there is not, or one that "
            "cannot be suppressed. What keeps a record from being read cannot: only SG112, SG3xx "
            "and SG4xx can."
        ),
        why="The comment does nothing, and looks as if it did.",
        example="label: SQL  # skillgap: ignore everything",
        instead="label: SQL  # skillgap: ignore SG306",
    ),
)
