"""The files of an example, those that a repository cannot hold as they are among them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml


def write_example(case: Path, folder: Path) -> dict[str, Any]:
    """Write the files of an invalid example into a new folder; return what it expects."""
    expected: dict[str, Any] = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))
    shutil.copytree(case, folder)
    (folder / "expected.yaml").unlink()
    for name, recipe in expected.get("make", {}).items():
        make(folder / name, recipe)
    return expected


def make(file: Path, recipe: dict[str, Any]) -> None:
    """Make a link, an empty folder, or a text in another encoding."""
    if "link" in recipe:
        file.symlink_to(recipe["link"])
    elif "folder" in recipe:
        file.mkdir()
    else:
        file.write_bytes(recipe["text"].encode(recipe["encoding"]))
