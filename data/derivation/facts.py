"""The outside tables: O*NET 29.3, ESCO 1.2.0 and the BLS wage estimates, read by header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tool:
    """A technology that O*NET lists for an occupation."""

    name: str
    code: str
    hot: bool
    in_demand: bool

    @property
    def standing(self) -> str:
        """How O*NET marks it, in words."""
        if self.hot and self.in_demand:
            return "hot and in demand"
        if self.hot:
            return "hot"
        return "in demand" if self.in_demand else "listed"


@dataclass(frozen=True, slots=True)
class Rating:
    """A skill or knowledge that O*NET rates: level 0 to 7, importance 1 to 5."""

    code: str
    name: str
    level: float
    importance: float


@dataclass(frozen=True, slots=True)
class Occupation:
    """An ESCO occupation."""

    uri: str
    label: str
    isco08: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the derivation looks up."""

    titles: dict[str, str]
    job_zones: dict[str, int]
    tools: dict[str, list[Tool]]
    ratings: dict[str, list[Rating]]
    occupations: dict[str, Occupation]
    relations: dict[tuple[str, str], tuple[str, str]]
    wages: dict[str, tuple[str, str]]


def read_facts(folder: Path, esco_labels: set[str]) -> Facts:
    """Read the tables of `folder`; ESCO relations only for the occupations of these labels."""
    onet, esco = folder / "onet-29.3", folder / "esco-1.2.0"
    occupations = _occupations(esco / "occupations_en.csv", esco_labels)
    return Facts(
        titles={row["O*NET-SOC Code"]: row["Title"] for row in _tsv(onet / "Occupation Data.txt")},
        job_zones={
            row["O*NET-SOC Code"]: int(row["Job Zone"]) for row in _tsv(onet / "Job Zones.txt")
        },
        tools=_tools(onet / "Technology Skills.txt"),
        ratings=_ratings((onet / "Skills.txt", onet / "Knowledge.txt")),
        occupations=occupations,
        relations=_relations(
            esco / "occupationSkillRelations_reconstructed.csv",
            {occupation.uri for occupation in occupations.values()},
        ),
        wages={
            row["soc_code"]: (row["title"], row["annual_median"])
            for row in _tsv(folder / "wages" / "oews-2025-national.tsv")
        },
    )


def _tsv(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def _csv(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _tools(file: Path) -> dict[str, list[Tool]]:
    tools: dict[str, list[Tool]] = {}
    for row in _tsv(file):
        tool = Tool(
            name=row["Example"],
            code=row["Commodity Code"],
            hot=row["Hot Technology"] == "Y",
            in_demand=row["In Demand"] == "Y",
        )
        tools.setdefault(row["O*NET-SOC Code"], []).append(tool)
    return tools


def _ratings(files: tuple[Path, ...]) -> dict[str, list[Rating]]:
    scales: dict[tuple[str, str, str], dict[str, float]] = {}
    for file in files:
        for row in _tsv(file):
            key = row["O*NET-SOC Code"], row["Element ID"], row["Element Name"]
            scales.setdefault(key, {})[row["Scale ID"]] = float(row["Data Value"])
    ratings: dict[str, list[Rating]] = {}
    for (occupation, code, name), values in scales.items():
        rating = Rating(code, name, level=values["LV"], importance=values["IM"])
        ratings.setdefault(occupation, []).append(rating)
    return ratings


def _occupations(file: Path, labels: set[str]) -> dict[str, Occupation]:
    found = {}
    for row in _csv(file):
        label = row["preferredLabel"].strip()
        if label in labels:
            found[label] = Occupation(row["conceptUri"], label, row["iscoGroup"])
    missing = sorted(labels - set(found))
    if missing:
        raise SystemExit(f"ESCO has no occupation of this name: {missing}")
    return found


def _relations(file: Path, occupations: set[str]) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (row["occupationUri"], row["skillUri"]): (row["relationType"], row["skillLabel"].strip())
        for row in _csv(file)
        if row["occupationUri"] in occupations
    }
