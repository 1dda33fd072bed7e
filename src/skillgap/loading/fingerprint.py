"""What files say, as a key: the same names in the same order with the same bytes."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from skillgap import __version__
from skillgap.loading.compiled_file import FORMAT, OPEN_FLAGS

CHUNK_BYTES: Final = 1024 * 1024


def fingerprint(groups: Iterable[tuple[str, Iterable[Path]]]) -> str | None:
    """Give the key of groups of files, None where one of them cannot be read as a file.

    Each group comes with the beginning that its names are told without. This program's version
    counts too, since another one may make something else of the same files.
    """
    whole = hashlib.sha256(f"{FORMAT}\n{__version__}\n".encode())
    buffer = bytearray(CHUNK_BYTES)
    for anchor, files in groups:
        whole.update(b"group\n")
        for file in files:
            digest = digest_of(file, buffer)
            if digest is None:
                return None
            name = str(file).removeprefix(anchor)
            whole.update(f"{len(name)} {name!a}\n".encode())
            whole.update(digest)
    return whole.hexdigest()


def digest_of(file: Path, buffer: bytearray) -> bytes | None:
    """Give the sha256 of a regular file, None for anything else."""
    try:
        descriptor = os.open(file, OPEN_FLAGS)
    except (OSError, ValueError):
        return None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        content = hashlib.sha256()
        with open(descriptor, "rb", buffering=0, closefd=False) as stream:
            view = memoryview(buffer)
            while count := stream.readinto(buffer):
                content.update(view[:count])
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return content.digest()
