"""Names to regular files and their bytes, or the reason why there are none."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from skillgap.diagnostics.diagnostic import Diagnostic, diagnose
from skillgap.diagnostics.location import Location
from skillgap.loading.yaml.text import printable

OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Why non-blocking: opening a FIFO that nobody writes to would wait for ever."""

KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_regular_file(file: Path, *, limit: int) -> bytes | Diagnostic:
    """Read a regular file of at most `limit` bytes; anything else is a diagnostic, never a wait."""
    name = printable(str(file))
    try:
        descriptor = os.open(file, OPEN_FLAGS)
    except (OSError, ValueError) as error:
        return why_unreadable(name, error)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return diagnose(
                "SG103",
                f"`{name}` is {kind_of(status.st_mode)}, not a regular file",
                location=Location(name),
                hint="save the content as a file and give that file",
            )
        if status.st_size > limit:
            return too_large(name, limit)
        with os.fdopen(os.dup(descriptor), "rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        return why_unreadable(name, error)
    finally:
        os.close(descriptor)
    return too_large(name, limit) if len(content) > limit else content


def kind_of(mode: int) -> str:
    """Name what a file mode stands for, in a person's words."""
    return next((words for test, words in KINDS if test(mode)), "a special file")


def why_unreadable(name: str, error: OSError | ValueError) -> Diagnostic:
    """Say why a file cannot be opened, in words that do not depend on the platform."""
    location = Location(name)
    if isinstance(error, ValueError):
        return diagnose("SG102", f"`{name}` is not a possible file name", location=location)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return diagnose(
            "SG101",
            f"there is no file `{name}`",
            location=location,
            hint="check the spelling and the folder that the command runs in",
        )
    if isinstance(error, IsADirectoryError):
        return diagnose("SG103", f"`{name}` is a folder, not a regular file", location=location)
    if error.errno == errno.ELOOP:
        return diagnose(
            "SG102",
            f"`{name}` is a symbolic link that leads back to itself",
            location=location,
            hint="point the link at a file, or give that file",
        )
    if error.errno in (errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP):
        return diagnose(
            "SG103", f"`{name}` is a pipe, socket or device, not a regular file", location=location
        )
    if isinstance(error, PermissionError):
        return diagnose(
            "SG102",
            f"`{name}` may not be read: permission denied",
            location=location,
            hint=f"allow reading it: `chmod u+r {name}`",
        )
    reason = os.strerror(error.errno) if error.errno else "unknown reason"
    return diagnose("SG102", f"`{name}` cannot be read: {reason}", location=location)


def too_large(name: str, limit: int) -> Diagnostic:
    """Refuse a file for its size."""
    return diagnose(
        "SG104",
        f"`{name}` is larger than {limit:,} bytes",
        location=Location(name),
        hint="split it into several files and give them all",
    )


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
    """Return the name under which one file is always the same, however it is written."""
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
