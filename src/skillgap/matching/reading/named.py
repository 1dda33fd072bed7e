"""What a text, or what is left of it without its level, is a whole name of."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from skillgap.matching.levels import LONGEST_READ, Reading, has_stars
from skillgap.matching.lexicon import words_of
from skillgap.matching.match import Candidate
from skillgap.matching.normalize import normalize
from skillgap.matching.reading.credentials import (
    OTHER_MEANINGS,
    find_credentials,
    keyed,
    rank_credentials,
)
from skillgap.matching.reading.held_or_not import read_denial
from skillgap.matching.reading.names import as_candidate, ask_among, one_of, read_name
from skillgap.matching.reading.part import Part, part_of, with_level
from skillgap.matching.reading.short_names import is_code
from skillgap.matching.reading.titles import is_title
from skillgap.matching.reading.vocabulary import Vocabulary
from skillgap.matching.reading.within import names_within

ITEM_ENDS = " \t,;:\"'\u201c\u201d"
LAST_ENDS = ITEM_ENDS + "."
ONE_DIGIT = ("1", "2", "3", "4", "5")
NUMBERED_RELEASES = frozenset(
    words_of(
        """
        android angular ansible bootstrap c# c++ css django drupal es express flutter html
        ionic ios java joomla kotlin kubernetes laravel magento .net net node nodejs perl
        php postgresql python qt rails react ruby rust scala spring swift symfony tensorflow
        typescript unity unreal vue blender ghost wordpress windows
        """
    )
)
"""Names that come with the number of a release, so that a digit behind them is no level."""


def find_whole(vocabulary: Vocabulary, text: str) -> Part | None:
    """Return the one thing that a text is a name of as it stands, with commas and all."""
    if len(text) > LONGEST_READ or (
        not names_negation(vocabulary, text) and read_denial(text) is not None
    ):
        return None
    reading = Reading(text.strip(ITEM_ENDS).rstrip(LAST_ENDS))
    part = name_of(vocabulary, reading)
    return None if part and is_taught(vocabulary, part, reading.words) else part


def names_negation(vocabulary: Vocabulary, text: str) -> bool:
    """Say whether a text is a whole name although it begins like a denial: "no-code tools"."""
    found = vocabulary.find_skills(text) if "skill" in vocabulary.kinds else ()
    return bool(found) and found[0].method in ("exact", "alias", "choice")


def find_name(vocabulary: Vocabulary, text: str, *, is_strict: bool = False) -> Part | None:
    """Return the one thing that a text, or what is left of it without its level, is a name of.

    `is_strict` takes no reading that leaves out words which may be names themselves.
    """
    if len(text) > LONGEST_READ:
        return None
    plain = text.strip(ITEM_ENDS).rstrip(LAST_ENDS)
    taught: Part | None = None
    for reading in vocabulary.read(plain):
        if reading.is_aside or (is_strict and "," not in reading.words):
            continue
        part = name_of(vocabulary, reading)
        if part is None:
            continue
        if is_taught(vocabulary, part, reading.words):
            taught = taught or msgspec.structs.replace(part, text=plain)
            continue
        if taught is not None and part.kind == "skill":
            part = msgspec.structs.replace(part, runners_up=(as_candidate(taught),))
        level, said = reading.level, reading.said
        if reading.version in ONE_DIGIT and is_short_form(vocabulary, reading, part):
            return ask_among(plain, [as_candidate(part)] if part.id else part.runners_up)
        if said is None and is_bare_level(vocabulary, reading, part):
            level, said = int(reading.version or 0), reading.version
        return with_level(msgspec.structs.replace(part, text=plain), level, said, reading.years)
    return taught


def is_taught(vocabulary: Vocabulary, part: Part, words: str) -> bool:
    """Say whether words that name a credential might as well name what it teaches."""
    if part.kind not in ("credential", "none"):
        return False
    said = keyed(words)
    return not said.is_sure and said.key in vocabulary.credentials.plain


def is_bare_level(vocabulary: Vocabulary, reading: Reading, part: Part) -> bool:
    """Say whether a digit behind a name is a level, since the thing has no such release."""
    return (
        reading.version in ONE_DIGIT
        and part.kind == "skill"
        and NUMBERED_RELEASES.isdisjoint(normalize(reading.words).split())
        and not vocabulary.find_skills(f"{reading.words} {reading.version}")
    )


def is_short_form(vocabulary: Vocabulary, reading: Reading, part: Part) -> bool:
    """Say whether a digit stands behind letters that are short for something: SOC 2 is no SOC."""
    return (
        part.kind == "skill"
        and part.method == "alias"
        and reading.words.isupper()
        and not (part.id is not None and vocabulary.is_tool(part.id))
    )


def name_of(vocabulary: Vocabulary, reading: Reading) -> Part | None:
    """Return what a reading is a whole name of: a skill, a credential, a title or a language."""
    words = reading.words
    if has_stars(words):
        return None
    skills = vocabulary.find_skills(words) if "skill" in vocabulary.kinds else ()
    credentials, is_sure = name_credentials(vocabulary, words)
    if credentials and (is_sure or not skills):
        return name_credential(vocabulary, words, credentials, is_sure=is_sure)
    if skills and skills[0].method == "words" and is_title(words) and "role" in vocabulary.kinds:
        if roles := vocabulary.find_roles(words):
            return one_of(words, (*roles, *skills))
        return ask_among(words, skills)
    if skills:
        if credentials and is_code(words) and skills[0].method not in ("exact", "choice"):
            return ask_among(words, (*skills, *credentials))
        match = vocabulary.match_skill(words)
        if match.status != "unmatched":
            part = part_of(match)
            if part.status == "matched" and not part.runners_up:
                part = msgspec.structs.replace(part, runners_up=credentials)
            return part
    if "role" in vocabulary.kinds:
        roles = vocabulary.find_roles(words)
        if roles:
            return one_of(words, roles) if len(roles) == 1 else ask_among(words, roles)
    return None


def name_credentials(vocabulary: Vocabulary, words: str) -> tuple[tuple[Candidate, ...], bool]:
    """Return the credentials that words are a whole name of."""
    if "credential" not in vocabulary.kinds:
        return (), False
    return find_credentials(vocabulary.credentials, words)


def name_credential(
    vocabulary: Vocabulary, words: str, found: Sequence[Candidate], *, is_sure: bool
) -> Part:
    """Return the credential that words name, asked about where they may mean another thing."""
    said = keyed(words)
    may_be_other = not is_sure and (
        said.key in OTHER_MEANINGS
        or (len(said.key) < 4 and said.words and words.strip() == words.strip().lower())
    )
    roles = vocabulary.find_roles(words) if "role" in vocabulary.kinds and not is_sure else ()
    if len(found) == 1 and not may_be_other and not roles:
        if is_sure or said.key not in vocabulary.credentials.plain:
            return one_of(words, found)
        inner = [each for each, _ in names_within(vocabulary, words)]
        return ask_among(words, (*found, *inner)) if inner else one_of(words, found)
    return ask_among(words, (*roles, *found))


def read_credential(vocabulary: Vocabulary, text: str) -> Part:
    """Return the credential that all of a text means, where nothing else is looked for."""
    if part := read_name(vocabulary, text):
        return part
    found, _ = find_credentials(vocabulary.credentials, text)
    if len(found) == 1:
        return one_of(text, found)
    if near := found or rank_credentials(vocabulary.credentials, text, 5):
        return ask_among(text, near)
    return Part(text)
