"""SG4xx: what is well-formed and makes no sense."""

from __future__ import annotations

from skillgap.diagnostics.entry import CodeEntry

SENSE_CODES: tuple[CodeEntry, ...] = (
    CodeEntry(
        code="SG401",
        name="prerequisite-cycle",
        severity="error",
        meaning="Credentials require one another in a circle.",
        why="None of them can ever be started.",
        example="a requires b, b requires a",
        instead="a requires nothing, b requires a",
    ),
    CodeEntry(
        code="SG402",
        name="locked-credential",
        severity="error",
        meaning=(
            "The credential can never be started: whichever alternative is taken, its "
            "prerequisites lead into a circle."
        ),
        why="It would look available and never be part of any path.",
        example="a requires b or c, and both require a",
        instead="a requires b or c, and c requires nothing",
    ),
    CodeEntry(
        code="SG403",
        name="impossible-electives",
        severity="error",
        meaning="A stack asks for more electives than it offers.",
        why="Nobody can complete it.",
        example="choose: {count: 3, from: [a, b]}",
        instead="choose: {count: 2, from: [a, b]}",
    ),
    CodeEntry(
        code="SG404",
        name="unawarded-skill",
        severity="warning",
        meaning=(
            "A role requires a skill at a level that no credential and no stack at hand awards."
        ),
        why="No path through this catalog can complete the role.",
        example="requirements: [{skill: cobol, level: 3, ...}]",
        instead="A credential with `awards: [{skill: cobol, level: 3}]`.",
    ),
    CodeEntry(
        code="SG405",
        name="undated-reading",
        severity="error",
        meaning="A source says `basis: read` and has no `as_of`.",
        why="What was read has a date, and a price without one cannot be judged.",
        example="source: {basis: read, url: https://example.org/}",
        instead="source: {basis: read, url: https://example.org/, as_of: 2025-03-01}",
    ),
    CodeEntry(
        code="SG406",
        name="dated-general-knowledge",
        severity="error",
        meaning="A source says `basis: general-knowledge` and has an `as_of`.",
        why="Nothing was read, so the date is of nothing.",
        example="source: {basis: general-knowledge, as_of: 2025-03-01}",
        instead="source: {basis: general-knowledge, as_of: null}",
    ),
    CodeEntry(
        code="SG407",
        name="unconvertible-price",
        severity="warning",
        meaning=(
            "A price is in a currency that no exchange rate at hand leads to the currency "
            "of the catalog from."
        ),
        why="The amount cannot be compared, so planning leaves the credential out.",
        example="price: {amount: 40, currency: CHF}",
        instead="exchange_rates: {as_of: 2025-03-01, rates: {CHF: 1.13}}",
    ),
    CodeEntry(
        code="SG408",
        name="price-without-currency",
        severity="warning",
        meaning="A price above zero has no currency, and its catalog names none.",
        why="Forty of what? US dollars are assumed.",
        example="price: {amount: 40}",
        instead="price: {amount: 40, currency: USD}",
    ),
    CodeEntry(
        code="SG409",
        name="memberless-stack",
        severity="error",
        meaning="A stack has neither compulsory credentials nor electives.",
        why="It would be complete before anybody starts.",
        example="all_of: []",
        instead="all_of: [sql-basics, sql-advanced]",
    ),
    CodeEntry(
        code="SG410",
        name="broader-cycle",
        severity="error",
        meaning="Skills are broader than one another in a circle.",
        why="Of two things, at most one is the broader.",
        example="sql is under databases, databases is under sql",
        instead="sql is under databases",
    ),
    CodeEntry(
        code="SG411",
        name="reversed-dates",
        severity="error",
        meaning="A credential expires before the day it was earned.",
        why="One of the two dates is wrong.",
        example="{credential: ccna, earned: 2025-03-01, expires: 2024-03-01}",
        instead="{credential: ccna, earned: 2024-03-01, expires: 2027-03-01}",
    ),
    CodeEntry(
        code="SG412",
        name="elective-already-compulsory",
        severity="warning",
        meaning="A stack lists a credential both as compulsory and as an elective.",
        why="Held once, it would count twice.",
        example=("all_of: [a, b]\nchoose: {count: 1, from: [b, c]}"),
        instead=("all_of: [a, b]\nchoose: {count: 1, from: [c, d]}"),
    ),
)
