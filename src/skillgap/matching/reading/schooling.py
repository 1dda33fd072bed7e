"""Degrees and licences: what a person may say that is neither a skill nor in the catalog."""

from __future__ import annotations

from types import MappingProxyType

from skillgap.domain.gate import EducationLevel
from skillgap.matching.levels import compiled
from skillgap.matching.lexicon import words_of
from skillgap.matching.normalize import normalize
from skillgap.matching.reading.part import PartStatus

NO_SUBJECT = r"(?:ceremon|disguise|puppet|none|all\b|the\s|my\b|hounds|chess|trades?\b)"
"""What a master may be of who has no degree."""

NOT_GIVEN = (
    r"\b(?:drop(?:ped)?[ -]?outs?|missing|unfinished|incomplete|abandoned|quit|failed|discontinued"
    r"|withdr[ae]wn?|withdrew|revoked|abd|all but dissertation|without|never|not"
    r"|no longer|expelled)\b"
)
NOT_YET_GIVEN = (
    r"(?<!with )(?<!with a )\b(?:thesis|dissertation|student|candidate|pending|ongoing|pursuing"
    r"|enrolled|(?:first|second|third|final) year)\b"
)

DEGREES = (
    ("Doctorate", r"ph\.?\s?d\.?|d\.?phil\.?|doctora(?:te|l)(?: degree)?|dr\.? of|edd|dba degree"),
    ("MBA", r"(?:executive |e)?mba"),
    (
        "Master's degree",
        (
            r"masters?['\u2019]?s?(?: degree)?(?: (?:of|in)\b|$)|master['\u2019]s|masters"
            r"|m\.?sc\.?|m\.?eng\.?"
            r"|m\.?tech\.?|m\.?ed\.?|mpa|mph|msw|mfa|m\.a\.|m\.s\."
            r"|postgraduate(?: degree| diploma)?|ll\.?m|postgrad"
        ),
    ),
    (
        "Bachelor's degree",
        (
            r"bachelors?['\u2019]?s?(?: degree)?(?: (?:of|in)\b|$)|bachelor['\u2019]?s?"
            r"|bachelors|b\.?sc\.?|b\.?eng\.?"
            r"|b\.?tech\.?|b\.?com\.?|b\.?ed\.?|bba|bfa|b\.a\.|b\.s\.|ll\.?b|licenciatura"
            r"|undergraduate(?: degree)?|honou?rs degree"
        ),
    ),
    (
        "Associate degree",
        (
            r"associate['\u2019]?s? degree|associate of(?= (?:arts|science|applied))|aas|a\.a\."
            r"|foundation degree"
        ),
    ),
    (
        "Degree",
        (
            r"(?:college|university|law|medical|nursing|engineering|graduate"
            r"|academic)\s(?:degree|education|graduate)"
            r"|degree in|some college|university studies|graduate in|diplom|m\.?d\.(?!\w)|mbbs"
        ),
    ),
    (
        "School diploma",
        (
            r"high[ -]school(?: diploma| graduate| degree| education)?|ged|a[ -]levels?|gcses?"
            r"|baccalaureate|abitur|secondary school(?: diploma)?|hnd|hnc|btec"
            r"|vocational (?:diploma|school)"
            r"|leaving certificate"
        ),
    ),
    ("Diploma", r"diploma (?:in|of)\b|advanced diploma|national diploma"),
)
SHORT_DEGREES = (
    ("Bachelor's degree", r"(?:BA|BS|AB)(?=\s+(?:in|of|degree)\b|\s*[,(])"),
    ("Master's degree", r"(?:MA|MS|MSC)(?=\s+(?:in|of|degree)\b|\s*[,(])"),
)
"""Letters that are read as a degree only in capitals and before "in", since MS is a
company and alone they may be anything."""

LICENCE = (
    r"licen[cs]e[sd]?\b(?!\s(?:management|agreement|compliance|key|server))|licensure|\bcdl\b"
    r"|driving permit|driver['\u2019]?s permit|work permit|security clearance"
)


SPEAKS_OF_DEGREES = frozenset(
    words_of(
        """
        b m s phd ph d dphil phil doctorate doctoral dr edd dba mba emba executive master masters
        msc sc meng eng mtech tech med ed mpa mph msw mfa ma ms postgraduate postgrad llm ll
        bachelor bachelors bsc beng btech bcom com bed bba bfa ba bs ab llb licenciatura
        undergraduate honours honors associate associates aas aa a foundation college
        university law medical nursing engineering graduate academic degree degrees some
        diplom md mbbs high ged level levels gcse gcses baccalaureate abitur secondary hnd
        hnc btec vocational leaving diploma advanced national
        """
    )
)


LEVELS = MappingProxyType(
    {
        "Doctorate": EducationLevel.DOCTORATE,
        "MBA": EducationLevel.MASTER,
        "Master's degree": EducationLevel.MASTER,
        "Bachelor's degree": EducationLevel.BACHELOR,
        "Associate degree": EducationLevel.ASSOCIATE,
        "School diploma": EducationLevel.HIGH_SCHOOL,
    }
)
"""The level of schooling that a degree is, where its name alone tells."""


def level_of_degree(name: str | None) -> EducationLevel | None:
    """Return the level of schooling that a degree is, None where its name does not tell."""
    return LEVELS.get(name or "")


def read_degree(text: str) -> str | None:
    """Return the name of the degree that a text speaks of, None where it speaks of none."""
    plain = text.strip()
    if SPEAKS_OF_DEGREES.isdisjoint(normalize(plain).split()):
        return None
    if compiled(rf"\b(?:masters?|bachelors?)\s(?:of|in)\s{NO_SUBJECT}").search(plain):
        return None
    for name, pattern in DEGREES:
        if compiled(
            rf"(?:(?:an?|my|i have an?|have an?|completed an?|holds? an?"
            rf"|studied)\s)?(?:{pattern})(?!\w)"
        ).match(plain):
            return name
    for name, pattern in SHORT_DEGREES:
        if compiled(rf"(?-i:{pattern})").match(plain):
            return name
    found = compiled(
        r"\b(?:bachelor['\u2019]?s|master['\u2019]s|associate['\u2019]s|doctoral|college"
        r"|university)\s"
        r"(?:degree|diploma)\b|\bdegree\Z"
    ).search(plain)
    return "Degree" if found else None


def status_of_degree(text: str) -> PartStatus:
    """Return whether a text that speaks of a degree says that it was given."""
    if compiled(NOT_GIVEN).search(text):
        return "negated"
    return "in-progress" if compiled(NOT_YET_GIVEN).search(text) else "matched"


def read_licence(text: str) -> bool:
    """Say whether a text speaks of a licence, as to drive or to practise."""
    if not any(sign in text.lower() for sign in ("licen", "cdl", "permit", "clearance")):
        return False
    return compiled(LICENCE).search(text) is not None
