"""A small catalog for commands to work with, and a way to run them."""

from __future__ import annotations

import pytest

from skillgap.api import load_catalog
from skillgap.cli.main import main

CATALOG = """
schema_version: 1
currency: USD
skills:
  - {id: sql, label: SQL, aliases: [structured query language]}
  - {id: excel, label: Microsoft Excel}
  - {id: power-bi, label: Microsoft Power BI}
issuers:
  - {id: openlab, name: OpenLab, aliases: [Open Lab Foundation]}
credentials:
  - id: sql-start
    title: SQL Start
    issuer: openlab
    awards: [{skill: sql, level: 2}]
    workload_hours: 20
    price: {amount: 0}
  - id: sql-more
    title: SQL, and More
    issuer: openlab
    awards: [{skill: sql, level: 3}]
    workload_hours: 40
    price: {amount: 400}
stacks:
  - {id: sql-stack, title: SQL Stack, issuer: openlab, all_of: [sql-start, sql-more]}
"""

ROLE = """
schema_version: 1
id: data-analyst
title: Data Analyst
family: Data
aliases: [numbers person]
requirements:
  - {skill: sql, level: 3, importance: 0.9, necessity: essential}
"""


@pytest.fixture
def world(tmp_path, monkeypatch):
    """A working folder with `catalog.yaml` and `roles/`, and a plain environment."""
    (tmp_path / "roles").mkdir()
    (tmp_path / "catalog.yaml").write_text(CATALOG, encoding="utf-8")
    (tmp_path / "roles" / "data-analyst.yaml").write_text(ROLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, value in {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    for name in ("FORCE_COLOR", "SKILLGAP_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def catalog(world):
    return load_catalog([world / "catalog.yaml"], [world / "roles"]).catalog


@pytest.fixture
def run(world, capsys):
    """Run a command on the small catalog: exit code, standard output, standard error."""

    def run_command(*arguments, data=True):
        extra = ["--catalog", "catalog.yaml", "--roles", "roles"] if data else []
        code = main([*arguments, *extra])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_command
