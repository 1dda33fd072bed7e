"""The hand-made choices: which occupations stand for a role and which skills it asks for."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

REASONS = {
    "core": "the work rests on it every day",
    "routine": "done often, alone on routine cases",
    "aware": "understood rather than done",
    "entry": "what is asked at the start; O*NET rates people at work",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One requirement as it was chosen; no level means that O*NET's rating decides."""

    necessity: str
    skills: tuple[str, ...]
    level: int | None
    importance: float | None
    reason: str
    element: str
    onet_tools: tuple[str, ...]
    esco_skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """One role as it was chosen, with its requirements in the order of the file."""

    id: str
    title: str
    family: str
    onet_soc: tuple[str, ...]
    esco: tuple[str, ...]
    rated_as: str
    wage_soc: str
    related: tuple[str, ...]
    aliases: tuple[str, ...]
    requirements: tuple[Choice, ...]

    @property
    def rated(self) -> str:
        """The occupation whose ratings count: the neighbor named, or the role's own first."""
        return self.rated_as or self.onet_soc[0]


def read_choices(folder: Path) -> tuple[RoleChoice, ...]:
    """Read the roles of `roles.tsv`, each with its rows of `requirements.tsv`."""
    requirements: dict[str, list[Choice]] = {}
    for row in _rows(folder / "requirements.tsv"):
        requirements.setdefault(row["role"], []).append(_requirement(row))
    roles = tuple(_role(row, requirements) for row in _rows(folder / "roles.tsv"))
    unknown = sorted(set(requirements) - {role.id for role in roles})
    if unknown:
        raise SystemExit(f"requirements.tsv names roles that roles.tsv lacks: {unknown}")
    return roles


def read_alignments(catalog: Path) -> dict[str, list[dict[str, Any]]]:
    """Each skill of the catalog with its pointers into O*NET and ESCO."""
    loaded = yaml.load(catalog.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {skill["id"]: skill.get("alignments", []) for skill in loaded["skills"]}


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _list(cell: str, separator: str = "; ") -> tuple[str, ...]:
    return tuple(cell.split(separator)) if cell else ()


def _role(row: dict[str, str], requirements: dict[str, list[Choice]]) -> RoleChoice:
    return RoleChoice(
        id=row["id"],
        title=row["title"],
        family=row["family"],
        onet_soc=_list(row["onet_soc"]),
        esco=_list(row["esco"]),
        rated_as=row["rated_as"],
        wage_soc=row["wage_soc"],
        related=_list(row["related"]),
        aliases=_list(row["aliases"]),
        requirements=tuple(requirements.get(row["id"], ())),
    )


def _requirement(row: dict[str, str]) -> Choice:
    return Choice(
        necessity=row["necessity"],
        skills=_list(row["skills"], " | "),
        level=int(row["level"]) if row["level"] else None,
        importance=float(row["importance"]) if row["importance"] else None,
        reason=row["reason"],
        element=row["element"],
        onet_tools=_list(row["onet_tools"]),
        esco_skills=_list(row["esco_skills"]),
    )
