"""A person's file to a profile."""

from __future__ import annotations

from pathlib import Path

from skillgap.diagnostics.diagnostic import Diagnostic, in_reading_order
from skillgap.domain.learner import LearnerProfile
from skillgap.loading.check.fitting import fitted
from skillgap.loading.yaml.document import Document, read_document
from skillgap.loading.yaml.reader import PROFILE_LIMITS, ReadingLimits


def load_profile_file(
    file: Path, limits: ReadingLimits = PROFILE_LIMITS
) -> tuple[LearnerProfile | None, tuple[Diagnostic, ...]]:
    """Read a person's file; None for the profile where nothing can be made of it."""
    document = read_document(file, limits)
    if isinstance(document, Diagnostic):
        return None, (document,)
    return read_profile(document)


def read_profile(document: Document) -> tuple[LearnerProfile | None, tuple[Diagnostic, ...]]:
    """Read a person's file that is a document already."""
    if document.data is None:
        return None, document.diagnostics
    profile, wrong = fitted(LearnerProfile, document.data, document)
    if profile is None:
        return None, in_reading_order([*document.diagnostics, *wrong])
    found = [*document.diagnostics, *reversed_dates(profile, document)]
    return profile, in_reading_order(found)


def reversed_dates(profile: LearnerProfile, document: Document) -> list[Diagnostic]:
    """Find credentials that expire before they were earned, and holidays that end first."""
    return [
        document.diagnose(
            "SG411",
            f"a holiday ends on {each.last}, before {each.first}",
            ("holidays", index, "to"),
            hint="put the later date under `to`",
        )
        for index, each in enumerate(profile.holidays)
        if each.last < each.first
    ] + [
        document.diagnose(
            "SG411",
            f"`{held.credential}` expires on {held.expires}, before {held.earned}",
            ("credentials", index, "expires"),
            hint="put the later date under `expires`",
        )
        for index, held in enumerate(profile.credentials)
        if held.earned is not None and held.expires is not None and held.expires < held.earned
    ]
