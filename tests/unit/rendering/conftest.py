"""A small catalog to render things of."""

from __future__ import annotations

import pytest

from skillgap.api import load_catalog

CATALOG = """
schema_version: 1
currency: USD
skills:
  - {id: sql, label: SQL}
  - {id: python, label: Python}
  - {id: r, label: R}
issuers:
  - {id: openlab, name: OpenLab}
credentials:
  - id: sql-start
    title: SQL Start
    issuer: openlab
    awards: [{skill: sql, level: 2}]
    workload_hours: 20
    price: {amount: 49, per: month}
    source: {basis: read, as_of: 2026-05-01, confidence: high}
  - id: sql-more
    title: SQL More
    issuer: openlab
    awards: [{skill: sql, level: 3}]
    prerequisites: {credentials: [sql-start]}
    workload_hours: 40
    price: {amount: 400}
    source: {basis: general-knowledge, confidence: low}
stacks:
  - {id: sql-stack, title: SQL Stack, issuer: openlab, all_of: [sql-start, sql-more]}
"""

ROLE = """
schema_version: 1
id: analyst
title: Analyst
requirements:
  - {skill: sql, level: 3, importance: 0.9, necessity: essential}
  - {any_of: [python, r], level: 2, importance: 0.4, necessity: optional}
"""


@pytest.fixture(scope="session")
def catalog(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    (folder / "catalog.yaml").write_text(CATALOG, encoding="utf-8")
    (folder / "analyst.yaml").write_text(ROLE, encoding="utf-8")
    return load_catalog([folder / "catalog.yaml"], [folder / "analyst.yaml"]).catalog
