"""Names of files and folders to the files that they stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from skillgap.diagnostics.diagnostic import Diagnostic, diagnose
from skillgap.diagnostics.location import Location
from skillgap.loading.invisible import printable
from skillgap.loading.regular_file import why_unreadable

YAML_SUFFIXES = frozenset({".yaml", ".yml"})
ROLES_FOLDER = "roles"


def yaml_files(
    names: Iterable[Path], *, with_roles: bool = False
) -> tuple[list[Path], list[Diagnostic]]:
    """List the files, each once, in the order given; a folder stands for its YAML files, sorted.

    `with_roles` adds those in a folder `roles` inside it, as the shipped data has one. Names that
    begin with a dot are passed over.
    """
    files: dict[Path, Path] = {}
    wrong: list[Diagnostic] = []
    for name in names:
        if not is_folder(name):
            files.setdefault(identity(name), name)
            continue
        try:
            inside = sorted(each for each in name.iterdir() if is_yaml(each))
            if with_roles and is_folder(name / ROLES_FOLDER):
                inside += sorted(each for each in (name / ROLES_FOLDER).iterdir() if is_yaml(each))
        except OSError as error:
            wrong.append(why_unreadable(printable(str(name)), error))
            continue
        if not inside:
            wrong.append(no_yaml_in(name))
        for each in inside:
            files.setdefault(identity(each), each)
    return list(files.values()), wrong


def yaml_files_below(names: Iterable[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """List the files, each once; a folder stands for all YAML files in it, however deep, sorted.

    Links to folders are not followed, so that none leads back; names that begin with a dot are
    passed over.
    """
    files: dict[Path, Path] = {}
    wrong: list[Diagnostic] = []
    for name in names:
        if not is_folder(name):
            files.setdefault(identity(name), name)
            continue
        inside: list[Path] = []
        for folder, folders, found in os.walk(name, onerror=lambda error: note(error, wrong)):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            inside += sorted(Path(folder, each) for each in found if is_yaml(Path(each)))
        if not inside:
            wrong.append(no_yaml_in(name))
        for each in inside:
            files.setdefault(identity(each), each)
    return list(files.values()), wrong


def note(error: OSError, wrong: list[Diagnostic]) -> None:
    """Keep why a folder could not be looked into."""
    wrong.append(why_unreadable(printable(str(error.filename)), error))


def is_folder(name: Path) -> bool:
    """Say whether a name is a folder's; no name that cannot be looked at is."""
    try:
        return name.is_dir()
    except (OSError, ValueError):
        return False


def is_yaml(file: Path) -> bool:
    """Say whether a file's name is one of a YAML file."""
    return file.suffix.lower() in YAML_SUFFIXES and not file.name.startswith(".")


def identity(file: Path) -> Path:
    """Give the name under which one file is always the same, however it is written."""
    try:
        return file.resolve()
    except (OSError, RuntimeError, ValueError):
        return file


def no_yaml_in(folder: Path, *, of: str = "") -> Diagnostic:
    """Refuse a folder in which there is nothing to read."""
    name = printable(str(folder))
    return diagnose(
        "SG105",
        f"the folder `{name}` holds no YAML file {of}".rstrip(),
        location=Location(name),
        hint="give a folder with files that end in `.yaml`",
    )
