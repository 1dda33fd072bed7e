"""How the levels that follow O*NET are spread over the shipped roles, by figure and by place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from skillgap.domain.proficiency import LEVEL_NAMES, LEVELS, level_from_onet

FOLLOWS = "Level follows O*NET"
Asked = tuple[str, int, dict[str, Any]]
"""A role's id, its Job Zone and one of its requirements, as its file has it."""


def following_onet(folder: Path) -> list[Asked]:
    """Every requirement whose level follows O*NET."""
    found: list[Asked] = []
    for file in sorted(folder.glob("*.yaml")):
        role = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        found += [
            (role["id"], role["job_zone"], each)
            for each in role["requirements"]
            if each["note"].startswith(FOLLOWS)
        ]
    return found


def by_figure(asked: Asked) -> int:
    """The level that the rating itself, `ceil(5x/7)`, would give."""
    return level_from_onet(asked[2]["evidence"][0]["level"])


def by_place(asked: Asked) -> int:
    """The level that the role has."""
    level: int = asked[2]["level"]
    return level


def level_table(folder: Path) -> str:
    """Both spreads, and below them the mean level in each Job Zone."""
    asked = following_onet(folder)
    before, after = Counter(map(by_figure, asked)), Counter(map(by_place, asked))
    lines = [
        f"Of the {len(asked)} levels that follow O\\*NET:",
        "",
        "| level | by the figure alone | by place |",
        "| --- | ---: | ---: |",
    ]
    for level in LEVELS:
        cells = [f"{each[level]} ({each[level] / len(asked):.0%})" for each in (before, after)]
        lines.append(f"| {level} {LEVEL_NAMES[level]} | {cells[0]} | {cells[1]} |")
    lines += [
        "",
        "| Job Zone | levels that follow O\\*NET | mean by the figure alone | mean by place |",
        "| --- | ---: | ---: | ---: |",
    ]
    for zone in sorted({zone for _, zone, _ in asked}):
        there = [each for each in asked if each[1] == zone]
        figures = [sum(map(rule, there)) / len(there) for rule in (by_figure, by_place)]
        lines.append(f"| {zone} | {len(there)} | {figures[0]:.2f} | {figures[1]:.2f} |")
    return "\n".join(lines)
