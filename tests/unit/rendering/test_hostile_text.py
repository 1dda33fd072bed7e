"""No text of a catalog reaches any report uncleaned, whatever field it stands in."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from msgspec.structs import replace

from skillgap.api import (
    find_gap,
    find_holdings,
    load_catalog,
    plan_path,
    readiness,
    skill_index,
)
from skillgap.checks.registry import run_checks
from skillgap.checks.survey import survey
from skillgap.diagnostics.diagnostic import Related, diagnose
from skillgap.diagnostics.location import Location
from skillgap.domain.catalog import RECORD_KINDS, Catalog
from skillgap.domain.identifiers import ID_PATTERN
from skillgap.domain.learner import HeldSkill, Learner
from skillgap.domain.stack import Discount
from skillgap.loading.write.differences import find_differences
from skillgap.matching.match import match_role, match_skill
from skillgap.planning.followups.alternatives import find_alternatives, find_worth
from skillgap.planning.followups.nearby import NearbyRequest, nearby_roles
from skillgap.planning.followups.tradeoff import find_tradeoff
from skillgap.planning.followups.warnings import find_notes
from skillgap.planning.followups.why_not import why_not
from skillgap.planning.request import Limits, PlanRequest
from skillgap.rendering import catalog as catalog_text
from skillgap.rendering.catalog_json import differences_json, stats_json
from skillgap.rendering.findings import machine
from skillgap.rendering.findings.json import check_json
from skillgap.rendering.findings.text import write_findings, write_summary
from skillgap.rendering.gap import write_gap_report
from skillgap.rendering.gap_json import gap_report_json
from skillgap.rendering.json_parts import MatchesJson
from skillgap.rendering.json_values import to_json
from skillgap.rendering.layout import page as page_module
from skillgap.rendering.layout.page import Page, plain_text
from skillgap.rendering.layout.terminal import UNICODE
from skillgap.rendering.layout.words import Names
from skillgap.rendering.match_text import match_line
from skillgap.rendering.plan.json import plan_json, with_verdicts
from skillgap.rendering.plan.text import write_plan
from skillgap.rendering.report import (
    CheckReport,
    GapReport,
    HeldWord,
    NearReport,
    PlanReport,
    Understanding,
)
from skillgap.rendering.roles.json import near_json, roles_json
from skillgap.rendering.roles.text import write_near, write_roles
from skillgap.rendering.show.json import shown_json
from skillgap.rendering.show.text import write_shown
from skillgap.text import UNSEEN

HOSTILE = "\x1b[31mred\x1b]0;title\x07\u202eesrever\u200b\x9b1m\x00\r\nnext\u2066\x7f"
OBEYED = re.compile(UNSEEN)
START = dt.date(2026, 11, 2)
COUNTED_IN = {"Price.currency", "Discount.currency"}
"""A credential in a currency without a rate stands in no plan."""

filled: set[str] = set()


def bare(hint):
    """A type without what is annotated and without None; several as they are."""
    if get_origin(hint) is Annotated:
        return bare(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        parts = [each for each in get_args(hint) if each is not type(None)]
        return bare(parts[0]) if len(parts) == 1 else parts
    return hint


def is_id(hint):
    """Whether an annotation anywhere says that it is an id."""
    patterns = [getattr(each, "pattern", None) for each in get_args(hint)]
    return ID_PATTERN in patterns or any(is_id(each) for each in get_args(hint))


def text_fields(kind, found=None):
    """Every field of a noun, and of all that is in it, that holds text which is no id."""
    found = set() if found is None else found
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if get_origin(hint) is not None and name not in kind.__struct_fields__:
            continue
        for part in parts_of(hint):
            if part is str and not is_id(hint):
                found.add(f"{kind.__name__}.{name}")
            elif isinstance(part, type) and issubclass(part, msgspec.Struct):
                text_fields(part, found)
    return found


def parts_of(hint):
    """All plain types in an annotation."""
    kind = bare(hint)
    if isinstance(kind, list):
        return [part for each in kind for part in parts_of(each)]
    if get_origin(kind) in (tuple, Mapping):
        return [part for each in get_args(kind) for part in parts_of(each)]
    return [kind]


def poisoned(value, hint, where, kept):
    """A value with hostile text in every field that takes text; what is missing is made."""
    kind = bare(hint)
    if isinstance(kind, list):
        kind = type(value) if value is not None else kind[0]
    if get_origin(kind) is Literal or is_id(hint):
        made_up = None if is_optional(hint) else next(iter(get_args(kind)), "sql")
        return made_up if value is None else value
    if kind is str:
        if where in kept:
            return value
        filled.add(where)
        return f"{where} {HOSTILE}"
    if get_origin(kind) is tuple:
        each = get_args(kind)[0]
        values = value or ((None,) if has_text(each) else ())
        return tuple(poisoned(one, each, where, kept) for one in values)
    if get_origin(kind) is Mapping:
        key, each = get_args(kind)
        names = get_args(bare(key)) or ("sql",)
        return {name: poisoned(None, each, where, kept) for name in names[:2]}
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        hints = get_type_hints(kind, include_extras=True)
        given = {
            name: poisoned(getattr(value, name, None), hints[name], f"{kind.__name__}.{name}", kept)
            for name in kind.__struct_fields__
            if value is not None or has_text(hints[name]) or name in required(kind)
        }
        return chosen(kind, given, value)
    return made(kind) if value is None and not is_optional(hint) else value


def chosen(kind, given, value):
    """A record of what is given, or where that is written in one of several ways, as it was."""
    try:
        return kind(**given)
    except ValueError:
        return value


def made(kind):
    """Some value of a plain type."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return {int: 2020, float: 1.0, bool: True, dt.date: START}[kind]


def is_optional(hint):
    """Whether None is a value of it."""
    inner = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return type(None) in get_args(inner)


def has_text(hint):
    """Whether text that is no id can stand anywhere in it."""
    return any(
        (part is str and not is_id(hint))
        or (isinstance(part, type) and issubclass(part, msgspec.Struct) and text_fields(part))
        for part in parts_of(hint)
    )


def required(kind):
    """The fields that must be given."""
    return {each.name for each in msgspec.structs.fields(kind) if each.required}


def poison(catalog, kept=frozenset()):
    """A catalog whose every text is hostile."""
    return Catalog(
        catalog.currency,
        catalog.exchange_rates,
        **{
            section: {
                id_: poisoned(each, kind, kind.__name__, kept)
                for id_, each in getattr(catalog, section).items()
            }
            for section, kind in RECORD_KINDS.items()
        },
    )


@pytest.fixture(scope="module")
def clean_world(root):
    world = root / "tests/golden/world"
    read = load_catalog([world / "catalog.yaml"], [world / "roles"]).catalog
    discount = Discount(amount=5.0, currency="EUR")
    stacks = {id_: replace(each, discount=discount) for id_, each in read.stacks.items()}
    return replace(read, stacks=stacks)


@pytest.fixture(scope="module")
def world(clean_world):
    return poison(clean_world)


@pytest.fixture(scope="module")
def planned_world(clean_world):
    return poison(clean_world, COUNTED_IN)


def understood(catalog):
    role = catalog.roles["data-analyst"]
    index = skill_index(catalog)
    words = ("sql", f"excel {HOSTILE}", f"zzz {HOSTILE}", "data")
    held = tuple(HeldWord(f"{each}{HOSTILE}", match_skill(index, each), 1, False) for each in words)
    match = match_role(index, f"data analyst {HOSTILE}")
    told = diagnose(
        "SG501",
        HOSTILE,
        location=Location(HOSTILE, 1, 1, 3),
        path=(HOSTILE,),
        hint=HOSTILE,
        related=(Related(HOSTILE, Location(HOSTILE)),),
        source_line=HOSTILE,
        replacement=HOSTILE,
    )
    return Understanding(catalog, role, match, held, (told,))


def page_of(write, *args, width=100):
    page = Page(width)
    write(page, *args)
    return plain_text(page.lines)


def plan_reports(catalog):
    request = PlanRequest("data-analyst", Learner(skills=(HeldSkill("excel", 2),)), START)
    credential = next(iter(catalog.credentials))
    for limits in (
        Limits(),
        Limits(budget=1.0),
        Limits(include=(credential,), exclude=(credential,)),
    ):
        asked = replace(request, limits=limits, include_optional=True)
        answer = plan_path(catalog, asked)
        path = answer if hasattr(answer, "steps") else None
        yield PlanReport(
            understood(catalog),
            answer,
            notes=find_notes(catalog, path) if path else (),
            worth=find_worth(catalog, path) if path else (),
            alternatives=find_alternatives(catalog, asked, 2),
            tradeoff=find_tradeoff(catalog, asked),
            has_tradeoff=True,
            absences=why_not(catalog, asked, tuple(catalog.credentials)),
        )


def plans(catalog):
    for report in plan_reports(catalog):
        yield page_of(write_plan, report)
        yield page_of(write_plan, report, width=60)
        yield to_json(plan_json(with_verdicts(report)))


def gaps(catalog):
    understanding = understood(catalog)
    holdings = find_holdings(Learner(), catalog, START)
    found = find_gap(understanding.role, holdings)
    report = GapReport(understanding, holdings, found, readiness(found))
    yield page_of(write_gap_report, report)
    yield to_json(gap_report_json(report))


def roles(catalog):
    every = tuple(catalog.roles.values())
    for width in (60, 100):
        yield page_of(write_roles, every, Names(catalog), width=width)
    yield to_json(roles_json(every))
    asked = NearbyRequest(Learner(skills=(HeldSkill("excel", 2),)), START)
    for now in (None, catalog.roles["data-analyst"]):
        near = NearReport(
            catalog,
            HOSTILE,
            now,
            now is None,
            nearby_roles(catalog, asked),
            asked.prefer,
            asked.hours_per_week,
            START,
            understood(catalog).words,
            understood(catalog).diagnostics,
        )
        for width in (60, 100):
            yield page_of(write_near, near, width=width)
        yield to_json(near_json(near))


def cards(catalog):
    for section in RECORD_KINDS:
        for each in getattr(catalog, section).values():
            yield page_of(write_shown, each, catalog)
            yield to_json(shown_json(each, catalog))


def matches(catalog):
    index = skill_index(catalog)
    found = [match_skill(index, f"{word}{HOSTILE}") for word in ("sql", "data", "zzz", "sql:9")]
    yield plain_text([match_line(each, UNICODE) for each in found])
    yield to_json(MatchesJson.of(results=found))


def findings(catalog):
    found = (*run_checks(catalog), *understood(catalog).diagnostics)
    assert len(found) > 1
    report = CheckReport(catalog, found, found, (HOSTILE,), 0)
    yield page_of(write_findings, found)
    yield page_of(write_summary, report)
    yield to_json(check_json(report))
    yield to_json(machine.sarif_json(found))
    yield machine.concise_text(found)
    yield machine.github_text(found)
    yield machine.junit_text((HOSTILE,), found, frozenset())
    yield machine.junit_text((HOSTILE,), found, frozenset({each.severity for each in found}))


def surveys(catalog):
    found = survey(catalog, START)
    yield page_of(catalog_text.write_stats, found, HOSTILE)
    yield to_json(stats_json(found, HOSTILE))


def changes(catalog):
    for found in (find_differences(Catalog(), catalog), find_differences(catalog, Catalog())):
        yield page_of(catalog_text.write_differences, found)
        yield to_json(differences_json(found))
        yield catalog_text.differences_markdown(found).replace("\u200b", "")


@pytest.fixture(autouse=True)
def no_net(monkeypatch):
    """What is written is clean before it is laid out, not only once the page is drawn."""

    def refuse(text):
        pytest.fail(f"laid out before it was cleaned: {text!r}")

    monkeypatch.setattr(page_module, "without_unseen", refuse)


def assert_safe(outputs):
    seen = 0
    for output in outputs:
        texts = [output, *strings(json.loads(output))] if output.startswith("{") else [output]
        for text in texts:
            assert OBEYED.search(text.replace("\n", "")) is None, text[:200]
        seen += "red" in output or "next" in output
    assert seen > 0


def strings(value):
    """Every text and key in JSON."""
    if isinstance(value, dict):
        return [*value, *(text for each in value.values() for text in strings(each))]
    if isinstance(value, list):
        return [text for each in value for text in strings(each)]
    return [value] if isinstance(value, str) else []


def test_every_text_field_of_every_noun_is_made_hostile(world):
    wanted = set().union(*(text_fields(kind) for kind in RECORD_KINDS.values()))
    assert len(wanted) > 30
    assert filled == wanted


@pytest.mark.parametrize("told", [gaps, roles, cards, matches, findings, surveys, changes])
def test_what_is_told_of_hostile_text_is_clean(told, world):
    assert_safe(told(world))


def test_plans_of_hostile_text_are_clean(planned_world):
    reports = list(plan_reports(planned_world))
    assert {str(each.answer.status) for each in reports} == {"optimal", "infeasible"}
    assert_safe(plans(planned_world))
