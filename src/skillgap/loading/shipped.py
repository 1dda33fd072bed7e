"""The data that comes with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import skillgap
from skillgap.errors import InternalError

COMPILED_FILE: Final = "compiled.jsonl"
"""The shipped catalog as it was compiled when the wheel was built; a checkout has none."""


def data_folder() -> Path:
    """Give the folder of the shipped data: inside the package, or beside `src` in a checkout."""
    package = Path(skillgap.__file__).parent
    for folder in (package / "data", package.parent.parent / "data"):
        if (folder / "catalog.yaml").is_file():
            return folder
    message = f"the data that comes with skillgap is not in {package / 'data'}"
    raise InternalError(message)


def shipped_catalog_file() -> Path:
    """Give the file of the shipped catalog."""
    return data_folder() / "catalog.yaml"


def shipped_role_files() -> tuple[Path, ...]:
    """Give the files of the shipped roles, sorted."""
    return tuple(sorted((data_folder() / "roles").glob("*.yaml")))


def compiled_file() -> Path:
    """Give the file of the compiled catalog, whether or not it is there."""
    return data_folder() / COMPILED_FILE
