"""Catalogs, roles and people's files, in any mix."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.domain.learner import LearnerProfile
from skillgap.loading.catalog_files import Loaded, Reading
from skillgap.loading.kinds import FileKind, is_ours, kind_of
from skillgap.loading.yaml.document import Document, read_document
from skillgap.loading.yaml.files import no_yaml_in, yaml_files, yaml_files_below
from skillgap.loading.yaml.reader import CATALOG_LIMITS, ReadingLimits, resting_collector


class MixedFiles(msgspec.Struct, frozen=True):
    """What files of all kinds hold.

    `loaded` is what the catalogs and roles say; `profiles` are the people's files that could be
    read. `documents` are all files that have a text, `files` all that were asked for.
    `passed_over` are files of a folder that are YAML and none of ours.
    """

    loaded: Loaded
    profiles: tuple[tuple[LearnerProfile, Document], ...]
    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    passed_over: tuple[str, ...]


def load_mixed_files(
    names: Sequence[Path], roles: Sequence[Path] = (), limits: ReadingLimits = CATALOG_LIMITS
) -> MixedFiles:
    """Read files and folders of any kind; what is in `roles` is read as roles."""
    reading = Reading()
    profiles: list[tuple[LearnerProfile, Document]] = []
    people: list[Document] = []
    files, wrong = yaml_files_below(names)
    role_files, wrong_roles = yaml_files(roles)
    given = dict.fromkeys([*files, *role_files])
    refused: list[Diagnostic] = [*wrong, *wrong_roles]
    named = {*names, *role_files}
    passed_over: list[Path] = []
    with resting_collector():
        for file in given:
            document = read_document(file, limits)
            if isinstance(document, Diagnostic):
                refused.append(document)
                continue
            if file not in named and not is_ours(document.data, file.name):
                passed_over.append(file)
                continue
            kind = FileKind.ROLE if file in role_files else kind_of(document.data, file.name)
            if kind is not FileKind.LEARNER:
                reading.add(file, document, kind)
                continue
            # the shape of a person's file is built only where there is one
            from skillgap.loading.profile_file import read_profile

            people.append(document)
            profile, found = read_profile(document)
            refused += found
            if profile is not None:
                profiles.append((profile, document))
        loaded = reading.result()
    documents = (*loaded.sources.documents, *people)
    if passed_over and not documents and not refused:
        refused = [no_yaml_in(each, of="of skillgap") for each in names]
    return MixedFiles(
        loaded=loaded,
        profiles=tuple(profiles),
        documents=documents,
        diagnostics=(*refused, *loaded.diagnostics),
        files=tuple(str(each) for each in given if each not in passed_over),
        passed_over=tuple(map(str, passed_over)),
    )
