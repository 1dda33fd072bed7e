"""Catalogs through the cache: compiled once under what their files say, opened from then on."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Final

import msgspec

from skillgap import __version__
from skillgap.diagnostics.diagnostic import Diagnostic, has_errors
from skillgap.domain.catalog import Catalog
from skillgap.domain.digests import blake2b
from skillgap.loading.cache.catalog import Columns, open_catalog, write_catalog
from skillgap.loading.cache.file import FORMAT, OPEN_FLAGS
from skillgap.loading.cache.folder import CacheFolder, Progress
from skillgap.loading.shipped import CATALOG_FILE, COMPILED_FILE, data_folder, role_names

if TYPE_CHECKING:
    from pathlib import Path

CHUNK_BYTES: Final = 1024 * 1024
DIGEST_BYTES: Final = 32


def fingerprint(groups: Iterable[tuple[str, Iterable[str]]]) -> str | None:
    """Return the key of groups of files, None where one of them cannot be read as a file.

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
    """Return the digest of a regular file, None for anything else."""
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


Read = tuple[Catalog, Sequence[Diagnostic]]


class FilesAsked(msgspec.Struct, frozen=True):
    """The catalogs and roles a person gave, files or folders, none where they gave none."""

    catalogs: Sequence[Path] = ()
    roles: Sequence[Path] = ()

    @property
    def is_shipped(self) -> bool:
        """Whether nothing was given."""
        return not self.catalogs and not self.roles

    @property
    def anchor(self) -> str:
        """The folder that shipped files are named without, wherever they are installed."""
        return f"{data_folder()}{os.sep}" if self.is_shipped else ""

    def key(self) -> str | None:
        """Return the fingerprint of all that counts, None where something cannot be read.

        Why the shipped files count where others are given: shipped roles serve catalogs that come
        without any.
        """
        folder = data_folder()
        shipped = [] if self.catalogs and self.roles else role_names(folder)
        if not self.catalogs:
            shipped.append(CATALOG_FILE)
        inside = f"{folder}{os.sep}"
        groups = [(inside, [inside + each for each in shipped])]
        if not self.is_shipped:
            from skillgap.loading.yaml.files import yaml_files

            for names, with_roles in ((self.catalogs, True), (self.roles, False)):
                files, wrong = yaml_files(names, with_roles=with_roles)
                if wrong:
                    return None
                groups.append(("", [str(each) for each in files]))
        return fingerprint(groups)


def compile_to(
    stream: IO[bytes], loaded: Read, index: Callable[[Catalog], Mapping[str, Columns]]
) -> None:
    """Write the shipped catalog as it was loaded. Raises `ValueError` where it has errors."""
    asked = FilesAsked()
    catalog, diagnostics = loaded
    key = asked.key()
    if key is None or has_errors(diagnostics):
        message = "the shipped catalog has errors"
        raise ValueError(message)
    write_catalog(stream, key, catalog, diagnostics, index(catalog), asked.anchor)


def load_through(
    cache: CacheFolder,
    asked: FilesAsked,
    read: Callable[[Progress | None], Read],
    index: Callable[[Catalog], Mapping[str, Columns]],
) -> Read:
    """Return a catalog and its diagnostics from the cache, or as `read` gives them, and keep these.

    `index` gives what is kept beside a catalog. Only a catalog without errors is kept.
    """
    key = asked.key()
    if key is None:
        return read(cache.tell)

    def read_and_keep() -> Read:
        catalog, diagnostics = read(cache.tell)
        tell = cache.tell or (lambda *_: None)
        if not has_errors(diagnostics) and asked.key() == key:
            tell("keeping the catalog", 0, 0)
            cache.keep(
                key,
                lambda stream: write_catalog(
                    stream, key, catalog, diagnostics, index(catalog), asked.anchor
                ),
            )
        tell("", 0, 0)
        return catalog, diagnostics

    known = [cache.file_of(key)]
    if asked.is_shipped:
        known.insert(0, asked.anchor + COMPILED_FILE)
    for file in known:
        opened = open_catalog(file, key, lambda: read_and_keep()[0], asked.anchor)
        if opened is not None:
            return opened
    return read_and_keep()
