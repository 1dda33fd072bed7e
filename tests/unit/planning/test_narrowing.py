import datetime as dt
from dataclasses import replace
from random import Random

from skillgap.api import Learner, Limits, PlanRequest, load_catalog, plan_path
from skillgap.domain.shelf import shelve
from skillgap.planning.narrowing import narrow

START = dt.date(2026, 1, 5)


def test_leaving_out_what_does_not_matter_changes_no_answer():
    catalog = load_catalog().catalog
    shelved = replace(catalog, credentials=shelve(catalog.credentials))
    generator = Random(4)
    for role in generator.sample(sorted(catalog.roles), 4):
        limits = Limits(
            budget=generator.choice([None, 200]),
            include=tuple(generator.sample(sorted(catalog.credentials), 1)),
        )
        request = PlanRequest(role, Learner(), START, limits)
        assert len(narrow(shelved, request).credentials) < len(catalog.credentials)
        assert plan_path(shelved, request) == plan_path(catalog, request)


def test_a_catalog_that_does_not_know_who_awards_is_left_as_it_is():
    catalog = load_catalog().catalog
    request = PlanRequest(min(catalog.roles), Learner(), START)
    assert narrow(catalog, request) is catalog
