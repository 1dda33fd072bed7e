"""Catalogs and profiles from the files a person gives, and what is told about them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

from skillgap.api import load_catalog, load_profile
from skillgap.cli.cache_folder import open_cache
from skillgap.cli.exits import FINDINGS, ToldError, code_for
from skillgap.cli.streams import page_for, remark, say
from skillgap.diagnostics.diagnostic import Diagnostic, has_errors
from skillgap.domain.catalog import Catalog
from skillgap.domain.learner import LearnerProfile
from skillgap.text import clean

DEFAULT_PROFILE: Final = "skillgap.yaml"


def open_catalog(
    files: Sequence[str] | None, roles: Sequence[str] | None, *, no_cache: bool = False
) -> Catalog:
    """Load the catalog a command works with; warnings about a person's own are only counted.

    Raises `ToldError` where it has errors.
    """
    loaded = load_catalog(files or (), roles or (), cache=open_cache(no_cache=no_cache))
    stop_at_errors(loaded.diagnostics)
    if loaded.diagnostics and (files or roles):
        tell_count(loaded.diagnostics, files or (), roles or ())
    return loaded.catalog


def open_profile(file: str | None) -> LearnerProfile | None:
    """Load the profile given, else the one in the working folder, which is said aloud.

    Raises `ToldError` where it has errors.
    """
    if file is None:
        if not os.path.isfile(DEFAULT_PROFILE):
            return None
        file = DEFAULT_PROFILE
        remark(f"using the profile `./{DEFAULT_PROFILE}`")
    loaded = load_profile(file)
    tell(loaded.diagnostics)
    if has_errors(loaded.diagnostics) or loaded.profile is None:
        raise ToldError(code_for(loaded.diagnostics) or FINDINGS, loaded.diagnostics)
    return loaded.profile


def open_as_it_is(names: Sequence[str]) -> Catalog:
    """Load catalogs, roles or folders of them without adding anything.

    Raises `ToldError` where one has errors.
    """
    from pathlib import Path

    from skillgap.loading.catalog_files import load_catalog_files

    loaded = load_catalog_files([Path(each) for each in names])
    stop_at_errors(loaded.diagnostics)
    return loaded.catalog


def stop_at_errors(diagnostics: Sequence[Diagnostic]) -> None:
    """Tell diagnostics and raise `ToldError` where there are errors among them."""
    if has_errors(diagnostics):
        tell(diagnostics)
        raise ToldError(code_for(diagnostics), diagnostics)


def tell(diagnostics: Sequence[Diagnostic]) -> None:
    """Write diagnostics to standard error."""
    if diagnostics:
        from skillgap.rendering.findings.text import write_diagnostics

        page = page_for(sys.stderr)
        write_diagnostics(page, diagnostics)
        say(page)


def tell_count(
    diagnostics: Sequence[Diagnostic], files: Sequence[str], roles: Sequence[str]
) -> None:
    """Say how many warnings there are and what shows them."""
    from skillgap.rendering.findings.text import summary

    words = [*files, *(word for each in roles for word in ("--roles", each))]
    command = f"skillgap validate {' '.join(clean(each) for each in words)}"
    remark(f"{summary(diagnostics)} about the catalog: `{command}` tells which")
