"""The parts that several JSON reports share."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import Location, format_place
from skillgap.domain.role import Pay, RoleProfile
from skillgap.domain.source import Source
from skillgap.text import clean

if TYPE_CHECKING:
    from skillgap.gap import SkillGap
    from skillgap.matching.match import Candidate, Match
    from skillgap.rendering.report import HeldWord


SCHEMA_VERSION: Final = 1
"""The version of every JSON shape; it rises only where a script would break."""

JsonValue = str | int | float | bool | None | list["JsonValue"] | Mapping[str, "JsonValue"]
"""What JSON can say."""

JsonObject = dict[str, JsonValue]


def to_json(value: JsonValue, *, ascii_only: bool = False) -> str:
    """Write a value as indented JSON that ends with a newline.

    Every text is cleaned, keys keep the order they were given in; `ascii_only` escapes what is
    not ASCII. Raises `ValueError` for a number that JSON cannot say.
    """
    return json.dumps(safe(value), indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"


def to_json_line(value: JsonValue, *, ascii_only: bool = False) -> str:
    """Write a value as JSON on one line, without a newline."""
    return json.dumps(safe(value), ensure_ascii=ascii_only, allow_nan=False)


def safe(value: JsonValue) -> JsonValue:
    """Give the value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [safe(each) for each in value]
    if isinstance(value, dict):
        return {key: safe(each) for key, each in value.items()}
    return value


def amount(value: float) -> int | float:
    """Give money or hours with at most two decimals, a whole number as one."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def share(value: float) -> float:
    """Give a share of 0-1 with four decimals; it is 1 or 0 only where it is exactly that."""
    if 0 < value < 1:
        return min(0.9999, max(0.0001, round(value, 4)))
    return float(value)


def finite(value: float) -> float | None:
    """Give a number with six decimals, None for what JSON has no number for."""
    return round(value, 6) + 0.0 if math.isfinite(value) else None


def diagnostic_json(diagnostic: Diagnostic) -> JsonObject:
    """Give one diagnostic; lines and columns count from 1."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **location_json(diagnostic.location),
        "place": format_place(diagnostic.place) or None,
        "hint": diagnostic.hint or None,
        "related": [
            {"message": each.message, **location_json(each.location)} for each in diagnostic.related
        ],
    }


def location_json(location: Location | None) -> JsonObject:
    """Give a place in a file, nulls where there is none."""
    if location is None:
        return {"file": None, "line": None, "column": None}
    return {"file": location.file, "line": location.line, "column": location.column}


def match_json(match: Match) -> JsonObject:
    """Give what words were taken to mean."""
    return {
        "query": match.query,
        "status": match.status,
        "id": match.id,
        "label": match.label,
        "method": match.method,
        "score": share(match.score),
        "level": match.level,
        "runners_up": candidates_json(match.runners_up),
    }


def candidates_json(candidates: Iterable[Candidate]) -> list[JsonValue]:
    """Give entries that words may mean, nearest first."""
    return [
        {"id": each.id, "label": each.label, "method": each.method, "score": share(each.score)}
        for each in candidates
    ]


def word_json(word: HeldWord) -> JsonObject:
    """Give a skill in a person's words and what it counts as; nothing where it is not matched."""
    is_matched = word.match.status == "matched"
    return {
        "input": word.text,
        "status": word.match.status,
        "id": word.match.id,
        "label": word.match.label,
        "level": word.level if is_matched else None,
        "level_given": word.is_level_given,
        "method": word.match.method,
        "score": share(word.match.score),
        "runners_up": candidates_json(word.match.runners_up),
    }


def role_json(role: RoleProfile, match: Match) -> JsonObject:
    """Give the role as it was understood."""
    return {
        "id": role.id,
        "title": role.title,
        "family": role.family,
        "matched": {
            "query": match.query,
            "method": match.method,
            "score": share(match.score),
        },
        "codes": codes_json(role),
        "pay": pay_json(role.pay),
    }


def codes_json(role: RoleProfile) -> JsonObject:
    """Give a role's public codes."""
    return {
        "onet_soc": list(role.codes.onet_soc),
        "esco": [{"uri": each.uri, "label": each.label} for each in role.codes.esco],
        "isco08": list(role.codes.isco08),
    }


def pay_json(pay: Pay | None) -> JsonObject | None:
    """Give what a role pays."""
    if pay is None:
        return None
    return {
        "amount": amount(pay.amount),
        "currency": pay.currency,
        "per": pay.per,
        "statistic": pay.statistic,
        "area": pay.area,
        "year": pay.year,
    }


def gap_json(gap: SkillGap, closed_to: int | None = None) -> JsonObject:
    """Give one requirement against what is held; `closed_to` is the level a path gets to."""
    found: JsonObject = {
        "skill": gap.skill,
        "any_of": list(gap.requirement.skills),
        "held": gap.held,
        "required": gap.requirement.level,
        "importance": amount(gap.requirement.importance),
        "necessity": gap.requirement.necessity.value,
        "status": gap.status.value,
    }
    if closed_to is not None:
        found["closed_to"] = closed_to
    return found


def source_json(source: Source | None) -> JsonObject | None:
    """Give on what a record rests."""
    if source is None:
        return None
    return {
        "basis": source.basis.value,
        "as_of": source.as_of.isoformat() if source.as_of else None,
        "url": source.url,
        "confidence": source.confidence.value if source.confidence else None,
        "note": source.note,
    }
