"""SG3xx: names, and what refers to them."""

from __future__ import annotations

from skillgap.diagnostics.entry import CodeEntry

REFERENCE_CODES: tuple[CodeEntry, ...] = (
    CodeEntry(
        code="SG301",
        name="duplicate-id",
        severity="error",
        meaning="Two records of one kind have the same id, in one file or in two.",
        why="Everything that refers to the id could mean either. The first is kept.",
        example=(
            "skills:\n  - {id: sql, label: SQL}\n  - {id: sql, label: Structured Query Language}"
        ),
        instead=("skills:\n  - {id: sql, label: SQL, aliases: [Structured Query Language]}"),
    ),
    CodeEntry(
        code="SG302",
        name="unknown-skill",
        severity="error",
        meaning="No catalog at hand has a skill of that id.",
        why="An award or a requirement of a skill that does not exist can never count.",
        example="awards: [{skill: data-viz, level: 2}]",
        instead="awards: [{skill: data-visualization, level: 2}]",
    ),
    CodeEntry(
        code="SG303",
        name="unknown-issuer",
        severity="error",
        meaning="No catalog at hand has an issuer of that id.",
        why="A credential is worth what its issuer is; an unknown one cannot be judged.",
        example="issuer: gogle",
        instead="issuer: google",
    ),
    CodeEntry(
        code="SG304",
        name="unknown-credential",
        severity="error",
        meaning="No catalog at hand has a credential of that id.",
        why="A prerequisite that does not exist can never be met.",
        example="prerequisites: {credentials: [sql-basic]}",
        instead="prerequisites: {credentials: [sql-basics]}",
    ),
    CodeEntry(
        code="SG305",
        name="unknown-role",
        severity="warning",
        meaning="No role at hand has that id.",
        why="A pointer to nothing helps nobody.",
        example="related: [data-analist]",
        instead="related: [data-analyst]",
    ),
    CodeEntry(
        code="SG306",
        name="clashing-name",
        severity="warning",
        meaning="Two records of one kind share a label, a title or an alias.",
        why="A person's words that match both match neither.",
        example=("skills:\n  - {id: r, label: R}\n  - {id: rust, label: Rust, aliases: [r]}"),
        instead=(
            "skills:\n  - {id: r, label: R}\n  - {id: rust, label: Rust, aliases: [rust-lang]}"
        ),
    ),
    CodeEntry(
        code="SG307",
        name="repeated-reference",
        severity="warning",
        meaning="A list names the same record twice.",
        why="The second says nothing new, or contradicts the first.",
        example="awards: [{skill: sql, level: 1}, {skill: sql, level: 2}]",
        instead="awards: [{skill: sql, level: 2}]",
    ),
    CodeEntry(
        code="SG308",
        name="misnamed-role-file",
        severity="warning",
        meaning="The file of a role has another name than the id of the role.",
        why="People look for a role by the name of its file.",
        example="roles/analyst.yaml with `id: data-analyst`",
        instead="roles/data-analyst.yaml with `id: data-analyst`",
    ),
    CodeEntry(
        code="SG309",
        name="clashing-rates",
        severity="error",
        meaning="Two catalogs give different exchange rates for one currency.",
        why="The same price would cost two amounts. The first rate is kept.",
        example="EUR: 1.08 in one file, EUR: 1.10 in another",
        instead="One dated rate for each currency.",
    ),
    CodeEntry(
        code="SG310",
        name="self-reference",
        severity="error",
        meaning="A record refers to itself.",
        why="Nothing is its own prerequisite, its own relative, or broader than itself.",
        example=("id: sql-basics\nrecommends: [sql-basics]"),
        instead=("id: sql-basics\nrecommends: []"),
    ),
    CodeEntry(
        code="SG311",
        name="lookalike-name",
        severity="warning",
        meaning=(
            "Names of two records of one kind differ only in accents, spaces, hyphens, dots or in "
            "letters of another alphabet that look the same."
        ),
        why="A person who types the one may well mean the other, and nobody sees the difference.",
        example=("skills:\n  - {id: power-bi, label: Power BI}\n  - {id: powerbi, label: PowerBI}"),
        instead="skills:\n  - {id: power-bi, label: Power BI, aliases: [PowerBI]}",
    ),
    CodeEntry(
        code="SG312",
        name="unverifiable-reference",
        severity="info",
        meaning=(
            "A file names records of another file that is not at hand: a role without any "
            "catalog, a person's credential of another catalog."
        ),
        why="Nothing wrong was found, and nothing could be without the other file.",
        example="skillgap validate roles/data-analyst.yaml",
        instead="skillgap validate catalog.yaml roles/data-analyst.yaml",
    ),
)
