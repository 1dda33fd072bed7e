"""How much a credential is worth to others, from evidence in the catalog, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from skillgap.domain.credential import (
    AchievementType,
    AssessmentKind,
    MicroCredential,
    Verification,
)
from skillgap.domain.issuer import Issuer, IssuerKind

FULL: Final = 1000
"""Scores are counted in thousandths, so that plans are compared in whole numbers."""

COUNTED_BY_ONE: Final = 200
COUNTED_BY_SEVERAL: Final = 300

ACCREDITED: Final = 200
ISSUER_STANDING: Mapping[IssuerKind, int] = MappingProxyType(
    {
        IssuerKind.UNIVERSITY: 150,
        IssuerKind.GOVERNMENT: 150,
        IssuerKind.PROFESSIONAL_BODY: 150,
        IssuerKind.VENDOR: 120,
        IssuerKind.EMPLOYER: 100,
        IssuerKind.NON_PROFIT: 60,
        IssuerKind.PROVIDER: 40,
    }
)

ASSESSMENT: Mapping[AssessmentKind, int] = MappingProxyType(
    {
        AssessmentKind.NONE: 0,
        AssessmentKind.QUIZ: 60,
        AssessmentKind.EXAM: 150,
        AssessmentKind.PROJECT: 150,
        AssessmentKind.PORTFOLIO: 150,
        AssessmentKind.LAB: 150,
        AssessmentKind.MIXED: 150,
    }
)
PROCTORED: Final = 100

VERIFICATION: Mapping[Verification, int] = MappingProxyType(
    {
        Verification.OPEN_BADGE: 150,
        Verification.REGISTRY: 150,
        Verification.CODE: 90,
        Verification.NONE: 0,
    }
)

ACHIEVEMENT: Mapping[AchievementType, int] = MappingProxyType(
    {
        AchievementType.DEGREE: 100,
        AchievementType.DIPLOMA: 100,
        AchievementType.LICENSE: 100,
        AchievementType.CERTIFICATION: 100,
        AchievementType.CERTIFICATE: 60,
        AchievementType.MICRO_CREDENTIAL: 60,
        AchievementType.BADGE: 40,
        AchievementType.COURSE: 20,
    }
)

EXPIRY: Final = ((12, 100), (24, 60), (36, 30))
"""Who is valid for no more than so many months loses so much, the shortest first."""

PRACTICE_KINDS: Final = frozenset(
    {AssessmentKind.PROJECT, AssessmentKind.PORTFOLIO, AssessmentKind.LAB}
)
HANDS_ON: Final = 600
PRACTICE_ASSESSED: Final = 400
PRACTICE_ASSESSED_IN_PART: Final = 200


class RecognitionPart(msgspec.Struct, frozen=True):
    """One kind of evidence: `earned` of at most `possible` thousandths.

    `earned` is below 0 where something is taken off.
    """

    name: str
    earned: int
    possible: int


def recognition_parts(
    credential: MicroCredential, issuer: Issuer | None
) -> tuple[RecognitionPart, ...]:
    """Return every part of the recognition score, in a fixed order; the possible sum to 1,000.

    Counted by others 300 (one body 200, several 300), the issuer's standing 200 (all of
    it with an accreditation, else by its kind), assessment 250 (any work that is judged 150, a
    quiz 60, watched over 100 more), verification 150 and the kind of achievement 100. What is not
    known earns nothing. What expires within one year loses 100, within two 60, within three 30,
    but never more than it has earned.

    Why: recognition cannot be measured from here, so it is counted from what can be pointed at.
    """
    bodies = {each.by for each in credential.recognition}
    counted = (0, COUNTED_BY_ONE, COUNTED_BY_SEVERAL)[min(2, len(bodies))]
    standing = 0
    if issuer is not None and issuer.accreditations:
        standing = ACCREDITED
    elif issuer is not None and issuer.kind is not None:
        standing = ISSUER_STANDING[issuer.kind]
    kind = credential.assessment.kind
    assessed = ASSESSMENT[kind] if kind is not None else 0
    if credential.assessment.proctored:
        assessed += PROCTORED
    verified = VERIFICATION[credential.verification] if credential.verification is not None else 0
    achieved = (
        ACHIEVEMENT[credential.achievement_type] if credential.achievement_type is not None else 0
    )
    earned = counted + standing + assessed + verified + achieved
    return (
        RecognitionPart("counted-by-others", counted, COUNTED_BY_SEVERAL),
        RecognitionPart("issuer-standing", standing, ACCREDITED),
        RecognitionPart("assessment", assessed, 250),
        RecognitionPart("verification", verified, 150),
        RecognitionPart("achievement-type", achieved, 100),
        RecognitionPart("expiry", -min(earned, lost_by_expiry(credential)), 0),
    )


def lost_by_expiry(credential: MicroCredential) -> int:
    """Return what a credential loses by expiring, in thousandths; nothing where it does not."""
    months = credential.valid_months
    if months is None:
        return 0
    return next((lost for within, lost in EXPIRY if months <= within), 0)


def recognition_score(credential: MicroCredential, issuer: Issuer | None) -> int:
    """Return the recognition of a credential in thousandths."""
    return sum(part.earned for part in recognition_parts(credential, issuer))


def assessed_practice(credential: MicroCredential) -> int:
    """Return how far a credential rests on practice that is assessed, in thousandths.

    Hands-on work 600; judged by a project, a portfolio or a lab 400, by a mix 200. A project, a
    portfolio or a lab is hands-on unless the catalog says that it is not.
    """
    kind, hands_on = credential.assessment.kind, credential.assessment.hands_on
    is_practice = kind in PRACTICE_KINDS
    score = HANDS_ON if hands_on or (hands_on is None and is_practice) else 0
    if is_practice:
        return score + PRACTICE_ASSESSED
    return score + (PRACTICE_ASSESSED_IN_PART if kind is AssessmentKind.MIXED else 0)
