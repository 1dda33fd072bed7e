"""The library face: what a script may rely on, under semantic versioning.

Nothing here prints, reads the clock or ends the process. Bad input comes back as diagnostics
beside whatever could still be read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from os import PathLike
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Final

from msgspec.structs import replace

from skillgap.diagnostics.diagnostic import Diagnostic, in_reading_order
from skillgap.domain.catalog import Catalog
from skillgap.loading.loaded import CheckedFiles, LoadedCatalog, LoadedProfile

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.diagnostics.diagnostic import Severity
    from skillgap.domain.gate import EducationLevel, Gate, GateForce, GateKind
    from skillgap.domain.identifiers import CredentialId, RoleId, SkillId, StackId
    from skillgap.domain.learner import (
        Experience,
        HeldCredential,
        HeldSkill,
        Holiday,
        Learner,
        LearnerProfile,
    )
    from skillgap.domain.role import RoleProfile
    from skillgap.errors import InternalError, UserError
    from skillgap.gap import (
        Holdings,
        Implied,
        SkillGap,
        find_gap,
        find_holdings,
        find_implied,
        gap_to_role,
        readiness,
        split_traits,
        trait_share,
    )
    from skillgap.gates import GateStanding, GateStatus, find_standings
    from skillgap.loading.cache.folder import CacheFolder, Progress
    from skillgap.matching.index import MatchIndex
    from skillgap.matching.indexes import role_index, skill_index
    from skillgap.matching.match import Candidate, Match
    from skillgap.matching.reading.part import Part, Reading
    from skillgap.matching.texts import match_role, match_skills, read_learner, read_phrases
    from skillgap.planning.followups.alternatives import find_alternatives, find_worth
    from skillgap.planning.followups.nearby import (
        NearbyRequest,
        NearbyRole,
        Neighborhood,
        nearby_roles,
    )
    from skillgap.planning.followups.tradeoff import find_tradeoff
    from skillgap.planning.followups.warnings import find_notes
    from skillgap.planning.followups.why_not import why_not
    from skillgap.planning.request import Limits, PlanRequest, Preference
    from skillgap.planning.result import Infeasible, LearningPath
    from skillgap.planning.session import PlanSession
    from skillgap.planning.solver.stopping import Deadline, Stop

__all__ = [
    "CacheFolder",
    "Candidate",
    "Catalog",
    "CheckedFiles",
    "CredentialId",
    "Deadline",
    "Diagnostic",
    "EducationLevel",
    "Experience",
    "Gate",
    "GateForce",
    "GateKind",
    "GateStanding",
    "GateStatus",
    "HeldCredential",
    "HeldSkill",
    "Holdings",
    "Holiday",
    "Implied",
    "Infeasible",
    "InternalError",
    "Learner",
    "LearnerProfile",
    "LearningPath",
    "Limits",
    "LoadedCatalog",
    "LoadedProfile",
    "Match",
    "MatchIndex",
    "NearbyRequest",
    "NearbyRole",
    "Neighborhood",
    "Part",
    "PlanRequest",
    "PlanSession",
    "Preference",
    "Reading",
    "RoleId",
    "RoleProfile",
    "Severity",
    "SkillGap",
    "SkillId",
    "StackId",
    "Stop",
    "UserError",
    "check_files",
    "find_alternatives",
    "find_gap",
    "find_holdings",
    "find_implied",
    "find_notes",
    "find_standings",
    "find_tradeoff",
    "find_worth",
    "gap_to_role",
    "load_catalog",
    "load_profile",
    "match_role",
    "match_skills",
    "nearby_roles",
    "plan_many",
    "plan_path",
    "read_learner",
    "read_phrases",
    "readiness",
    "role_index",
    "skill_index",
    "split_traits",
    "trait_share",
    "why_not",
]

HOMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "skillgap.diagnostics.diagnostic": "Severity",
        "skillgap.domain.gate": "EducationLevel Gate GateForce GateKind",
        "skillgap.domain.identifiers": "CredentialId RoleId SkillId StackId",
        "skillgap.domain.learner": (
            "Experience HeldCredential HeldSkill Holiday Learner LearnerProfile"
        ),
        "skillgap.domain.role": "RoleProfile",
        "skillgap.gap": (
            "Holdings Implied SkillGap find_gap find_holdings find_implied gap_to_role readiness"
            " split_traits trait_share"
        ),
        "skillgap.errors": "InternalError UserError",
        "skillgap.gates": "GateStanding GateStatus find_standings",
        "skillgap.loading.cache.folder": "CacheFolder",
        "skillgap.matching.index": "MatchIndex",
        "skillgap.matching.indexes": "role_index skill_index",
        "skillgap.matching.match": "Candidate Match",
        "skillgap.matching.reading.part": "Part Reading",
        "skillgap.matching.texts": "match_role match_skills read_learner read_phrases",
        "skillgap.planning.followups.why_not": "why_not",
        "skillgap.planning.followups.alternatives": "find_alternatives find_worth",
        "skillgap.planning.solver.stopping": "Deadline Stop",
        "skillgap.planning.followups.nearby": "NearbyRequest NearbyRole Neighborhood nearby_roles",
        "skillgap.planning.followups.warnings": "find_notes",
        "skillgap.planning.request": "Limits PlanRequest Preference",
        "skillgap.planning.result": "Infeasible LearningPath",
        "skillgap.planning.session": "PlanSession",
        "skillgap.planning.followups.tradeoff": "find_tradeoff",
    }
)
"""Where the names live that are only handed on: each is imported when it is first asked for."""


def __getattr__(name: str) -> object:
    """Hand on a name from its home."""
    for home, names in HOMES.items():
        if name in names.split():
            return getattr(import_module(home), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


FileName = str | PathLike[str]


def load_catalog(
    files: Sequence[FileName] = (),
    roles: Sequence[FileName] = (),
    *,
    cache: CacheFolder | None = None,
) -> LoadedCatalog:
    """Read catalogs and role profiles, files or folders of them, and check them together.

    Given `files` replace the shipped catalog, given `roles` the shipped roles; a folder among
    `files` may bring its own. Where `files` come without any role, those shipped roles serve whose
    skills the files have. Later catalogs add to earlier ones. A file that cannot be opened is a
    diagnostic as well (SG101 to SG105).

    With a `cache`, what was loaded without an error is kept there, and opened from there while the
    files say the same; the answer is equal, its records are built when they are looked at.
    """
    catalog_files, role_files = as_paths(files), as_paths(roles)
    if cache is None:
        return LoadedCatalog(*read_catalog(catalog_files, role_files))
    from skillgap.loading.cache.load import FilesAsked, load_through
    from skillgap.matching.indexes import index_columns

    return LoadedCatalog(
        *load_through(
            cache,
            FilesAsked(catalog_files, role_files),
            lambda progress: read_catalog(catalog_files, role_files, progress),
            index_columns,
        )
    )


def as_paths(names: Sequence[FileName]) -> list[Path]:
    """Return names as paths; their module is long to import, so only where there are some."""
    if not names:
        return []
    from pathlib import Path

    return [Path(each) for each in names]


def read_catalog(
    files: Sequence[Path], roles: Sequence[Path], progress: Progress | None = None
) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """Read the files themselves, and check what they say; see `load_catalog`."""
    from skillgap.checks.registry import run_checks
    from skillgap.loading.catalog_files import load_catalog_files, shipped_roles_for
    from skillgap.loading.check.suppressions import without_suppressed
    from skillgap.loading.shipped import shipped_catalog_file, shipped_role_files

    is_shipped = not files and not roles
    loaded = load_catalog_files(
        files or [shipped_catalog_file()],
        shipped_role_files() if is_shipped else roles,
        progress=progress,
    )
    if progress is not None:
        progress("checking the catalog", 0, 0)
    found, _ = without_suppressed(
        [*loaded.diagnostics, *run_checks(loaded.catalog, loaded.sources)],
        loaded.sources.documents,
    )
    catalog = loaded.catalog
    if not catalog.roles and not roles:
        catalog = replace(catalog, roles=shipped_roles_for(catalog))
    return catalog, in_reading_order(found)


def compile_shipped(stream: IO[bytes]) -> None:
    """Write the shipped catalog, compiled, to a binary stream: done once, when a wheel is built."""
    from skillgap.loading.cache.load import compile_to
    from skillgap.matching.indexes import index_columns

    compile_to(stream, read_catalog((), ()), index_columns)


def check_files(
    files: Sequence[FileName] = (),
    roles: Sequence[FileName] = (),
    *,
    today: dt.date | None = None,
) -> CheckedFiles:
    """Check catalogs, roles and learner files, in any mix and together; without any, the shipped.

    Checks more than `load_catalog`: also what matters only to whoever keeps the files. Without
    `today` no date is judged.
    """
    from skillgap.checks.judgeable import check_learner
    from skillgap.checks.registry import run_care_checks, run_checks
    from skillgap.loading.check.suppressions import without_suppressed
    from skillgap.loading.mixed_files import load_mixed_files
    from skillgap.loading.shipped import shipped_catalog_file, shipped_role_files

    is_shipped = not files and not roles
    mixed = load_mixed_files(
        [shipped_catalog_file()] if is_shipped else as_paths(files),
        shipped_role_files() if is_shipped else as_paths(roles),
    )
    catalog, places = mixed.loaded.catalog, mixed.loaded.sources
    found = [
        *mixed.diagnostics,
        *run_checks(catalog, places),
        *run_care_checks(catalog, places, today),
    ]
    for profile, document in mixed.profiles:
        found += check_learner(profile, catalog, places, document.locate)
    left, about_comments = without_suppressed(found, mixed.documents)
    return CheckedFiles(
        catalog,
        in_reading_order([*left, *about_comments]),
        mixed.files,
        mixed.passed_over,
        tuple(profile for profile, _ in mixed.profiles),
        mixed.documents,
    )


def load_profile(file: FileName) -> LoadedProfile:
    """Read a learner file; one that cannot be opened is a diagnostic as well."""
    from pathlib import Path

    from skillgap.loading.profile_file import load_profile_file

    profile, diagnostics = load_profile_file(Path(file))
    return LoadedProfile(profile, diagnostics)


def plan_path(
    catalog: Catalog,
    request: PlanRequest,
    *,
    stop: Stop | None = None,
    deadline: Deadline | None = None,
) -> LearningPath | Infeasible:
    """Find the best learning path, with its proof and its reasons.

    `deadline` is given where other questions about the same request share it.

    Once `stop.is_wanted`, set by another thread or a signal, the best found by then is given.
    Raises `UserError` where the request names a role or a credential that the catalog lacks.
    """
    from skillgap.planning.planner import plan_path as plan
    from skillgap.planning.solver.stopping import Deadline

    return plan(catalog, request, deadline or Deadline.after(request.time_limit, stop))


def plan_many(
    catalog: Catalog, requests: Iterable[PlanRequest]
) -> Iterator[LearningPath | Infeasible]:
    """Plan for many people, one after another: each answer is what `plan_path` gives.

    What does not depend on the person is worked out once, and people with the same gap share a
    plan. Keep a `PlanSession` where the requests do not come all at once.
    """
    from skillgap.planning.session import PlanSession

    session = PlanSession(catalog)
    return (session.plan(each) for each in requests)
