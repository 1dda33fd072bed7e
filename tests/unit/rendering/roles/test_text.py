"""The roles near to a role or to a person."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from skillgap.domain.role import Pay
from skillgap.planning.followups.nearby import NearbyRequest, NearbyRole, holder_of, nearby_roles
from skillgap.planning.request import Preference
from skillgap.rendering.layout.page import Page, plain_text
from skillgap.rendering.report import NearReport
from skillgap.rendering.roles.text import (
    tell_difference,
    tell_effort,
    title_step_up,
    write_near,
)


def dollars(amount):
    return Pay(amount=amount, currency="USD", per="year", statistic="median", area="US", year=2025)


@pytest.fixture
def report(catalog):
    """A report on who is near to the role of the small catalog: a twin of it that pays more."""
    analyst = replace(catalog.roles["analyst"], pay=dollars(100))
    twin = replace(analyst, id="twin", title="[bold]Twin[/]\x1b[31m", pay=dollars(120))
    known = replace(catalog, roles={"analyst": analyst, "twin": twin})
    start = dt.date(2026, 1, 5)
    found = nearby_roles(known, NearbyRequest(holder_of(analyst), start, now="analyst"))
    return NearReport(known, "analyst", analyst, False, found, Preference.BALANCED, 10.0, start)


def page_of(report, width):
    page = Page(width)
    write_near(page, report)
    return plain_text(page.lines)


@pytest.mark.parametrize("width", [40, 60, 91, 92, 100, 120])
def test_every_width_says_the_same_and_fits(report, width):
    text = page_of(report, width)
    assert max(len(line) for line in text.splitlines()) <= width
    words = text.split()
    for part in ("Near", "Closest", "Cheapest", "Best-paid", "+$20", "100%", "twin"):
        assert part in words or f"{part};" in words or f"{part}," in words


def test_a_title_from_a_file_is_text_and_nothing_else(report):
    text = page_of(report, 100)
    assert "[bold]Twin[/]" in text
    assert "\x1b" not in text


def test_without_pay_nothing_is_said_of_it(report):
    unpaid = replace(report.now, pay=None)
    roles = tuple(
        replace(each, role=replace(each.role, pay=None), pay_difference=None)
        for each in report.neighborhood.roles
    )
    found = replace(report.neighborhood, roles=roles, closest=roles, cheapest=roles, step_up=())
    assert title_step_up(replace(report, now=unpaid, neighborhood=found)) == ("", "")
    for width in (60, 100):
        words = page_of(replace(report, now=unpaid, neighborhood=found), width).split()
        assert {"pay", "pays", "more"}.isdisjoint(words)


@pytest.mark.parametrize(
    ("difference", "told"),
    [(20, "+$20"), (-2000, "-$2,000"), (0, "the\u00a0same"), (None, "")],
)
def test_a_difference_has_its_sign(report, difference, told):
    role = report.neighborhood.roles[0]
    assert tell_difference(replace(role, pay_difference=difference)) == told


def test_a_path_that_falls_short_is_no_way_there(report):
    role = report.neighborhood.roles[0]
    assert tell_effort(role, "USD") == "nothing to earn"
    lost = NearbyRole(role.role, 0.5, (), None, None)
    assert tell_effort(lost, "USD").startswith("no full path")
