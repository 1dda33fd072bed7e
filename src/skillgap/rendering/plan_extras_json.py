"""What else was asked about a plan, as a script reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skillgap.planning.quality import (
    ExpiresSoon,
    LeansOnIssuer,
    Narrow,
    PathNote,
    RestsOnAttendance,
)
from skillgap.rendering.fact_groups import tell_chain
from skillgap.rendering.facts_text import FactTeller
from skillgap.rendering.json_shape import JsonObject, JsonValue
from skillgap.rendering.json_text import amount, finite, share
from skillgap.rendering.names import Names
from skillgap.rendering.notes_text import tell_note
from skillgap.rendering.report import PlanReport
from skillgap.rendering.why_not_text import WITH_IT, tell_absence

if TYPE_CHECKING:
    from skillgap.planning.absence import Absence
    from skillgap.planning.alternatives import Alternatives
    from skillgap.planning.comparison import Difference
    from skillgap.planning.tradeoff import Tradeoff
    from skillgap.planning.worth import Worth


def extras_json(report: PlanReport, names: Names) -> JsonObject:
    """Give every part; null or empty where it was not asked."""
    return {
        "notes": [path_note_json(each, names) for each in report.notes],
        "worth": [worth_json(each) for each in report.worth],
        "alternatives": alternatives_json(report.alternatives),
        "tradeoff": tradeoff_json(report.tradeoff),
        "why_not": [absence_json(each, names) for each in report.absences],
    }


def path_note_json(note: PathNote, names: Names) -> JsonObject:
    """Give one note; what a kind has no use for is null or empty."""
    found: JsonObject = {
        "kind": "",
        "text": tell_note(note, names),
        "issuer": None,
        "share": None,
        "credentials": [],
        "skills": [],
        "expires": None,
        "more": None,
    }
    match note:
        case LeansOnIssuer():
            found |= {"kind": "leans-on-issuer", "issuer": note.issuer, "share": share(note.share)}
        case RestsOnAttendance():
            found |= {
                "kind": "rests-on-attendance",
                "credentials": list(note.credentials),
                "skills": list(note.skills),
            }
        case Narrow():
            found |= {
                "kind": "narrow",
                "skills": list(note.missing),
                "more": more_json(note.broader),
            }
        case ExpiresSoon():
            found |= {
                "kind": "expires-soon",
                "credentials": [note.credential],
                "expires": note.expires.isoformat(),
            }
    return found


def worth_json(worth: Worth) -> JsonObject:
    """Give what a path without a step has more, null where none covers as much."""
    extra = None if worth.extra is None else finite(worth.extra)
    return {"credential": worth.credential, "without_it": extra}


def more_json(more: Difference | None) -> JsonObject | None:
    """Give what a path has more than the best."""
    if more is None:
        return None
    return {
        "money": amount(more.money),
        "hours": amount(more.hours),
        "weeks": amount(more.weeks),
        "credentials": more.credentials,
        "value": finite(more.value),
        "added": list(more.added),
        "dropped": list(more.dropped),
    }


def alternatives_json(found: Alternatives | None) -> JsonObject | None:
    """Give the next best paths."""
    if found is None:
        return None
    paths: Sequence[JsonValue] = [
        {
            "status": each.path.status.value,
            "objective": finite(each.path.objective),
            "credentials": [step.credential for step in each.path.steps],
            "money": amount(each.path.totals.money),
            "hours": amount(each.path.totals.hours),
            "weeks": amount(each.path.totals.weeks),
            "more": more_json(each.more),
        }
        for each in found.paths
    ]
    return {"complete": found.is_complete, "paths": list(paths)}


def tradeoff_json(found: Tradeoff | None) -> JsonObject | None:
    """Give the frontier of money against time, the earliest first."""
    if found is None:
        return None
    points: Sequence[JsonValue] = [
        {
            "money": amount(each.money),
            "ends": each.ends.isoformat(),
            "weeks": amount(each.path.totals.weeks),
            "hours": amount(each.path.totals.hours),
            "credentials": [step.credential for step in each.path.steps],
        }
        for each in found.points
    ]
    return {"complete": found.is_complete, "proven": found.is_proven, "points": list(points)}


def absence_json(absence: Absence, names: Names) -> JsonObject:
    """Give why a credential is not on the path."""
    teller = FactTeller(names, WITH_IT)
    because = [tell_absence(absence, names), " and ".join(tell_chain(absence.facts, teller))]
    return {
        "credential": absence.credential,
        "title": names.credential(absence.credential),
        "verdict": absence.kind.value,
        "because": " ".join(each for each in because if each),
        "facts": [teller.tell(each) for each in absence.facts],
        "dominated_by": absence.dominated_by,
        "more": more_json(absence.more),
        "proven": absence.is_proven,
    }
