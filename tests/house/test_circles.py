"""No module imports, by whatever way round, one that imports it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest


def imported_by(text: str) -> Iterator[str]:
    """Every name that a module imports, inside functions and for type checkers as well."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield from (f"{node.module}.{each.name}" for each in node.names)


def module_of(name: str, modules: dict[str, str]) -> str | None:
    """The module that a name is, or stands in."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name or None


def imports(modules: dict[str, str]) -> dict[str, set[str]]:
    """The modules that each module imports."""
    return {
        importer: {found for name in imported_by(text) if (found := module_of(name, modules))}
        - {importer}
        for importer, text in modules.items()
    }


def read_modules(source: Path) -> dict[str, str]:
    """Every module below a folder, by its name."""
    return {
        ".".join(file.relative_to(source).with_suffix("").parts).removesuffix(".__init__"): (
            file.read_text(encoding="utf-8")
        )
        for file in source.rglob("*.py")
    }


def test_no_circle_of_imports(root):
    graph = imports(read_modules(root / "src"))
    assert len(graph) > 100
    assert sum(len(each) for each in graph.values()) > 500
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize(
    "text",
    [
        "from house.room import door",
        "import house.room.door",
        "from house.room.door import handle",
        "def open():\n    from house.room.door import handle",
        "if TYPE_CHECKING:\n    from house.room.door import handle",
    ],
)
def test_a_circle_is_found_however_it_is_closed(text):
    modules = {"house": "", "house.room": "", "house.room.door": "import house.wall"}
    TopologicalSorter(imports(modules | {"house.wall": "import house"})).prepare()
    with pytest.raises(CycleError):
        TopologicalSorter(imports(modules | {"house.wall": text})).prepare()
