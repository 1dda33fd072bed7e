"""The page of roles covers every shipped role, and no path on it is absurd."""

from __future__ import annotations

import re

MOST_MONEY = 20_000
MOST_HOURS = 2_500
FEWEST_HOURS = 100
"""What a single step that takes somebody who holds nothing into a role must come to."""

ROW = re.compile(r"\| .* \(`([a-z0-9-]+)`\) \| (.*) \| (.*) \| (.*) \|")
CELL = re.compile(
    r"\D*([0-9,.]+), ([0-9,.]+) h, [0-9,.]+ weeks?, ([0-9]+) steps?(?: \(not full\))?"
)
OPEN = re.compile(r"\| `([a-z0-9-]+)` \| `.*` \| [45] \| [1-4] \| .* is learned at work \|")


def rows(root):
    page = (root / "docs" / "reference" / "roles.md").read_text(encoding="utf-8")
    return {
        found[1]: found.groups()[1:] for found in map(ROW.fullmatch, page.splitlines()) if found
    }


def test_every_shipped_role_is_on_the_page(root):
    shipped = {file.stem for file in (root / "data" / "roles").glob("*.yaml")}
    assert len(shipped) > 20
    assert set(rows(root)) == shipped


def test_every_path_is_within_reason(root):
    absurd = []
    for role, cells in rows(root).items():
        for place, cell in enumerate(cells):
            figures = CELL.fullmatch(cell)
            if figures is None:
                absurd.append((role, cell))
                continue
            money, hours, steps = (float(each.replace(",", "")) for each in figures.groups())
            is_slight = place == 0 and steps < 2 and hours < FEWEST_HOURS
            if money > MOST_MONEY or hours > MOST_HOURS or is_slight:
                absurd.append((role, cell))
    assert absurd == []


def test_every_path_is_whole_but_for_what_is_learned_at_work(root):
    page = (root / "docs" / "reference" / "roles.md").read_text(encoding="utf-8")
    told = {found[1] for found in map(OPEN.fullmatch, page.splitlines()) if found}
    from_nothing = {role for role, cells in rows(root).items() if "not full" in cells[0]}
    in_any_way = {role for role, cells in rows(root).items() if "not full" in " ".join(cells)}
    assert (from_nothing, in_any_way) == (told, told)
    assert len(told) < 10
