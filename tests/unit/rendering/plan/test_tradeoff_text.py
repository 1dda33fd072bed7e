from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from skillgap.domain.learner import Learner
from skillgap.planning.followups.tradeoff import Tradeoff, TradeoffPoint
from skillgap.planning.planner import plan_path
from skillgap.planning.request import PlanRequest
from skillgap.rendering.layout.page import Page, plain_text
from skillgap.rendering.layout.terminal import ASCII
from skillgap.rendering.plan.extras import write_tradeoff

START = dt.date(2026, 1, 5)


@pytest.fixture
def points(catalog):
    path = plan_path(catalog, PlanRequest("analyst", Learner(), START))
    figures = ((300.0, 7), (200.0, 21), (100.0, 63))
    return tuple(
        TradeoffPoint(
            money,
            START + dt.timedelta(days=days),
            replace(path, totals=replace(path.totals, weeks=days / 7)),
        )
        for money, days in figures
    )


def drawn(found, width=60):
    page = Page(width, ASCII)
    write_tradeoff(page, found)
    return plain_text(page.lines)


def test_three_points_make_a_table_and_a_plot_that_fit_60_columns(points):
    told = drawn(Tradeoff(points, is_complete=True, is_proven=True))
    assert max(map(len, told.splitlines())) <= 60
    assert told.isascii()
    lines = told.splitlines()
    assert [line.split()[:2] for line in lines[3:6]] == [
        ["2026-01-12", "$300"],
        ["2026-01-26", "$200"],
        ["2026-03-09", "$100"],
    ]
    assert [line.split()[-1] for line in lines[3:5]] == ["$50", "$16.67"]
    plot = [line.partition("|")[2] for line in lines if "|" in line]
    assert [line.find("#") for line in plot if "#" in line] == [1, 13, 48]
    assert told.endswith("Proven: no other path is cheaper without being done later\n")


def test_two_points_are_not_plotted_and_more_between_them_are_said(points):
    told = drawn(Tradeoff(points[:2], is_complete=False, is_proven=True))
    assert "|" not in told
    assert "there are more between them" in told


def test_one_point_says_so_and_none_as_well(points):
    alone = drawn(Tradeoff(points[:1], is_complete=True, is_proven=True))
    assert "One path is both the cheapest and done first." in alone
    assert "There is no path" in drawn(None)
    assert "not proven" in drawn(Tradeoff(points, is_complete=False, is_proven=False))
