"""A person's file to a profile."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from skillgap.diagnostics.diagnostic import Diagnostic, in_reading_order
from skillgap.domain.identifiers import CredentialId
from skillgap.domain.learner import HeldCredential, Holiday, LearnerProfile, SkillWords
from skillgap.loading.document import Document, read_document
from skillgap.loading.fitting import Gauge, fitted
from skillgap.loading.limits import PROFILE_LIMITS, ReadingLimits
from skillgap.loading.molds.learner import LEARNER

if TYPE_CHECKING:
    from skillgap.loading.shapes.learner import HeldCredentialShape, LearnerShape, SkillWordsShape

GAUGE: Final = Gauge(LEARNER, "learner.LearnerShape")


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
    shape: LearnerShape | None
    shape, wrong = fitted(GAUGE, document.data, document)
    if shape is None:
        return None, in_reading_order([*document.diagnostics, *wrong])
    found = [*document.diagnostics, *reversed_dates(shape, document)]
    return to_profile(shape), in_reading_order(found)


def reversed_dates(shape: LearnerShape, document: Document) -> list[Diagnostic]:
    """Find credentials that expire before they were earned, and holidays that end first."""
    return [
        document.diagnose(
            "SG411",
            f"a holiday ends on {each.last}, before {each.first}",
            ("holidays", index, "to"),
            hint="put the later date under `to`",
        )
        for index, each in enumerate(shape.holidays)
        if each.last < each.first
    ] + [
        document.diagnose(
            "SG411",
            f"`{held.credential}` expires on {held.expires}, before {held.earned}",
            ("credentials", index, "expires"),
            hint="put the later date under `expires`",
        )
        for index, held in enumerate(shape.credentials)
        if not isinstance(held, str)
        and held.earned is not None
        and held.expires is not None
        and held.expires < held.earned
    ]


def to_profile(shape: LearnerShape) -> LearnerProfile:
    """Convert a person's file."""
    return LearnerProfile(
        name=shape.name,
        role=shape.role,
        skills=tuple(to_skill_words(each) for each in shape.skills),
        credentials=tuple(to_held_credential(each) for each in shape.credentials),
        hours_per_week=shape.hours_per_week,
        at_once=shape.at_once,
        holidays=tuple(Holiday(each.first, each.last) for each in shape.holidays),
        budget=shape.budget,
        by=shape.by,
        prefer=shape.prefer,
        languages=tuple(shape.languages),
        choices=MappingProxyType(dict(sorted(shape.choices.items()))),
    )


def to_skill_words(shape: str | SkillWordsShape) -> SkillWords:
    """Convert a skill in a person's words; a level inside the words is left to matching."""
    return SkillWords(shape) if isinstance(shape, str) else SkillWords(shape.skill, shape.level)


def to_held_credential(shape: str | HeldCredentialShape) -> HeldCredential:
    """Convert a credential that is held."""
    if isinstance(shape, str):
        return HeldCredential(CredentialId(shape))
    return HeldCredential(CredentialId(shape.credential), shape.earned, shape.expires)
