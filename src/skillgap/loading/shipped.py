"""The data that comes with the program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import skillgap
from skillgap.errors import InternalError

if TYPE_CHECKING:
    from pathlib import Path

CATALOG_FILE: Final = "catalog.yaml"
ROLES_FOLDER: Final = "roles"
COMPILED_FILE: Final = "compiled.jsonl"
"""The shipped catalog as it was compiled when the wheel was built; a checkout has none."""


def data_folder() -> str:
    """Return the folder of the shipped data: inside the package, or beside `src` in a checkout."""
    package = os.path.dirname(skillgap.__file__)
    around = os.path.dirname(os.path.dirname(package))
    for folder in (os.path.join(package, "data"), os.path.join(around, "data")):
        if os.path.isfile(os.path.join(folder, CATALOG_FILE)):
            return folder
    message = f"the data that comes with skillgap is not in {os.path.join(package, 'data')}"
    raise InternalError(message)


def role_names(folder: str) -> list[str]:
    """Return the files of the shipped roles by their names inside the shipped data, sorted."""
    names = sorted(os.listdir(os.path.join(folder, ROLES_FOLDER)))
    return [f"{ROLES_FOLDER}{os.sep}{each}" for each in names if each.endswith(".yaml")]


def shipped_catalog_file() -> Path:
    """Return the file of the shipped catalog."""
    from pathlib import Path

    return Path(data_folder()) / CATALOG_FILE


def shipped_role_files() -> tuple[Path, ...]:
    """Return the files of the shipped roles, sorted."""
    from pathlib import Path

    folder = data_folder()
    return tuple(Path(folder) / each for each in role_names(folder))
