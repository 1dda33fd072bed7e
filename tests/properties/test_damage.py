"""Whatever is damaged in the shipped data is told at its line, and nothing else is called wrong."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

from skillgap.api import check_files
from skillgap.diagnostics.diagnostic import Severity
from skillgap.loading.yaml.document import Document
from skillgap.loading.yaml.reader import CATALOG_LIMITS

SEED = 20_270_101
EXTRACTS, ROLES, EACH = 48, 8, 18


def load_damage():
    spec = importlib.util.spec_from_file_location("damage", Path(__file__).with_name("damage.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


DAMAGE = load_damage()


def judged(files, mutant):
    """Whether a mutant is told at its line, and the errors that are told elsewhere."""
    found = check_files(files).diagnostics
    seen, elsewhere = False, []
    for each in found:
        lines = {each.location.line, *(other.location.line for other in each.related)}
        if lines & mutant.lines:
            seen = True
        elif each.severity is Severity.ERROR:
            elsewhere.append((each.code, each.location.line, each.message))
    return seen, elsewhere


@pytest.mark.slow
def test_every_damage_is_told_where_it_is(tmp_path, capsys):
    chance = random.Random(SEED)
    quarry = DAMAGE.Quarry()
    catalog, role_file = tmp_path / "catalog.yaml", tmp_path / "role.yaml"
    cases = [(quarry.extract(chance).text, None) for _ in range(EXTRACTS)]
    cases += [DAMAGE.role_extract(quarry, file)[::-1] for file in DAMAGE.roles(chance, ROLES)]
    kinds, unseen, stray = Counter(), [], []
    for catalog_text, role_text in cases:
        catalog.write_text(catalog_text, encoding="utf-8")
        files, target = [catalog], catalog
        if role_text is not None:
            files, target = [catalog, role_file], role_file
            role_file.write_text(role_text, encoding="utf-8")
        text = catalog_text if role_text is None else role_text
        assert not check_files(files).has_errors
        document = Document("x", text, CATALOG_LIMITS)
        for mutant in DAMAGE.damaged(text, document, chance, EACH):
            target.write_text(mutant.text, encoding="utf-8")
            kinds[mutant.kind] += 1
            seen, elsewhere = judged(files, mutant)
            if not seen:
                unseen.append((mutant.kind, mutant.lines, mutant.text))
            if elsewhere:
                stray.append((mutant.kind, mutant.lines, elsewhere))
    total = sum(kinds.values())
    with capsys.disabled():
        told = total - len(unseen)
        print(f"\n{told} of {total} damages told at their line: {dict(kinds)}")  # noqa: T201
    assert total >= 1000
    assert [(kind, lines) for kind, lines, _ in unseen] == []
    assert stray == []
