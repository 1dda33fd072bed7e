"""The gates of a role: schooling and years from O*NET and the BLS, permits from the hand table.

The schooling is what the BLS assigns to the occupation as typical for entry. Where less than half
of those in the job whom O*NET asked say that so much is required, or the BLS says nothing, it is
the most that at least half of them say; the BLS often speaks of a larger group. The share is that
of those asked who say that it, or more, is required. Years of related work are the most that at
least half of those asked say are required, from one year on; where O*NET asked nobody, the BLS's
five years or more.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ONET_LEVEL = {
    1: "none",
    2: "high-school",
    3: "certificate",
    4: "certificate",
    5: "associate",
    6: "bachelor",
    7: "bachelor",
    8: "master",
    9: "master",
    10: "doctorate",
    11: "doctorate",
    12: "doctorate",
}
"""O*NET's twelve categories of schooling; some college without a degree counts as a certificate."""

BLS_LEVEL = {
    "No formal educational credential": "none",
    "High school diploma or equivalent": "high-school",
    "Some college, no degree": "certificate",
    "Postsecondary nondegree award": "certificate",
    "Associate's degree": "associate",
    "Bachelor's degree": "bachelor",
    "Master's degree": "master",
    "Doctoral or professional degree": "doctorate",
}

LEVELS = tuple(dict.fromkeys(ONET_LEVEL.values()))

ONET_YEARS = {6: 1, 7: 2, 8: 4, 9: 6, 10: 8, 11: 10}
"""The years that a category of related work is above."""

BLS_YEARS = {"5 years or more": 5}

BLS_AS_OF = "2025-01-01"
"""The projections of 2024 to 2034 came in 2025; the file names no day."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What people in an occupation said is required, in percent by category, and when."""

    shares: dict[int, float]
    date: str

    def at_least(self, categories: Sequence[int]) -> float:
        """Return the share of those who named one of the categories, 0 to 1."""
        total = sum(self.shares.values())
        return sum(self.shares.get(each, 0.0) for each in categories) / total


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What the tables say of schooling and years, and the permits of the hand table."""

    education: dict[str, Survey]
    experience: dict[str, Survey]
    entry: dict[str, tuple[str, str, str]]
    permits: dict[str, list[dict[str, str]]]


def read_gate_facts(folder: Path, here: Path) -> GateFacts:
    """Read the tables of `folder`, and the hand table beside this file."""
    onet = folder / "onet-30.3"
    return GateFacts(
        education=_surveys(onet / "Education.txt", "2.D.1", "RL"),
        experience=_surveys(onet / "Training and Experience.txt", "3.A.1", "RW"),
        entry=_entry(folder / "bls" / "ep-2024-2034-table-1.2-occupations.tsv"),
        permits=_permits(here / "gates.tsv"),
    )


def gate_lines(role: str, codes: Sequence[str], facts: GateFacts) -> list[str]:
    """Write the gates of a role as lines of its file."""
    lines = [
        *_education_lines(codes, facts),
        *_experience_lines(codes, facts),
        *(line for permit in facts.permits.get(role, []) for line in _permit_lines(permit)),
    ]
    return ["gates:", *lines] if lines else []


def _education_lines(codes: Sequence[str], facts: GateFacts) -> list[str]:
    survey = _first(codes, facts.education)
    entry = _first([code[:7] for code in codes], facts.entry)
    level = BLS_LEVEL[entry[1][0]] if entry is not None else None
    share, said, as_of = None, [], BLS_AS_OF
    if survey is not None:
        if level is None or survey[1].at_least(_from(level)) < 0.5:
            level, entry = _median_level(survey[1]), None
        share, as_of = survey[1].at_least(_from(level)), survey[1].date
    if level is None or level == "none":
        return []
    if entry is not None:
        said.append(f"BLS 2024-34, {entry[0]} {entry[1][2]}: typical for entry")
    if survey is not None:
        said.append(f"O*NET 30.3, {survey[0]}: those asked who say that it or more is required")
    return _lines(
        {"kind": "education", "level": level, "force": "custom"}, share, "; ".join(said), as_of
    )


def _experience_lines(codes: Sequence[str], facts: GateFacts) -> list[str]:
    survey = _first(codes, facts.experience)
    if survey is not None:
        enough = {
            years: share
            for category, years in ONET_YEARS.items()
            if (share := survey[1].at_least(range(category, 12))) >= 0.5
        }
        if not enough:
            return []
        years = max(enough)
        said = f"O*NET 30.3, {survey[0]}: those asked who say that so many or more are required"
        return _lines(
            {"kind": "experience", "years": years, "force": "custom"},
            enough[years],
            said,
            survey[1].date,
        )
    entry = _first([code[:7] for code in codes], facts.entry)
    if entry is None or entry[1][1] not in BLS_YEARS:
        return []
    said = f"BLS 2024-34, {entry[0]} {entry[1][2]}: {entry[1][1]} in a related occupation"
    return _lines(
        {"kind": "experience", "years": BLS_YEARS[entry[1][1]], "force": "custom"},
        None,
        said,
        BLS_AS_OF,
    )


def _lines(said: dict[str, object], share: float | None, note: str, as_of: str) -> list[str]:
    head, *rest = [f"{key}: {value}" for key, value in said.items()]
    if share is not None:
        rest.append(f"share: {round(share, 2):g}")
    rest.append("region: US")
    return [
        f"  - {head}",
        *(f"    {each}" for each in rest),
        f'    note: "{note}"',
        "    source:",
        "      url: https://www.onetcenter.org/database.html"
        if "O*NET" in note
        else "      url: https://www.bls.gov/emp/",
        "      basis: read",
        f"      as_of: {as_of}",
        "      confidence: high",
    ]


def _permit_lines(permit: dict[str, str]) -> list[str]:
    options = [each.partition("=") for each in permit["asks"].split("; ")]
    kinds = [f"{{kind: {kind}, {_asked(kind, name)}}}" for kind, _, name in options]
    if len(options) == 1:
        kind, _, name = options[0]
        head = [f"  - kind: {kind}", f"    {_asked(kind, name)}"]
    else:
        head = [f"  - any_of: [{', '.join(kinds)}]"]
    return [
        *head,
        f"    force: {permit['force']}",
        f"    region: {permit['region']}",
        f'    note: "{permit["note"]}"',
        "    source:",
        "      basis: general-knowledge",
        f"      confidence: {permit['confidence']}",
    ]


def _asked(kind: str, name: str) -> str:
    return f"level: {name}" if kind == "education" else f'name: "{name}"'


def _first(codes: Sequence[str], table: dict[str, object]) -> tuple[str, object] | None:
    return next(((code, table[code]) for code in codes if code in table), None)


def _median_level(survey: Survey) -> str:
    return [level for level in LEVELS if survey.at_least(_from(level)) >= 0.5][-1]


def _from(level: str) -> list[int]:
    rank = LEVELS.index(level)
    return [each for each, name in ONET_LEVEL.items() if LEVELS.index(name) >= rank]


def _tsv(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def _surveys(file: Path, element: str, scale: str) -> dict[str, Survey]:
    found: dict[str, Survey] = {}
    for row in _tsv(file):
        if (row["Element ID"], row["Scale ID"]) != (element, scale) or row["Category"] == "n/a":
            continue
        month, _, year = row["Date"].partition("/")
        survey = found.setdefault(row["O*NET-SOC Code"], Survey({}, f"{year}-{month}-01"))
        survey.shares[int(row["Category"])] = float(row["Data Value"])
    return {code: survey for code, survey in found.items() if sum(survey.shares.values()) > 0}


def _entry(file: Path) -> dict[str, tuple[str, str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        next(lines)
        return {
            row["2024 National Employment Matrix code"]: (
                row["Typical education needed for entry"],
                row["Work experience in a related occupation"],
                row["2024 National Employment Matrix title"].strip(),
            )
            for row in csv.DictReader(lines, delimiter="\t")
            if row["Occupation type"] == "Line item"
        }


def _permits(file: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in _tsv(file):
        found.setdefault(row["role"], []).append(row)
    return found
