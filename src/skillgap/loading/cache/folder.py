"""The folder of compiled catalogs: written aside and renamed, and never in the way."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

PREFIX: Final = "catalog-"
SUFFIX: Final = ".jsonl"
ASIDE_PREFIX: Final = ".catalog-"
KEPT: Final = 16
"""How many compiled catalogs are kept; the oldest go."""

Progress = Callable[[str, int, int], None]
"""Told what is done at the moment, how much of it is done, and of how much; 0 is not known.

An empty text says that all is done."""


class CacheFolder(msgspec.Struct, frozen=True):
    """Where compiled catalogs are kept, and whom to tell how a compilation comes along."""

    folder: str | os.PathLike[str]
    tell: Progress | None = None

    def file_of(self, key: str) -> str:
        """Return the file that holds what was compiled under a key."""
        name = f"{PREFIX}{key[:32]}{SUFFIX}"
        return os.path.join(self.folder, name)

    def files(self) -> tuple[Path, ...]:
        """List everything of ours in the folder, also what a broken-off run has left."""
        from pathlib import Path

        folder = Path(self.folder)
        try:
            names = sorted(each.name for each in folder.iterdir())
        except OSError:
            return ()
        return tuple(
            folder / each
            for each in names
            if each.startswith((PREFIX, ASIDE_PREFIX)) and each.endswith(SUFFIX)
        )

    def sizes(self) -> tuple[int, ...]:
        """Return how many bytes each of them takes."""
        found = []
        for file in self.files():
            with contextlib.suppress(OSError):
                found.append(file.stat().st_size)
        return tuple(found)

    def keep(self, key: str, write: Callable[[IO[bytes]], None]) -> bool:
        """Write a file aside and rename it; give whether that went well.

        Why it does not matter if not: the folder may be read-only, on a full disk or no folder at
        all, and the answer is the same without it.
        """
        import tempfile
        from pathlib import Path

        aside: str | None = None
        try:
            Path(self.folder).mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, aside = tempfile.mkstemp(SUFFIX, ASIDE_PREFIX, self.folder)
            with os.fdopen(descriptor, "wb") as stream:
                write(stream)
            Path(aside).replace(self.file_of(key))
        except (OSError, ValueError):
            if aside is not None:
                remove(Path(aside))
            return False
        except BaseException:
            if aside is not None:
                remove(Path(aside))
            raise
        self.prune()
        return True

    def prune(self) -> None:
        """Remove the oldest files beyond so many."""
        aged = []
        for file in self.files():
            with contextlib.suppress(OSError):
                aged.append((file.stat().st_mtime, file))
        for _, file in sorted(aged, reverse=True)[KEPT:]:
            remove(file)

    def clear(self) -> tuple[Path, ...]:
        """Remove everything of ours; give what could not be removed."""
        return tuple(file for file in self.files() if not remove(file))


def remove(file: Path) -> bool:
    """Remove a file; give whether it is gone."""
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True
