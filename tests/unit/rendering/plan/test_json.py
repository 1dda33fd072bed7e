import datetime as dt
import json

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from skillgap.api import plan_path
from skillgap.domain.learner import Learner
from skillgap.matching.match import Match
from skillgap.planning.request import Limits, PlanRequest
from skillgap.planning.result import PlanStatus
from skillgap.rendering.json_values import to_json
from skillgap.rendering.plan.json import PlanJson, plan_json, with_verdicts
from skillgap.rendering.report import PlanReport, Understanding
from skillgap.rendering.schemas import report_schema

REQUEST = PlanRequest("analyst", Learner(), dt.date(2026, 11, 2))
WITHIN = Limits(include=("sql-more",), budget=100.0)


@pytest.fixture
def told(catalog):
    role = catalog.roles["analyst"]
    match = Match("analyst", "matched", role.id, role.title, "exact", 1.0, None, ())
    schema = report_schema("plan", PlanJson)

    def tell(request, **changes):
        answer = replace(plan_path(catalog, request), **changes)
        report = PlanReport(Understanding(catalog, role, match), answer)
        value = json.loads(to_json(plan_json(with_verdicts(report))))
        Draft202012Validator(schema).validate(value)
        return value

    return tell


def test_a_path_that_is_not_proven_says_so_and_keeps_to_the_schema(told):
    value = told(REQUEST, status=PlanStatus.FEASIBLE, was_stopped=True, bound=float("-inf"))
    assert (value["status"], value["stopped"], value["bound"]) == ("feasible", True, None)
    assert [each["code"] for each in value["diagnostics"]] == ["SG602", "SG603"]


def test_no_path_has_every_key_and_nothing_in_them(told):
    value = told(replace(REQUEST, limits=WITHIN))
    assert value["status"] == "infeasible"
    assert value["sources"] == {
        "steps": 0,
        "read": 0,
        "general_knowledge": 0,
        "older_than_a_year": 0,
        "oldest_as_of": None,
    }
    assert value["totals"] == {
        "money": 0,
        "currency": "USD",
        "hours": 0,
        "weeks": 0,
        "credentials": 0,
        "credits": {"ects": None, "other": []},
    }
    assert value.keys() == told(REQUEST).keys()
    assert [each["closed_to"] for each in value["gaps"]] == [0, 0]


def test_a_step_is_told_whole(told):
    first, second = told(REQUEST)["steps"]
    assert first == {
        "order": 1,
        "credential": "sql-start",
        "title": "SQL Start",
        "issuer": "openlab",
        "issuer_name": "OpenLab",
        "url": None,
        "closes": [{"skill": "sql", "from": 0, "to": 2}],
        "unlocks": ["sql-more"],
        "accompanies": [],
        "because": "the only way in this catalog to SQL at level 2",
        "money": 49,
        "hours": 20,
        "starts": "2026-11-02",
        "ends": first["ends"],
        "notes": [],
        "source": {
            "basis": "read",
            "as_of": "2026-05-01",
            "url": None,
            "confidence": "high",
            "note": None,
        },
    }
    assert second["starts"] > first["ends"]
