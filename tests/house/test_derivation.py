"""The shipped roles are what the derivation writes, where the outside tables are present."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_shipped_roles_are_what_the_derivation_writes(root):
    tables = Path(os.environ.get("SKILLGAP_DATA", root.parent / "shared" / "data"))
    if not (tables / "onet-29.3").is_dir():
        pytest.skip("the outside tables are not here; SKILLGAP_DATA can name their folder")
    result = subprocess.run(
        [sys.executable, "-B", "data/derivation/derive_roles.py", "--data", str(tables), "--check"],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_every_shipped_role_is_chosen_in_the_table(root):
    with (root / "data/derivation/roles.tsv").open(encoding="utf-8", newline="") as lines:
        chosen = {f"{row['id']}.yaml" for row in csv.DictReader(lines, delimiter="\t")}
    shipped = {file.name for file in (root / "data/roles").glob("*.yaml")}
    assert len(shipped) > 20
    assert shipped == chosen
