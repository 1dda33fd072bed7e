"""Levels that ride along with a person's words: `sql:3`, "advanced SQL", "SQL since 2015"."""

import re
from collections.abc import Iterator
from functools import cache
from math import ceil
from types import MappingProxyType

import msgspec

from skillgap.matching.lexicon import words_of

LEVEL_OF_WORD = MappingProxyType(
    {
        word: level
        for level, words in {
            1: "novice|beginner|beginners|basic|basics|elementary|rudimentary|entry level|newbie"
            "|a bit of|a little bit of|a little|a bit|little|limited|minimal|dabbled|learning"
            "|currently learning|starting|starter|fundamental|poor|weak|bad|lousy|below average",
            2: "advanced beginner|junior|jr|foundational|familiar|familiarity|working|some|rusty"
            "|a bit rusty|ok|okay|so so|exposure|exposed|pre intermediate",
            3: "competent|intermediate|mid level|mid|medium|moderate|average|good|solid|practical"
            "|hands on|conversational|decent|comfortable|confident|upper intermediate|fair"
            "|capable|well",
            4: "proficient|proficiency|advanced|advance|strong|senior|sr|fluent|fluency|very good"
            "|excellent|great|extensive|in depth|deep|thorough|well versed|adept|pro|power user"
            "|very strong|highly skilled|very well",
            5: "expert|expertise|master|mastery|guru|native|ninja|wizard|world class",
        }.items()
        for word in words.split("|")
    }
)
LEVEL_OF_YEARS = ((10.0, 5), (5.0, 4), (3.0, 3), (1.0, 2), (0.0, 1))

# Words that speak of a level wherever they stand before a name; the others do so only before
# "knowledge of" and the like, since deep learning and React Native are names.
BEFORE = (
    "novice|beginner|basic|elementary|rudimentary|entry level|advanced beginner|junior|jr"
    "|intermediate|mid level|proficient|advanced|advance|strong|senior|sr|fluent|very good|good"
    "|excellent|extensive|expert|some|a little bit of|a bit of|a little|rusty|decent"
    "|currently learning|learning|very strong|poor|weak"
)
AFTER = (
    "novice|beginner|intermediate|proficient|advanced|expert|fluent|basics|jr|sr|rusty|guru|ninja"
    "|wizard|newbie|a little|a bit|(?-i:pro)|power user|mastery"
)
LINKED = (
    "proficient|proficiency|familiar|familiarity|fluent|fluency|competent|expert|expertise|mastery"
    "|good|very good|strong|great|excellent|comfortable|confident|well versed|versed|adept|exposure"
    "|exposed|dabbled|beginner|novice|pro|decent|guru|advanced|intermediate|rusty|highly skilled"
    "|poor|weak|bad|lousy"
)
PRACTICE = (
    r"experience|exp|knowledge|skills?|understanding|proficiency|expertise|command|competence"
    r"|competency|background|exposure|familiarity|mastery|awareness|level|user|grasp|practice"
)
LINK = (
    r"(?:(?:with|in|of|using|at|on|to|w/|working|the|writing|developing|programming(?= in)"
    r"|as an?)\s+|w/)"
)
ALL_WORDS, BEFORE_WORDS, AFTER_WORDS, LINKED_WORDS = (
    "|".join(sorted((word.replace(" ", "[ -]") for word in words), key=len, reverse=True))
    for words in (LEVEL_OF_WORD, *(each.split("|") for each in (BEFORE, AFTER, LINKED)))
)

NUMBER_WORDS = MappingProxyType(
    {
        "a": 1.0, "an": 1.0, "one": 1.0, "half a": 0.5, "half an": 0.5, "two": 2.0, "three": 3.0,
        "a couple of": 2.0, "couple of": 2.0, "a few": 3.0, "few": 3.0, "several": 5.0,
        "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0,
        "eleven": 11.0, "twelve": 12.0, "fifteen": 15.0, "eighteen": 18.0, "twenty": 20.0,
        "thirty": 30.0,
    }
)  # fmt: skip
YEARS_IN = MappingProxyType({"d": 10.0, "y": 1.0, "m": 1 / 12, "w": 1 / 52})
"""How many years the unit is that begins with this letter: decades, years, months, weeks."""

ABOUT = (
    r"(?:(?:over|more than|at least|about|around|approx(?:imately|\.)?|nearly|almost"
    r"|roughly|some|min(?:imum)?\.?|~|>)\s?)*"
)
COUNT = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
DURATION = (
    rf"{ABOUT}(?P<number>[0-9]{{1,2}}(?:[.,][0-9])?|{COUNT})\s?\+?"
    r"(?:\s?(?:-|\u2013|to|or)\s?[0-9]{1,2})?\s?\+?[\s-]?"
    r"(?P<unit>years?|yrs?|y|months?|mos?|mths?|weeks?|decades?)\b\.?['\u2019]?"
)
SINCE = (
    r"(?:since|from)\s(?P<since>(?:19|20)[0-9]{2})(?:\s?(?:-|\u2013|to)?\s?(?:present|now|today))?"
    r"|(?P<first>(?:19|20)[0-9]{2})\s?(?:-|\u2013|to)\s?(?P<last>(?:19|20)[0-9]{2}|present|now"
    r"|today)"
)
SCALE = (
    r"(?P<share>[0-9]{1,3}(?:\.[0-9])?)\s?(?:(?:/|out of)\s?(?P<whole>5|10|100)|(?P<percent>%))"
    r"|(?P<stars>[\u2605\u2b50\u25cf\u2b24\u25a0][\u2605\u2b50\u25cf\u2b24\u25a0\u2606\u25cb\u25a1]*"
    r"|\*{1,5})|(?P<count>[1-5])\s?stars?"
)
HOW_LONG = (
    rf"(?:for |with )?(?:{DURATION}|{SINCE})\s?(?:of )?"
    r"(?:(?:professional|work|working|hands[ -]on|practical|industry|total)\s)*"
    r"(?:experience|exp\.?|practice)?"
)
RATHER = (
    r"(?:(?:very(?= (?:poor|weak|bad))|somewhat|quite|fairly|pretty|really|reasonably"
    r"|relatively|extremely|highly)\s)?"
)
OR_SO = rf"(?:\s?(?:to|or|-|/)\s?(?:{ALL_WORDS}))?"
BY_WORD = (
    rf"(?:(?:a|an|about|approx\.?)\s)?{RATHER}(?P<word>{ALL_WORDS}){OR_SO}(?:[ -](?:{PRACTICE}))?"
)
BY_NUMBER = r"(?:level |lvl\.? ?)?(?P<level>[1-5])"
SAID = rf"(?:{HOW_LONG}|{SCALE}|{BY_WORD}|{BY_NUMBER})(?:[ -]level)?"
AT_WORK = r"(?:(?:level|working|practical|hands[ -]on|professional|commercial|theoretical) )*"

# Each pattern has the group `name` and one of those that say a level. Where it stands before the
# name it may hold for all of a list.
MARK = r"(?:[:=]|\s[-\u2013\u2014]|[-\u2013\u2014](?=\s))"
BEHIND = (
    rf"(?P<name>.+?)\s?{MARK}\s?{SAID}",
    rf"(?P<name>.+?)\s?,\s?{BY_WORD}",
    rf"(?P<name>.+?)\s?[(\[]\s?{SAID}\s?[)\]]",
    rf"(?P<name>.+?)(?:\s?,)?\s(?:at )?(?:(?:level|lvl\.?)\s?(?P<level>[1-5])|{SCALE}|{HOW_LONG})",
    r"(?P<name>.+?\S)(?P<stars>[\u2605\u2b50\u25cf]+[\u2606\u25cb]*)",
)
LINKED_FORMS = (
    rf"{HOW_LONG}\s(?:(?:{PRACTICE})\s)*{LINK}*(?P<name>.+)",
    (
        rf"(?:an? )?{RATHER}(?P<word>{ALL_WORDS}){OR_SO}\b[ -]{AT_WORK}"
        rf"(?:(?:{PRACTICE})\s)+{LINK}+(?P<name>.+)"
    ),
    rf"(?:an? |the )?{RATHER}(?P<word>{LINKED_WORDS}){OR_SO}\s{LINK}+(?P<name>.+)",
)
BEFORE_FORM = (
    rf"(?:an? )?{RATHER}(?:(?P<word>{BEFORE_WORDS}){OR_SO}\b\.?|level (?P<level>[1-5])(?= ))[ -]"
    r"(?:level )?(?P<name>.+)"
)
LATER = (rf"(?P<name>.+?)(?:\s?,)?\s(?P<word>{AFTER_WORDS})\.?(?: (?:level|user))?",)
DOING = (
    r"ability|proven|demonstrated|certified|training|qualified|worked|able|use|usage|used|work"
    r"|working|hands[ -]on|professional|practical|skilled|experienced|trained"
)
NOISE = (
    (
        r"(?:(?:i|we)(?:['\u2019](?:m|ve))? )?(?:also )?(?:can|know|knows|have|am|was|do|did"
        r"|use|used)\s"
        r"(?:(?:use|used|also|been|an?|the|to)\s)*(?P<name>.+)"
    ),
    r"(?:i|we)(?:['\u2019](?:m|ve))? (?P<name>.+)",
    rf"(?:(?:{PRACTICE}|{DOING})\s)+{LINK}+(?P<name>.+)",
    rf"(?P<name>.+?)\s(?:{PRACTICE}|abilit(?:y|ies)|competenc(?:y|ies))",
    r"self[ -]taught(?: in)?\s(?P<name>.+)",
    r"(?:responsible for|in charge of|involved in|tasked with|worked on)\s(?P<name>.+)",
    r"(?:and|or|&|the|using|plus|incl\.?|including|etc\.?)\s(?P<name>.+)",
    r"(?P<name>.+?),? (?:etc\.?|and (?:so on|more|others)|daily|[0-9]+\+? ?(?:wpm|kph|cpm))",
)
VERSION = (
    r"(?P<name>.*[^\W\d]\S*)[\s-]v?(?P<number>(?:[0-9]{1,3}|(?:19|20)[0-9]{2})(?:\.[0-9x]+)*\+?"
    r"(?:\s?/\s?(?:[0-9]{1,3}|(?:19|20)[0-9]{2}))*)"
)
NUMBERED = (
    r".*\S\s?(?:[:=]\s?(?:level )?|[ ,]+(?:at )?level )(?P<number>-?[0-9]{1,9}(?:\.[0-9]{1,9})?)"
)
BRACKETED = r"(?P<name>[^()]*\S)\s?\((?P<inner>[^()]+)\)"
RELEASES = r"(?:.*\s)?windows\s(?:[0-9]|1[01])\s?/\s?(?:10|11)"
"""Two releases of an operating system, which look like so many points out of ten."""

STARS = frozenset("\u2605\u2b50\u25cf\u2b24\u25a0\u2606\u25cb\u25a1*%")
DIGITS, MARKS = ("1", "2", "3", "4", "5"), (":", "=")
"""What `sql:3` and `sql = 3` end in: the first pattern finds the same, and is long to compile."""

TELLING_SIGNS = frozenset("0123456789:=([%*/&\u2605\u2b50\u25cf\u2b24\u25a0\u2013\u2014~")
TELLING_WORDS = frozenset(
    word for words in (*LEVEL_OF_WORD, *NUMBER_WORDS, *AFTER.split("|")) for word in words.split()
) | frozenset(
    words_of(
        """
        experience experienced responsible charge involved tasked exp knowledge skill skills
        skilled understanding command competence competency competencies background
        awareness level user grasp practice ability abilities proven demonstrated certified
        training trained qualified worked work able use usage used using i i'm i've i\u2019m
        i\u2019ve we can know knows have am was do did and or the plus incl including etc
        daily self taught year years month months week weeks decade decades since pro basics
        somewhat quite fairly pretty really reasonably relatively extremely highly -
        practical hands on professional versed
        """
    )
)
"""Without any of these signs and words a text says nothing of a level, and has none taken off."""

LONGEST_READ = 300
MOST_READINGS = 9


class Reading(msgspec.Struct, frozen=True):
    """What is left of a text when its level, 1 to 5, and its version are taken out of it.

    `said` are the words of the level, `years` how long is said. `is_ahead` says that the level
    stands before the name, so that it may hold for more; `is_linked` that it is tied to it by a
    word such as "in", so that it may hold for all of a list. An aside is what stands in brackets,
    as the short form in "machine learning (ML)".
    """

    words: str
    level: int | None = None
    version: str | None = None
    is_aside: bool = False
    said: str | None = None
    years: float | None = None
    is_ahead: bool = False
    is_linked: bool = False


def read_levels(text: str, year: int | None = None) -> Iterator[Reading]:
    """Read a text in several ways: whole first, then with more and more of level and noise off.

    `year` is the present one, without which "since 2015" says no level.

    Why: "advanced mathematics" may be a name, and only an index can tell; a reading is tried after
    the ones before it have found nothing, and worked out no sooner.
    """
    if len(text) > LONGEST_READ:
        yield Reading(text)
        return
    reading = Reading(" ".join(text.split()))
    yield reading
    if not may_say_level(reading.words):
        return
    asides: list[Reading] = []
    for _ in range(MOST_READINGS):
        if (shorter := take_off(reading, year)) is None:
            break
        is_same_level = shorter.said == reading.said
        if is_same_level and (match := read(BRACKETED, reading.words)):
            asides.append(
                msgspec.structs.replace(shorter, words=match["inner"], version=None, is_aside=True)
            )
        reading = shorter
        yield reading
    yield from asides


def take_off(reading: Reading, year: int | None = None) -> Reading | None:
    """Return the reading with one more level, noise word, bracket or version taken off, if any."""
    text = reading.words
    if has_marked_level(text):
        return take_level(reading, text[:-1].rstrip()[:-1].rstrip(), text[-1], int(text[-1]))
    if text[-1:] in {",", ";", "."} and text[:-1].strip():
        return with_words(reading, text[:-1].rstrip())
    for pattern in (*BEHIND, *LINKED_FORMS, BEFORE_FORM, *LATER):
        match = read(pattern, text)
        if match and match["name"].strip() and not read(RELEASES, text):
            level, years = level_said(match, year)
            shorter = take_level(reading, match["name"], said_in(match), level, years)
            is_linked = pattern in LINKED_FORMS
            return msgspec.structs.replace(
                shorter,
                is_ahead=shorter.is_ahead or is_linked or pattern == BEFORE_FORM,
                is_linked=shorter.is_linked or is_linked,
            )
    for pattern in NOISE:
        if match := read(pattern, text):
            return with_words(reading, match["name"])
    if match := read(BRACKETED, text):
        return with_words(reading, match["name"])
    if reading.version is None and (match := read(VERSION, text)) and not says_no_level(text):
        return msgspec.structs.replace(reading, words=match["name"], version=match["number"])
    return None


def take_level(
    reading: Reading,
    name: str,
    said: str,
    level: int | None,
    years: float | None = None,
) -> Reading:
    """Return the reading of a name with a level taken off; the first that is said counts."""
    if reading.said is not None:
        return with_words(reading, name)
    return Reading(name.strip(), level, None, reading.is_aside, said, years)


def with_words(reading: Reading, words: str) -> Reading:
    """Return the reading with other words."""
    return msgspec.structs.replace(reading, words=words.strip())


def has_marked_level(text: str) -> bool:
    """Say whether a text ends as `sql:3` and `sql = 3` do, with something before it."""
    if text[-1:] not in DIGITS:
        return False
    marked = text[:-1].rstrip()
    return marked[-1:] in MARKS and bool(marked[:-1].strip())


def has_stars(text: str) -> bool:
    """Say whether a text has signs of a level that a name is compared without."""
    return not STARS.isdisjoint(text)


def may_say_level(text: str) -> bool:
    """Say whether a text has any sign or word that a level, or noise around a name, is made of."""
    if not TELLING_SIGNS.isdisjoint(text) or text[-1:] in {",", ";", "."}:
        return True
    plain = text.lower().replace("-", " - ").replace(".", " ")
    return not TELLING_WORDS.isdisjoint(plain.split())


def level_said(match: re.Match[str], year: int | None) -> tuple[int | None, float | None]:
    """Return the level, 1 to 5, and the years that what a pattern found says."""
    groups = match.groupdict()
    if number := groups.get("level"):
        return int(number), None
    if word := groups.get("word"):
        return level_of(word), None
    if groups.get("number") or groups.get("since") or groups.get("first"):
        years = years_said(groups, year)
        return (None if years is None else level_of_years(years)), years
    if count := groups.get("count"):
        return int(count), None
    if stars := groups.get("stars"):
        full = sum(stars.count(each) for each in "\u2605\u2b50\u25cf\u2b24\u25a0*")
        return min(5, full if len(stars) <= 5 else ceil(5 * full / len(stars))), None
    whole = float(groups["whole"] or 100)
    return min(5, ceil(5 * float(groups["share"]) / whole)) or None, None


def years_said(groups: dict[str, str | None], year: int | None) -> float | None:
    """Return how many years a duration, a year or a span of years is, None without a clock."""
    if number := groups.get("number"):
        word = " ".join(number.lower().split())
        count = NUMBER_WORDS.get(word)
        unit = (groups["unit"] or "y").lower()[0]
        return YEARS_IN[unit] * (float(word.replace(",", ".")) if count is None else count)
    start = int(groups.get("since") or groups.get("first") or 0)
    last = groups.get("last") or ""
    end = int(last) if last.isdigit() else year
    return None if end is None or end < start else float(end - start)


def said_in(match: re.Match[str]) -> str:
    """Return the words of a level as they stood, without the name and what joins them."""
    text, start, end = match.string, *match.span("name")
    said = text[end:] if start == 0 else text[:start]
    return said.strip(" :=-\u2013\u2014([)],")


def read(pattern: str, text: str) -> re.Match[str] | None:
    """Match a pattern with a whole text, whatever its letter case."""
    return whole(pattern).match(text)


@cache
def whole(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that a whole text is to fit, when it is first needed."""
    return compiled(pattern + r"\Z")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed, because most words need none."""
    return re.compile(pattern, re.IGNORECASE)


def level_of(said: str) -> int | None:
    """Return the level that a number of 1 to 5 or a word says, or None."""
    plain = " ".join(said.lower().replace("-", " ").split())
    return int(plain[0]) if plain[0] in "12345" else LEVEL_OF_WORD.get(plain)


def level_of_years(years: float) -> int:
    """Return the level that so many years of practice are taken for."""
    return next((level for least, level in LEVEL_OF_YEARS if years >= least), 1)


def says_no_level(text: str) -> bool:
    """Whether a text ends in a level that there is not: `sql:9`, `sql=0`, "SQL level 7"."""
    match = read(NUMBERED, " ".join(text.split())) if len(text) <= LONGEST_READ else None
    return match is not None and match["number"] not in {"1", "2", "3", "4", "5"}
