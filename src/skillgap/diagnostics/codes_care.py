"""SG413-SG499: what only a careful reader of the whole catalog sees."""

from __future__ import annotations

from skillgap.diagnostics.entry import CodeEntry

CARE_CODES: tuple[CodeEntry, ...] = (
    CodeEntry(
        code="SG413",
        name="unreachable-credential",
        severity="info",
        meaning=(
            "A credential requires a skill at a level that nothing which can be reached awards."
        ),
        why="Only a person who brings the skill along can start it; no path leads there.",
        example="prerequisites: {skills: [{skill: nursing, level: 4}]}",
        instead="A credential with `awards: [{skill: nursing, level: 4}]`.",
    ),
    CodeEntry(
        code="SG414",
        name="award-below-prerequisite",
        severity="warning",
        meaning="A credential awards a skill below the level that it requires of the same skill.",
        why="Whoever may start it has more than it gives; one of the two levels is wrong.",
        example=(
            "awards: [{skill: sql, level: 2}]\nprerequisites: {skills: [{skill: sql, level: 3}]}"
        ),
        instead=(
            "awards: [{skill: sql, level: 4}]\nprerequisites: {skills: [{skill: sql, level: 3}]}"
        ),
    ),
    CodeEntry(
        code="SG415",
        name="disproportionate-credits",
        severity="warning",
        meaning=(
            "The ECTS credits do not fit the workload: one credit stands for 25 to 30 hours, and "
            "less than 12 or more than 60 is told."
        ),
        why="One of the two figures is wrong, and plans count both.",
        example="workload_hours: 20\ncredits: {ects: 30}",
        instead="workload_hours: 780\ncredits: {ects: 30}",
    ),
    CodeEntry(
        code="SG416",
        name="disproportionate-award",
        severity="warning",
        meaning=(
            "A credential lifts a skill to level 3 or higher in fewer hours than anybody could, "
            "and does not ask for the level below: under 8 hours for level 3, 20 for level 4, 40 "
            "for level 5."
        ),
        why="Plans would prefer it to everything that takes the time it takes.",
        example="workload_hours: 2\nawards: [{skill: sql, level: 4}]",
        instead="workload_hours: 2\nawards: [{skill: sql, level: 1}]",
    ),
    CodeEntry(
        code="SG417",
        name="expired-offer",
        severity="warning",
        meaning="The last day on which a credential could be begun has passed.",
        why="Nobody can begin it any more, so no path may lead through it.",
        example="offered_until: 2020-06-30",
        instead="Delete the credential, or give the new date.",
    ),
    CodeEntry(
        code="SG418",
        name="ending-offer",
        severity="info",
        meaning="A credential can be begun for less than ninety days more.",
        why="Plans that begin later will have to do without it.",
        example="offered_until: (a day of next month)",
        instead="Look whether something takes its place.",
    ),
    CodeEntry(
        code="SG419",
        name="stale-reading",
        severity="warning",
        meaning="What a record rests on was read more than three years ago.",
        why="Prices, hours and pay change; a figure that old is history.",
        example="source: {basis: read, url: https://example.org/, as_of: 2015-03-01}",
        instead="Read it again and write the new date.",
    ),
    CodeEntry(
        code="SG420",
        name="reading-from-the-future",
        severity="error",
        meaning="A source says that it was read on a day that has not come.",
        why="Nobody can have read it then: the date is invented or mistyped.",
        example="source: {basis: read, url: https://example.org/, as_of: 2125-03-01}",
        instead="source: {basis: read, url: https://example.org/, as_of: 2025-03-01}",
    ),
    CodeEntry(
        code="SG421",
        name="untraceable-reading",
        severity="warning",
        meaning="A source says `basis: read` with neither a `url` nor a `note` of what was read.",
        why="Nobody else can look it up.",
        example="source: {basis: read, as_of: 2025-03-01}",
        instead="source: {basis: read, as_of: 2025-03-01, url: https://example.org/}",
    ),
    CodeEntry(
        code="SG422",
        name="uncompletable-role",
        severity="warning",
        meaning=(
            "Something awards every skill that a role requires, but what awards it cannot be "
            "reached, is no longer offered, or has no known price or workload."
        ),
        why="No path completes the role, although the catalog looks as if one did.",
        example="The only credential for `cobol` at level 3 has `price: {amount: null}`.",
        instead="The credential with its price.",
    ),
    CodeEntry(
        code="SG423",
        name="uncompletable-stack",
        severity="warning",
        meaning="A member that a stack cannot do without can never be held.",
        why="Nobody can complete the stack, so nobody is awarded what it awards.",
        example="all_of: [sql-basics, withdrawn-exam]",
        instead="all_of: [sql-basics, sql-exam]",
    ),
    CodeEntry(
        code="SG424",
        name="near-duplicate-credentials",
        severity="warning",
        meaning=(
            "Two credentials of one issuer award the same and have titles of almost the same words."
        ),
        why="It is probably one credential, written down twice; plans would offer both.",
        example='"Data Analytics Certificate" and "Certificate in Data Analytics" of one issuer',
        instead="One record, the other title under `aliases`.",
    ),
    CodeEntry(
        code="SG425",
        name="orphan-skill",
        severity="info",
        meaning="No credential, stack, role, prerequisite or narrower skill mentions the skill.",
        why="It can neither be asked for nor be earned; often its id is misspelled elsewhere.",
        example="skills:\n  - {id: cobol, label: COBOL}",
        instead="A credential that awards it, or a role that asks for it.",
    ),
    CodeEntry(
        code="SG426",
        name="missing-source",
        severity="warning",
        meaning="A credential, a stack or a role has no `source`, or pay has none.",
        why="Nobody can tell whether its figures were read anywhere.",
        example="- id: sql-basics\n  price: {amount: 49}",
        instead=(
            "- id: sql-basics\n  price: {amount: 49}\n"
            "  source: {basis: general-knowledge, confidence: low}"
        ),
    ),
    CodeEntry(
        code="SG427",
        name="placeless-url",
        severity="warning",
        meaning=(
            "The host of an address cannot be one: it has no dot, an empty part, or is a "
            "placeholder such as `...`."
        ),
        why="The link leads nowhere.",
        example="url: https://...",
        instead="url: https://www.example.org/",
    ),
)
