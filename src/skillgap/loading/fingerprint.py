"""What files say, as a key: the same names in the same order with the same bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from typing import Final

from skillgap import __version__
from skillgap.domain.digests import blake2b
from skillgap.loading.compiled_file import FORMAT, OPEN_FLAGS

CHUNK_BYTES: Final = 1024 * 1024
DIGEST_BYTES: Final = 32


def fingerprint(groups: Iterable[tuple[str, Iterable[str]]]) -> str | None:
    """Give the key of groups of files, None where one of them cannot be read as a file.

    Each group comes with the beginning that its names are told without. This program's version
    counts too, since another one may make something else of the same files.
    """
    whole = blake2b(f"{FORMAT}\n{__version__}\n".encode(), digest_size=DIGEST_BYTES)
    for anchor, files in groups:
        whole.update(b"group\n")
        for file in files:
            digest = digest_of(file)
            if digest is None:
                return None
            name = file.removeprefix(anchor)
            whole.update(f"{len(name)} {name!a}\n".encode())
            whole.update(digest)
    return whole.hexdigest()


def digest_of(file: str) -> bytes | None:
    """Give the digest of a regular file, None for anything else."""
    try:
        descriptor = os.open(file, OPEN_FLAGS)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None
        content = blake2b(digest_size=DIGEST_BYTES)
        at_once = min(status.st_size + 1, CHUNK_BYTES)
        chunk = os.read(descriptor, at_once)
        content.update(chunk)
        while len(chunk) == at_once:
            chunk = os.read(descriptor, at_once)
            content.update(chunk)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return content.digest()
