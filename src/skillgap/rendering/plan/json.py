"""A plan as a script reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from skillgap.diagnostics.diagnostic import Diagnostic, diagnose
from skillgap.domain.credential import Credits
from skillgap.domain.stack import NO_CREDITS
from skillgap.planning.facts import Relaxation
from skillgap.planning.followups.warnings import (
    ExpiresSoon,
    LeansOnIssuer,
    Narrow,
    PathNote,
    RestsOnAttendance,
)
from skillgap.planning.result import (
    Infeasible,
    LearningPath,
    LongestChain,
    PlanStatus,
    Step,
    StepNote,
)
from skillgap.rendering.json_values import (
    SCHEMA_VERSION,
    JsonObject,
    JsonValue,
    amount,
    diagnostic_json,
    finite,
    gap_json,
    role_json,
    share,
    source_json,
    word_json,
)
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.extras import tell_note
from skillgap.rendering.plan.facts import FactTeller, tell_chain, tell_reason
from skillgap.rendering.plan.open import WHOLE, WITH_IT, tell_absence
from skillgap.rendering.plan.text import tell_step_note
from skillgap.rendering.report import PlanReport
from skillgap.rendering.sources_text import footing
from skillgap.text import counted, listed

if TYPE_CHECKING:
    from skillgap.planning.followups.alternatives import Alternatives, Difference, Worth
    from skillgap.planning.followups.tradeoff import Tradeoff
    from skillgap.planning.followups.why_not import Absence


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


def plan_json(report: PlanReport) -> JsonObject:
    """Give a plan; every key is always there."""
    answer = report.answer
    names = Names(report.understanding.catalog)
    parts = (
        infeasible_parts(answer, names)
        if isinstance(answer, Infeasible)
        else path_parts(answer, names)
    )
    return {
        "schema_version": SCHEMA_VERSION,
        "status": answer.status.value,
        "bound": parts["bound"],
        "objective": parts["objective"],
        "prefer": answer.request.prefer.value,
        "covers_essentials": parts["covers_essentials"],
        "role": role_json(report.understanding.role, report.understanding.role_match),
        "skills": [word_json(each) for each in report.understanding.words],
        "readiness": parts["readiness"],
        "gaps": parts["gaps"],
        "steps": parts["steps"],
        "stacks": parts["stacks"],
        "totals": parts["totals"],
        "discounts": parts["discounts"],
        "advice": parts["advice"],
        "longest_chain": parts["longest_chain"],
        "stopped": parts["stopped"],
        "uncovered": parts["uncovered"],
        "relaxations": [relaxation_json(each, names) for each in answer.relaxations],
        "sources": parts["sources"],
        **extras_json(report, names),
        "diagnostics": [diagnostic_json(each) for each in report.understanding.diagnostics],
    }


def path_parts(answer: LearningPath, names: Names) -> JsonObject:
    """Give what a path says."""
    totals = answer.totals
    teller = FactTeller(names)
    return {
        "bound": finite(answer.bound),
        "objective": finite(answer.objective),
        "covers_essentials": answer.covers_essentials,
        "readiness": {
            "before": share(answer.readiness_before),
            "after": share(answer.readiness_after),
        },
        "gaps": [
            gap_json(before, after.held)
            for before, after in zip(answer.gaps_before, answer.gaps_after, strict=True)
        ],
        "steps": [step_json(each, answer, names) for each in answer.steps],
        "stacks": [
            {
                "id": each.stack,
                "title": names.stack(each.stack),
                "done": each.done,
                "needed": each.needed,
                "progress": share(each.progress),
                "completed": each.completed,
                "bonus": amount(each.bonus),
            }
            for each in sorted(answer.stacks, key=lambda stack: stack.stack)
        ],
        "totals": {
            "money": amount(totals.money),
            "currency": totals.currency,
            "hours": amount(totals.hours),
            "weeks": amount(totals.weeks),
            "credentials": totals.credentials,
            "credits": credits_json(totals.credits),
        },
        "discounts": [
            {
                "stack": each.stack,
                "money": amount(each.money),
                "credentials": list(each.credentials),
            }
            for each in answer.discounts
        ],
        "advice": [
            {
                "stack": each.stack,
                "title": names.stack(each.stack),
                "missing": list(each.missing),
                "money": amount(each.money),
                "hours": amount(each.hours),
            }
            for each in answer.advice
        ],
        "longest_chain": chain_json(answer.longest_chain),
        "stopped": answer.was_stopped,
        "uncovered": [
            {
                "skill": each.requirement.skills[0],
                "any_of": list(each.requirement.skills),
                "required": each.requirement.level,
                "reached": each.reached,
                "necessity": each.requirement.necessity.value,
                "because": " and ".join(tell_chain(each.because, teller)),
                "facts": [teller.tell(fact) for fact in each.because],
            }
            for each in answer.uncovered
        ],
        "sources": sources_json(answer, names),
    }


def infeasible_parts(answer: Infeasible, names: Names) -> JsonObject:
    """Give what can be said where there is no path."""
    teller = FactTeller(names, WHOLE)
    because: list[JsonValue] = [teller.tell(fact) for fact in answer.because]
    return {
        "bound": None,
        "objective": None,
        "covers_essentials": False,
        "readiness": {
            "before": share(answer.readiness_before),
            "after": share(answer.readiness_before),
        },
        "gaps": [gap_json(each, each.held) for each in answer.gaps_before],
        "steps": [],
        "stacks": [],
        "totals": {
            "money": 0,
            "currency": names.catalog.currency,
            "hours": 0,
            "weeks": 0,
            "credentials": 0,
            "credits": credits_json(NO_CREDITS),
        },
        "discounts": [],
        "advice": [],
        "longest_chain": None,
        "stopped": False,
        "uncovered": [
            {
                "skill": each.skill,
                "any_of": list(each.requirement.skills),
                "required": each.requirement.level,
                "reached": each.held,
                "necessity": each.requirement.necessity.value,
                "because": " and ".join(tell_chain(answer.because, teller)),
                "facts": because,
            }
            for each in answer.gaps_before
            if each.short_by
        ],
        "sources": {"steps": 0, "read": 0, "general_knowledge": 0, "oldest_as_of": None},
    }


def step_json(step: Step, answer: LearningPath, names: Names) -> JsonObject:
    """Give one step."""
    credential = names.catalog.credentials.get(step.credential)
    return {
        "order": step.order,
        "credential": step.credential,
        "title": names.credential(step.credential),
        "issuer": credential.issuer if credential else None,
        "issuer_name": names.issuer_of(step.credential),
        "url": credential.url if credential else None,
        "closes": [
            {"skill": each.skill, "from": each.from_level, "to": each.to_level}
            for each in step.closes
        ],
        "unlocks": list(step.unlocks),
        "accompanies": list(step.reason.accompanies),
        "because": tell_reason(step, answer.request, names),
        "money": amount(step.money),
        "hours": amount(step.hours),
        "starts": step.starts.isoformat(),
        "ends": step.ends.isoformat(),
        "notes": [note_json(each, answer.totals.currency) for each in step.notes],
        "source": source_json(credential.source if credential else None),
    }


def note_json(note: StepNote, currency: str) -> JsonObject:
    """Give one note to a step."""
    return {
        "kind": note.kind.value,
        "date": note.on.isoformat() if note.on else None,
        "money": None if note.money is None else amount(note.money),
        "times": note.times,
        "text": tell_step_note(note, currency),
    }


def credits_json(found: Credits) -> JsonObject:
    """Give credits by their systems."""
    return {
        "ects": None if found.ects is None else amount(found.ects),
        "other": [{"system": each.system, "amount": amount(each.amount)} for each in found.other],
    }


def chain_json(chain: LongestChain | None) -> JsonObject | None:
    """Give the steps that wait for one another the longest."""
    if chain is None:
        return None
    return {"credentials": list(chain.credentials), "weeks": amount(chain.weeks)}


def relaxation_json(relaxation: Relaxation, names: Names) -> JsonObject:
    """Give the smallest change of one limit that would allow full coverage."""
    value = relaxation.value
    if isinstance(value, dt.date):
        said: JsonValue = value.isoformat()
    elif isinstance(value, str) or value is None:
        said = value
    else:
        said = amount(value)
    return {
        "limit": relaxation.limit.value,
        "value": said,
        "hint": FactTeller(names).change(relaxation),
    }


def sources_json(answer: LearningPath, names: Names) -> JsonObject:
    """Give on what the figures of a path rest."""
    taken = [step.credential for step in answer.steps]
    found = footing(names.catalog, taken, answer.request.start)
    return {
        "steps": found.steps,
        "read": found.read,
        "general_knowledge": found.steps - found.read,
        "older_than_a_year": found.aged,
        "oldest_as_of": found.oldest.isoformat() if found.oldest else None,
    }


def with_verdicts(report: PlanReport) -> PlanReport:
    """Give the report with what is to be said of its answer among its diagnostics."""
    understanding = report.understanding
    diagnostics = (*understanding.diagnostics, *verdicts(report))
    return replace(report, understanding=replace(understanding, diagnostics=diagnostics))


def verdicts(report: PlanReport) -> list[Diagnostic]:
    """Say where coverage is not full, the proof not finished, or a figure was never read."""
    answer, catalog = report.answer, report.understanding.catalog
    teller = FactTeller(Names(catalog))
    hint = listed([teller.change(each) for each in answer.relaxations], "or")
    help_ = f"{hint} would help" if hint else ""
    if isinstance(answer, Infeasible):
        return [diagnose("SG601", "no path keeps these limits", hint=help_)]
    found = []
    still_open = [each for each in answer.uncovered if each.requirement.is_essential]
    if still_open:
        skills = counted(len(still_open), "essential skill").replace("\u00a0", " ")
        verb = "stays" if len(still_open) == 1 else "stay"
        found.append(diagnose("SG601", f"{skills} {verb} open", hint=help_))
    base = footing(catalog, [step.credential for step in answer.steps], answer.request.start)
    if base.read < base.steps:
        found.append(
            diagnose(
                "SG602",
                f"the figures of {base.steps - base.read} of {base.steps} steps were never read"
                " from a source",
                hint="check prices and hours before you pay",
            )
        )
    if answer.status is PlanStatus.FEASIBLE:
        found.append(
            diagnose(
                "SG603",
                "the path is the best found in time, not proven best",
                hint="`--time-limit` gives it longer",
            )
        )
    return found
