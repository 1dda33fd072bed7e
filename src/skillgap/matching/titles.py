"""Job titles as they stand in postings, read down to what the job is called."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from skillgap.matching.levels import read_levels

LONGEST_READ = 300

# What says how high a post is, or on what terms, and not what its holder does; at either end of a
# title only, because a staff accountant and a lead generator are called so.
RANKS = (
    r"senior|snr|sr|junior|jnr|jr|entry[ -]level|mid[ -]level|trainee|apprentice|intern(?:ship)?"
    r"|(?:fresh|new|recent) graduates?|graduate|principal|chief of|lead|staff|global|regional|group"
)
TERMS = (
    r"remote(?:ly)?|hybrid|on[ -]?site|part[ -]time|full[ -]time|permanent|temporary|temp"
    r"|contract(?:or)?|freelance|urgent(?:ly)?|hiring|wanted|needed|required|vacancy|opening|job"
    r"|position|role|work from home|wfh|immediate(?: start)?|night shift|day shift|weekends?"
    r"|m/f/d|f/m/d|m/w/d|f/m|m/f"
)
AT_THE_START = rf"(?:{RANKS}|{TERMS}|experienced|certified|we are hiring|looking for)\b[\s.:,-]*"
AT_THE_END = rf"[\s,-]*\b(?:{RANKS}|{TERMS}|[1-5]|i{{1,3}}|iv|v)\b[.\s!]*"
BRACKETED = r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}"
REQUISITION = (
    r"(?:\b(?:req|requisition|job|ref|id|no)\b\.?\s*)?(?:id|no)?\.?\s*[#:]?\s*"
    r"\b[a-z]{0,4}-?\d{3,}[\w-]*"
)
DASHES = r"\u2010-\u2015|@\u2022\u00b7"
DIVIDING = rf"\s+[-{DASHES}]+\s*|\s*[{DASHES}]+\s+|\s*[,;:]\s+|\s+(?:at|in|for)\s+"
EITHER = r"\s*/\s*|\s+or\s+|\s+cum\s+"
MOST_PARTS = 6
AROUND = " -\u2010\u2011\u2012\u2013\u2014\u2015,/.!*|"


class TitleReading(msgspec.Struct, frozen=True):
    """One way to read a title: the names that it gives the job, of which each must say the same.

    `is_aside` where something that comes first was left out, so that it is at most asked about.
    """

    names: tuple[str, ...]
    is_aside: bool = False


def read_title(text: str) -> Iterator[TitleReading]:
    """Read a job title in several ways: whole first, then with less and less around the job's name.

    Why: a posting's title has a place, a number, a rank and terms in it, and "senior" may yet be a
    part of what a job is called; a reading is tried after the ones before it have found nothing.
    """
    if len(text) > LONGEST_READ:
        yield TitleReading((text,))
        return
    seen: set[tuple[tuple[str, ...], bool]] = set()
    for reading in read_all_ways(" ".join(text.split())):
        key = (reading.names, reading.is_aside)
        if all(reading.names) and key not in seen:
            seen.add(key)
            yield reading


def read_all_ways(text: str) -> Iterator[TitleReading]:
    """Read a title in every way, some of them twice."""
    yield TitleReading((text,))
    for reading in read_levels(text):
        if not reading.is_aside:
            yield TitleReading((reading.words,))
    plain = cut_numbers(pattern(BRACKETED).sub(" ", text))
    yield TitleReading((plain,))
    yield TitleReading((cut_ends(plain),))
    parts = [part for part in pattern(DIVIDING).split(plain) if part.strip()][:MOST_PARTS]
    bare = [cut_ends(part) for part in parts]
    first = next((place for place, part in enumerate(bare) if part), 0)
    for place, part in enumerate(bare):
        is_aside = place > first
        yield TitleReading((part,), is_aside)
        if len(either := [cut_ends(each) for each in pattern(EITHER).split(part) if each]) > 1:
            yield TitleReading(tuple(each for each in either if each), is_aside)
    for inside in pattern(BRACKETED).findall(text):
        yield TitleReading((cut_ends(inside[1:-1]),), is_aside=True)


def cut_numbers(text: str) -> str:
    """Leave out the numbers by which postings are told apart."""
    return " ".join(pattern(REQUISITION).sub(" ", text).split()).strip(AROUND)


def cut_ends(text: str) -> str:
    """Leave out what stands at either end and is no part of what a job is called."""
    text = text.strip(AROUND)
    while True:
        shorter = pattern(rf"^{AT_THE_START}").sub("", text)
        shorter = pattern(rf"{AT_THE_END}$").sub("", shorter).strip(AROUND)
        if shorter == text:
            return text
        text = shorter


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed."""
    return re.compile(source, re.IGNORECASE)
