"""What a text, or what is left of it without its level, is a whole name of."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from skillgap.domain.identifiers import CredentialId
from skillgap.matching.levels import (
    LONGEST_READ,
    Reading,
    compiled,
    has_stars,
    level_of_years,
    whole,
)
from skillgap.matching.lexicon import words_of
from skillgap.matching.match import Candidate
from skillgap.matching.normalize import normalize
from skillgap.matching.reading.credentials import (
    OTHER_MEANINGS,
    find_credentials,
    keyed,
    rank_credentials,
)
from skillgap.matching.reading.divide import COMMAS, divide
from skillgap.matching.reading.held_or_not import read_denial
from skillgap.matching.reading.names import as_candidate, ask_among, one_of, read_name
from skillgap.matching.reading.part import Part, PartStatus, part_of, with_level, with_status
from skillgap.matching.reading.short_names import is_code
from skillgap.matching.reading.standing import read_standing, standing_of
from skillgap.matching.reading.titles import is_title
from skillgap.matching.reading.vocabulary import Vocabulary
from skillgap.matching.reading.within import names_within

ITEM_ENDS = " \t,;:\"'\u201c\u201d"
LAST_ENDS = ITEM_ENDS + "."
BRACKET = r"(?P<name>[^()\[\]]*?\S)\s?[(\[](?P<inner>[^()\[\]]+)[)\]]\s*(?P<more>.*)"
FIRST_OF_ALL = ("expired", "negated", "in-progress", "wanted", "ambiguous", "matched")
"""What is said of a credential in several ways stands as the first of these."""

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


COUNTED_BY = frozenset(words_of("of with for to in by over under size about up"))
"""A number behind one of these counts heads, as in "led a team of 5"."""


def find_whole(vocabulary: Vocabulary, text: str) -> Part | None:
    """Return the one thing that a text is a name of as it stands, with commas and all."""
    if len(text) > LONGEST_READ or (
        not names_negation(vocabulary, text) and read_denial(text) is not None
    ):
        return None
    reading = Reading(text.strip(ITEM_ENDS).rstrip(LAST_ENDS))
    part = name_of(vocabulary, reading)
    if part and part.kind == "credential" and how_it_stands(vocabulary, text) is not None:
        return None
    return None if part and is_taught(vocabulary, part, reading.words) else part


def names_negation(vocabulary: Vocabulary, text: str) -> bool:
    """Say whether a text is a whole name although it begins like a denial: "no-code tools"."""
    if has_stars(text):
        return False
    found = vocabulary.find_skills(text) if "skill" in vocabulary.kinds else ()
    return bool(found) and found[0].method in ("exact", "alias", "choice")


def find_name(vocabulary: Vocabulary, text: str, *, is_strict: bool = False) -> Part | None:
    """Return the one thing that a text, or what is left of it without its level, is a name of.

    `is_strict` takes no reading that leaves out words which may be names themselves.
    """
    if len(text) > LONGEST_READ:
        return None
    plain = text.strip(ITEM_ENDS).rstrip(LAST_ENDS)
    if part := find_standing(vocabulary, plain):
        return part
    return find_unjudged(vocabulary, plain, is_strict=is_strict)


def find_standing(vocabulary: Vocabulary, text: str) -> Part | None:
    """Return the credential of a text that says how it stands, nothing where it says none of it."""
    told = how_it_stands(vocabulary, text)
    if told is None:
        return None
    status, name = told
    part = find_unjudged(vocabulary, name)
    if part is None or not may_be_credential(part):
        return None
    if status == "matched":
        as_written = find_unjudged(vocabulary, text)
        part = as_written if as_written and as_written.status == "matched" else part
    return stands_as(msgspec.structs.replace(part, text=text), status)


def may_be_credential(part: Part) -> bool:
    """Say whether a part is a credential, or is asked about and may be one."""
    return part.kind == "credential" or any(each.kind == "credential" for each in part.runners_up)


def stands_as(part: Part, status: PartStatus) -> Part:
    """Return a credential with how it stands; asked about where that is not clear."""
    if status == "ambiguous" and part.status == "matched":
        return ask_among(part.text, [as_candidate(part)])
    return with_status(part, status)


def how_it_stands(vocabulary: Vocabulary, text: str) -> tuple[PartStatus, str] | None:
    """Return how a text says that the credential in it stands, and the words that name it.

    What stands in brackets behind a credential and says nothing known makes it unclear.
    """
    if "credential" not in vocabulary.kinds or len(text) > LONGEST_READ:
        return None
    if told := read_standing(text, vocabulary.days):
        return told
    match = whole(BRACKET).match(text) if "(" in text or "[" in text else None
    if match is None or name_credentials(vocabulary, text)[0]:
        return None
    name = f"{match['name']} {match['more']}".strip()
    part = find_unjudged(vocabulary, name)
    if part is None or part.kind != "credential":
        return None
    inner = match["inner"]
    pieces = [inner[slice(*span)].strip() for span in divide(inner, COMMAS)]
    told_of = [
        standing_of(piece, vocabulary.days)
        or (None if explains(vocabulary, part, piece) else "ambiguous")
        for piece in pieces
    ]
    statuses = [each for each in told_of if each is not None]
    if not statuses:
        return None
    return min(statuses, key=FIRST_OF_ALL.index), name


def explains(vocabulary: Vocabulary, part: Part, words: str) -> bool:
    """Say whether words in brackets tell which credential it is, or name something beside it.

    They do as its own name, that of its issuer, a code, a level or another known name.
    """
    if not compiled(r"[^\W\d]{3}").search(words) or compiled(r"[0-9]").search(words):
        return True
    known = vocabulary.catalog.credentials.get(CredentialId(part.id or ""))
    if known is not None:
        issuer = vocabulary.catalog.issuers[known.issuer]
        own = (known.title, *known.aliases, issuer.id, issuer.name, *issuer.aliases)
        said = {word for name in own for word in normalize(name.replace("-", " ")).split()}
        if len(words.split()) > 1 and said.issuperset(normalize(words).split()):
            return True
        if any(normalize(words) in normalize(name).split() for name in own[3:]):
            return True
        if normalize(words) in {normalize(name) for name in own}:
            return True
    named = find_unjudged(vocabulary, words)
    return named is not None and named.kind in ("skill", "credential")


def find_unjudged(vocabulary: Vocabulary, plain: str, *, is_strict: bool = False) -> Part | None:
    """Return what a text is a name of, whatever is said of how it stands."""
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
        if said is None and (years := bare_years(reading)):
            return with_level(
                msgspec.structs.replace(part, text=plain),
                level_of_years(years),
                reading.version,
                years,
            )
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


def bare_years(reading: Reading) -> float | None:
    """Return the years of "SQL 15+"; none where the thing comes with the number of a release."""
    version = reading.version or ""
    if not version.endswith("+") or not version[:-1].isdigit() or len(version) > 3:
        return None
    is_released = not NUMBERED_RELEASES.isdisjoint(normalize(reading.words).split())
    return None if is_released else float(version[:-1])


def is_bare_level(vocabulary: Vocabulary, reading: Reading, part: Part) -> bool:
    """Say whether a digit behind a name is a level, since the thing has no such release."""
    return (
        reading.version in ONE_DIGIT
        and part.kind == "skill"
        and normalize(reading.words).split()[-1] not in COUNTED_BY
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
