"""A plan as a script reads it."""

from __future__ import annotations

import datetime as dt

from skillgap.domain.credential import Credits
from skillgap.domain.stack import NO_CREDITS
from skillgap.planning.facts import Relaxation
from skillgap.planning.result import Infeasible, LearningPath, LongestChain, Step, StepNote
from skillgap.rendering.fact_groups import tell_chain
from skillgap.rendering.facts_text import FactTeller
from skillgap.rendering.json_shape import SCHEMA_VERSION, JsonObject, JsonValue
from skillgap.rendering.json_text import amount, finite, share
from skillgap.rendering.json_values import (
    diagnostic_json,
    gap_json,
    role_json,
    source_json,
    word_json,
)
from skillgap.rendering.names import Names
from skillgap.rendering.open_text import WHOLE
from skillgap.rendering.plan_extras_json import extras_json
from skillgap.rendering.reasons_text import tell_reason
from skillgap.rendering.report import PlanReport
from skillgap.rendering.sources_text import footing
from skillgap.rendering.step_notes_text import tell_step_note


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
