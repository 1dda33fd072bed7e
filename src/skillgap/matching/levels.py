"""Levels that ride along with a person's words: `sql:3`, "advanced SQL", "5 years of SQL"."""

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

import msgspec

LEVEL_OF_WORD = MappingProxyType(
    {
        word: level
        for level, words in {
            1: "novice|beginner|beginners|basic|basics|elementary|rudimentary|entry level",
            2: "advanced beginner|junior|jr|foundational|familiar|familiarity|working|some",
            3: "competent|intermediate|mid level|good|solid|practical|hands on|conversational",
            4: "proficient|proficiency|advanced|strong|senior|sr|fluent|fluency|very good|excellent"
            "|extensive|in depth|deep|thorough",
            5: "expert|expertise|master|mastery|guru|native",
        }.items()
        for word in words.split("|")
    }
)
LEVEL_OF_YEARS = ((10.0, 5), (5.0, 4), (3.0, 3), (1.0, 2), (0.0, 1))

# Words that speak of a level wherever they stand before a name; the others do so only before
# "knowledge of" and the like, since deep learning and React Native are names.
BEFORE = (
    "novice|beginner|basic|elementary|rudimentary|entry level|advanced beginner|junior|jr"
    "|intermediate|mid level|proficient|advanced|strong|senior|sr|fluent|very good|good|excellent"
    "|extensive|expert"
)
AFTER = "novice|beginner|intermediate|proficient|advanced|expert|fluent|basics|jr|sr"
LINKED = (
    "proficient|proficiency|familiar|familiarity|fluent|fluency|competent|expert|expertise|mastery"
    "|good|strong"
)
PRACTICE = (
    r"experience|knowledge|skills?|understanding|proficiency|expertise|command|competence|competency"
    r"|background|exposure|familiarity|mastery|awareness|level|user"
)
LINK = r"(?:(?:with|in|of|using|at|on|to|working|the|as an?)\s+)"
ALL_WORDS = "|".join(
    sorted((word.replace(" ", "[ -]") for word in LEVEL_OF_WORD), key=len, reverse=True)
)
BEFORE_WORDS, AFTER_WORDS = (words.replace(" ", "[ -]") for words in (BEFORE, AFTER))
YEARS = (
    r"(?:over |more than |at least |about |around |min(?:imum)?\.? )?"
    r"(?P<years>[0-9]{1,2}(?:\.[0-9])?)\s?(?:\+|(?:-|to)\s?[0-9]{1,2})?\s?(?:years?|yrs?)\b\.?'?"
)


NUMBER_OR_WORD = rf"(?P<level>[1-5](?:\s?/\s?5)?|{ALL_WORDS})"
AT_WORK = r"(?:(?:level|working|practical|hands[ -]on|professional) )*"

# Each pattern has the groups `name` and one of `level` and `years`.
PATTERNS = (
    rf"(?P<name>.*\S)\s?(?:[:=]|\s[-\u2013\u2014])\s?(?:level )?{NUMBER_OR_WORD}",
    rf"(?P<name>.*\S)\s?[(\[](?:level )?{NUMBER_OR_WORD}(?: level)?[)\]]",
    r"(?P<name>.*\S)[ ,]+(?:at )?level (?P<level>[1-5])(?:\s?/\s?5)?",
    r"(?P<name>.*\S)[ ,]+(?P<level>[1-5])\s?/\s?5",
    rf"{YEARS}\s(?:(?:{PRACTICE})\s)*{LINK}*(?P<name>.+)",
    rf"(?P<name>.*\S)\s?[,:(\[-]?\s?(?:for )?{YEARS}\s?(?:of )?(?:experience|exp\.?)?\s?[)\]]?",
    rf"(?:an? )?(?P<level>{ALL_WORDS})\b[ -]{AT_WORK}(?:(?:{PRACTICE})\s)+{LINK}+(?P<name>.+)",
    rf"(?P<level>{LINKED})\s{LINK}+(?P<name>.+)",
    rf"(?:an? )?(?P<level>{BEFORE_WORDS})\b\.?[ -](?:level )?(?P<name>.+)",
    rf"(?P<name>.+?)[ ,]+(?P<level>{AFTER_WORDS})\.?(?: (?:level|user))?",
)
DOING = (
    r"ability|proven|demonstrated|certified|training|qualified|worked|able|use|usage|work|working"
    r"|hands[ -]on|professional|practical|skilled|experienced"
)
NOISE = (
    r"(?:i )?(?:can|know|have|am)\s(?:use\s)?(?P<name>.+)",
    rf"(?:(?:{PRACTICE}|{DOING})\s)+{LINK}+(?P<name>.+)",
    rf"(?P<name>.+?)\s(?:{PRACTICE}|abilit(?:y|ies)|competenc(?:y|ies))",
)
VERSION = (
    r"(?P<name>.*[^\W\d]\S*)[\s-]v?(?P<number>(?:[0-9]{1,3}|(?:19|20)[0-9]{2})(?:\.[0-9x]+)*\+?)"
)
NUMBERED = (
    r".*\S\s?(?:[:=]\s?(?:level )?|[ ,]+(?:at )?level )(?P<number>-?[0-9]{1,9}(?:\.[0-9]{1,9})?)"
)
BRACKETED = r"(?P<name>[^()]*\S)\s?\((?P<inner>[^()]+)\)"
DIGITS, MARKS = ("1", "2", "3", "4", "5"), (":", "=")
"""What `sql:3` and `sql = 3` end in: the first pattern finds the same, and is long to compile."""

LONGEST_READ = 300
MOST_READINGS = 7


class Reading(msgspec.Struct, frozen=True):
    """What is left of a text when its level, 1 to 5, and its version are taken out of it.

    An aside is what stands in brackets, as the short form in "machine learning (ML)".
    """

    words: str
    level: int | None = None
    version: str | None = None
    is_aside: bool = False


def read_levels(text: str) -> Iterator[Reading]:
    """Read a text in several ways: whole first, then with more and more of level and noise off.

    Why: "advanced mathematics" may be a name, and only an index can tell; a reading is tried after
    the ones before it have found nothing, and worked out no sooner.
    """
    if len(text) > LONGEST_READ:
        yield Reading(text)
        return
    reading = Reading(" ".join(text.split()))
    yield reading
    asides: list[Reading] = []
    for _ in range(MOST_READINGS):
        if (shorter := take_off(reading)) is None:
            break
        is_same_level = shorter.level == reading.level
        if is_same_level and (match := read(BRACKETED, reading.words)):
            asides.append(Reading(match["inner"], shorter.level, is_aside=True))
        reading = shorter
        yield reading
    yield from asides


def take_off(reading: Reading) -> Reading | None:
    """Give the reading with one more level, noise word, bracket or version taken off, if any."""
    text, level = reading.words, reading.level
    marked = text[:-1].rstrip()
    if text[-1:] in DIGITS and marked[-1:] in MARKS and (name := marked[:-1].rstrip()):
        return Reading(name, level or int(text[-1]))
    for pattern in PATTERNS:
        if match := read(pattern, text):
            groups = match.groupdict()
            if years := groups.get("years"):
                return Reading(match["name"], level or level_of_years(float(years)))
            return Reading(match["name"], level or level_of(match["level"]))
    for pattern in (*NOISE, BRACKETED):
        if match := read(pattern, text):
            return Reading(match["name"], level, reading.version)
    if reading.version is None and (match := read(VERSION, text)) and not says_no_level(text):
        return Reading(match["name"], level, match["number"])
    return None


def read(pattern: str, text: str) -> re.Match[str] | None:
    """Match a pattern with a whole text, whatever its letter case."""
    return compiled(pattern).match(text)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed, because most words need none."""
    return re.compile(pattern + r"\Z", re.IGNORECASE)


def level_of(said: str) -> int | None:
    """Give the level that a number of 1 to 5 or a word says, or None."""
    plain = " ".join(said.lower().replace("-", " ").split())
    return int(plain[0]) if plain[0] in "12345" else LEVEL_OF_WORD.get(plain)


def level_of_years(years: float) -> int:
    """Give the level that so many years of practice are taken for."""
    return next(level for least, level in LEVEL_OF_YEARS if years >= least)


def says_no_level(text: str) -> bool:
    """Whether a text ends in a level that there is not: `sql:9`, `sql=0`, "SQL level 7"."""
    match = read(NUMBERED, " ".join(text.split())) if len(text) <= LONGEST_READ else None
    return match is not None and match["number"] not in {"1", "2", "3", "4", "5"}
