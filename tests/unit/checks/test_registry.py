from __future__ import annotations

import ast

from skillgap.checks.registry import CARE_CHECKS, CHECKS, DATED_CHECKS, run_care_checks, run_checks
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.money import Price


def test_every_check_of_the_room_is_registered(root):
    written = {
        node.name
        for file in (root / "src/skillgap/checks").glob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("check_")
    }
    assert len(written) > 5
    registered = {check.__name__ for check in (*CHECKS, *CARE_CHECKS, *DATED_CHECKS)}
    assert registered == written - {"check_learner"}


def test_a_catalog_made_by_hand_is_checked_without_files():
    credential = MicroCredential("a", "A", "acme", (), 1, Price(0))
    (told,) = run_checks(Catalog(credentials={"a": credential}))
    assert (told.code, told.path, told.location) == ("SG303", ("credentials", "a", "issuer"), None)


def test_an_empty_catalog_has_nothing_wrong():
    assert run_checks(Catalog()) == ()
    assert run_care_checks(Catalog()) == ()
