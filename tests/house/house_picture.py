"""The house drawn from its imports: rooms by layer, and which stands on which."""

from __future__ import annotations

import ast
import configparser
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "skillgap"

WIDTH, ROOM_WIDTH, ROOM_HEIGHT, GAP, LAYER_HEIGHT = 860, 230, 50, 24, 104


def layers() -> list[list[str]]:
    """The rooms of each layer, top to bottom, as the import rules have them."""
    rules = configparser.ConfigParser(comment_prefixes=("#",))
    rules.read(ROOT / ".importlinter", encoding="utf-8")
    text = rules["importlinter:contract:layers"]["layers"]
    return [re.findall(r"\w+", line) for line in text.splitlines() if line.strip()]


def room_of(module: str) -> str:
    """The room that `skillgap.room.more` names, empty for the package itself."""
    return [*module.split("."), ""][1]


def imported_rooms(file: Path) -> Iterator[str]:
    """The rooms that a module imports from, wherever in it, but for what only types need."""
    pending: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("skillgap."):
            yield room_of(node.module or "")
        pending.extend(ast.iter_child_nodes(node))


def arrows() -> set[tuple[str, str]]:
    """Pairs of a room and one that it imports from."""
    found = set()
    for file in sorted(SOURCE.rglob("*.py")):
        room = file.relative_to(SOURCE).with_suffix("").parts[0]
        found.update((room, other) for other in imported_rooms(file) if other not in (room, ""))
    return {(one, other) for one, other in found if not one.startswith("__")}


def drawn_arrows() -> set[tuple[str, str]]:
    """The arrows that no way over other rooms implies.

    Why: `cli` stands on everything; drawn whole, the house cannot be seen for arrows. What is left
    out stands in the table beside.
    """
    every = arrows()
    below: dict[str, set[str]] = {}
    for one, other in every:
        below.setdefault(one, set()).add(other)

    def reaches(room: str, goal: str) -> bool:
        """Whether a goal is below a room, at any distance."""
        return any(each == goal or reaches(each, goal) for each in below.get(room, ()))

    return {
        (one, other)
        for one, other in every
        if not any(reaches(each, other) for each in below[one] - {other})
    }


def sentence(room: str) -> str:
    """The first sentence of a room's docstring."""
    file = SOURCE / room / "__init__.py"
    file = file if file.is_file() else SOURCE / f"{room}.py"
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return said.split("\n\n")[0].replace("\n", " ").rstrip(".")


def wings(room: str) -> list[str]:
    """The sub-packages of a room, by name."""
    return sorted(file.parent.name for file in (SOURCE / room).glob("*/__init__.py"))


def room_table() -> str:
    """The rooms top to bottom, with what each says of itself, as a Markdown table."""
    rows = ["| room | holds | its own rooms | imports from |", "| --- | --- | --- | --- |"]
    every = arrows()
    for layer in layers():
        for room in layer:
            own = ", ".join(f"`{each}`" for each in wings(room))
            others = ", ".join(f"`{other}`" for one, other in sorted(every) if one == room)
            rows.append(f"| `{room}` | {sentence(room)} | {own} | {others} |")
    return "\n".join(rows)


def places() -> dict[str, tuple[float, float]]:
    """Where the top left corner of each room is drawn, in pixels.

    A room that has a layer for itself stands below the middle of those that import it.
    """
    found: dict[str, tuple[float, float]] = {}
    for row, layer in enumerate(layers()):
        span = len(layer) * ROOM_WIDTH + (len(layer) - 1) * GAP
        left = (WIDTH - span) / 2
        above = [found[one][0] for one, other in drawn_arrows() if other in layer]
        if len(layer) == 1 and above:
            left = sum(above) / len(above)
        for column, room in enumerate(layer):
            found[room] = (left + column * (ROOM_WIDTH + GAP), 16 + row * LAYER_HEIGHT)
    return found


def picture() -> str:
    """The house as an SVG; an arrow runs from a room to one that it imports from."""
    spots = places()
    drawn = []
    for one, other in sorted(drawn_arrows()):
        (x, y), (to_x, to_y) = spots[one], spots[other]
        start_x, start_y = x + ROOM_WIDTH / 2, y + ROOM_HEIGHT
        end_x = to_x + ROOM_WIDTH / 2 + (start_x - to_x - ROOM_WIDTH / 2) / 12
        bend = 28 if to_y - y <= LAYER_HEIGHT else 60
        side = 0 if to_y - y <= LAYER_HEIGHT else (-1 if start_x <= WIDTH / 2 else 1) * bend * 3
        drawn.append(
            f'<path d="M{start_x:.0f} {start_y:.0f} C{start_x + side:.0f} {start_y + bend:.0f} '
            f'{end_x + side:.0f} {to_y - bend:.0f} {end_x:.0f} {to_y - 6:.0f}" '
            f'marker-end="url(#tip)"><title>{one} imports {other}</title></path>'
        )
    boxes = []
    for room, (x, y) in spots.items():
        named = ", ".join(wings(room))
        lift = 31 if not named else 22
        boxes.append(
            f'<rect x="{x:.0f}" y="{y:.0f}" width="{ROOM_WIDTH}" height="{ROOM_HEIGHT}" rx="8"/>'
            f'<text x="{x + ROOM_WIDTH / 2:.0f}" y="{y + lift:.0f}" class="room">{room}</text>'
        )
        if named:
            boxes.append(
                f'<text x="{x + ROOM_WIDTH / 2:.0f}" y="{y + 40:.0f}" class="wings">'
                f"{escape(named)}</text>"
            )
    height = len(layers()) * LAYER_HEIGHT - ROOM_HEIGHT + 16
    return FRAME.format(width=WIDTH, height=height, arrows="\n".join(drawn), rooms="\n".join(boxes))


FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>The rooms of skillgap by layer, and which imports which</title>
<style>
rect {{ fill: #eef2f7; stroke: #45566b; }}
text {{ text-anchor: middle; font-family: system-ui, sans-serif; fill: #16202c; }}
.room {{ font-size: 16px; font-weight: 600; }}
.wings {{ font-size: 11px; fill: #45566b; }}
path {{ fill: none; stroke: #7b8ba0; }}
marker path {{ fill: #7b8ba0; stroke: none; }}
@media (prefers-color-scheme: dark) {{
  rect {{ fill: #202a36; stroke: #8fa3bd; }}
  text {{ fill: #e8eef5; }}
  .wings {{ fill: #a9bad0; }}
}}
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"
 orient="auto"><path d="M0 0 L8 4 L0 8 z"/></marker></defs>
{arrows}
{rooms}
</svg>
"""
