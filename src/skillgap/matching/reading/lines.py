"""Lines and lists: what is said of one part of them and what of all."""

from __future__ import annotations

import msgspec

from skillgap.matching.levels import (
    BY_WORD,
    HOW_LONG,
    LINK,
    PRACTICE,
    Reading,
    compiled,
    level_of,
    level_said,
    whole,
)
from skillgap.matching.normalize import normalize
from skillgap.matching.reading.divide import COMMAS, TURNS, divide, lines_of
from skillgap.matching.reading.held_or_not import Denial, read_denial
from skillgap.matching.reading.items import read_item
from skillgap.matching.reading.named import find_name, find_whole, how_it_stands
from skillgap.matching.reading.names import read_name
from skillgap.matching.reading.other import read_title, years_of
from skillgap.matching.reading.part import Part, PartStatus, with_level, with_status
from skillgap.matching.reading.titles import is_title, without_seniority
from skillgap.matching.reading.vocabulary import Vocabulary

MOST_JOINED = 5
LIKELIEST = 2
"""So many of what a name may mean are likely enough for their company to settle it."""

MOST_ITEMS = 400
HEADING = r"(?P<head>[^:]{1,60}?)\s?:(?P<rest>\s.*\S|\S.*)"
HEADING_DASH = r"(?P<head>[^:,]{1,40}?)\s[-\u2013\u2014]\s(?P<rest>.*\S)"
NOT_ONLY = r"not only (.+?),? but (?:also )?(.+)"
ALL_OF_THEM = (
    r"(?P<list>.+?,.+?)[\s,;:(\u2013\u2014-]+all(?: of them)?(?: at)? (?P<said>[^,()]+)\)?"
)
INTRODUCTION = r"(?:an? |i am an? )?(?P<title>[^,;:]{3,60}?) with (?P<rest>.*\b(?:years?|yrs?)\b.*)"
STANDS_FOR_ALL = "these"
"""What a heading is read before, to see whether it denies what it stands over."""

AS_TITLE = (
    rf"(?:i have |with |i['\u2019]ve )?(?P<long>{HOW_LONG})\sas\s(?:an?"
    rf"|the)\s(?P<title>[^,;:]{{3,60}}?)"
    r"(?:\s(?:working|using|building|coding|developing|experienced))?\s(?:with|in|using"
    r"|on)\s(?P<rest>.+)"
)
LEADING_LINK = r"\A(?:and/or|and|or|&|as well as|plus)\s+"
THINGS = (
    r"(?:skills?|tools?|technolog(?:y|ies)|languages?|software|programs|things|areas|topics"
    r"|subjects"
    r"|knowledge|experience|qualifications?|certifications?|certificates?|certs?|credentials?)"
)
OF_THINGS = rf"\A(?:\w+\s){{0,2}}{THINGS}\s(?:that\s|which\s)?(?=(?:i|we)\b)"
"""What a heading such as "Skills I lack" begins with before it says what of them."""

HEADINGS_OF_STATUS: tuple[tuple[str, PartStatus], ...] = (
    (r"(?:currently |now )?(?:in progress|studying|studying for|pursuing|ongoing)", "in-progress"),
    (
        (
            r"(?:to learn|want(?:s)? to learn|learning goals?|goals?|wish ?list|next|planned"
            r"|interests?|interested in|would like to learn|want"
            rf"|(?:(?:job|role|position|minimum|basic|key)\s)?requirements?"
            rf"|(?:skills?|tools?|qualifications?|experience|knowledge|certifications?|certs?)\s"
            rf"(?:i\s|we\s|is\s|are\s)?(?:wanted|needed|required|desired|preferred"
            rf"|to (?:learn|acquire|get|improve|develop|gain))"
            rf"|(?:wanted|needed|required|desired|preferred|target|future|planned)\s"
            rf"(?:\w+\s)?{THINGS}|(?:wanted|needed|required|desired|preferred)"
            rf"|(?:must|nice)[ -](?:to[ -])?haves?|what (?:i|we|you['\u2019]?ll|you) (?:need|want)"
            rf"|(?:looking|applying|search(?:ing)?) for|seeking"
            rf"|(?:target|desired|dream)\s(?:role|job|position|title|career)s?)"
        ),
        "wanted",
    ),
    (
        (
            r"(?:no|none|not|never|not known|unknown|no experience(?: with| in)?"
            r"|no knowledge(?: of)?|don['\u2019]?t know|do not know|not familiar(?: with)?"
            rf"|not yet|(?:missing|lacking|absent)(?:\s{THINGS})?|{THINGS}\s(?:missing|lacking)"
            r"|(?:my\s)?weak(?:ness(?:es)?|\s(?:points?|spots?|areas?))|(?:skills?\s)?gaps?)"
        ),
        "negated",
    ),
    (r"(?:expired|lapsed)(?: certification[s]?| cert[s]?)?", "expired"),
)


class Said(msgspec.Struct, frozen=True):
    """What a heading, or the words before a list, say of everything under them."""

    level: int | None = None
    level_said: str | None = None
    years: float | None = None
    status: PartStatus = "matched"

    def of(self, parts: list[Part]) -> list[Part]:
        """Return the parts with what is said of them all; what they say themselves goes before."""
        return [
            with_status(
                with_level(part, self.level, self.level_said, self.years)
                if part.kind in ("skill", "none")
                else part,
                self.status,
            )
            for part in parts
        ]


NOTHING_SAID = Said()


def read_text(vocabulary: Vocabulary, text: str) -> list[Part]:
    """Read lines one after the other; a heading on a line of its own holds until the next."""
    parts: list[Part] = []
    said = NOTHING_SAID
    for line in lines_of(text):
        if line.endswith(":") and len(line) < 60:
            said = heading_says(line[:-1]) or NOTHING_SAID
            continue
        parts += said.of(read_line(vocabulary, line))
    return settle_by_company(vocabulary, without_repeats(parts))


def read_line(vocabulary: Vocabulary, line: str, *, is_start: bool = True) -> list[Part]:
    """Read one line: its halves around "but", its heading, its list.

    What is denied where a line starts is denied of all its list, elsewhere only up to an "or".
    """
    line = line.strip()
    if part := read_name(vocabulary, line) or find_whole(vocabulary, line):
        return [part]
    if "not only" in line.lower():
        line = compiled(NOT_ONLY).sub(r"\1 and \2", line)
    turns = divide(line, TURNS)
    if len(turns) > 1:
        return [
            part
            for place, (start, end) in enumerate(turns)
            for part in read_line(vocabulary, line[start:end], is_start=is_start and not place)
        ]
    if under_heading := read_heading(vocabulary, line):
        return under_heading
    if (match := whole(ALL_OF_THEM).match(line)) and (said := heading_says(match["said"])):
        return said.of(read_list(vocabulary, match["list"]))
    if parts := read_introduction(vocabulary, line):
        return parts
    return read_list(vocabulary, line, is_start=is_start)


def read_introduction(vocabulary: Vocabulary, line: str) -> list[Part]:
    """Read "nurse with 5 years of experience in triage": a title, and what goes with it."""
    lowered = line.lower()
    told = whole(AS_TITLE).match(line) if " as a" in lowered or " as the " in lowered else None
    if told is not None and is_title(without_seniority(told["title"])):
        years = years_of(vocabulary, told["long"])
        said = Said(years.level, years.said, years.years)
        held = read_title(vocabulary, without_seniority(told["title"]), years)
        return [held, *said.of(read_list(vocabulary, told["rest"]))]
    match = whole(INTRODUCTION).match(line) if " with " in lowered else None
    title = without_seniority(match["title"]) if match else ""
    if match is None or not is_title(title):
        return []
    rest = match["rest"]
    part = read_title(vocabulary, title, years_of(vocabulary, rest))
    return [part] if says_only(rest) else [part, *read_list(vocabulary, rest)]


def read_heading(vocabulary: Vocabulary, line: str) -> list[Part]:
    """Read a line such as "Tools: Git, Docker" or "expert: java, sql"; nothing where it is none.

    A heading that is no level counts as a part only where nothing under it is understood.
    """
    dashed = whole(HEADING_DASH).match(line)
    if dashed and (said := heading_says(dashed["head"])):
        return said.of(read_line(vocabulary, dashed["rest"]))
    match = whole(HEADING).match(line) if ":" in line else None
    if match is None:
        return []
    head, rest = match["head"].strip(), match["rest"]
    if said := heading_says(head):
        return said.of(read_line(vocabulary, rest))
    first = line[slice(*divide(line, COMMAS)[0])]
    denied = read_denial(first)
    if not rest[:1].isspace() or says_level_of(vocabulary, first, head):
        return []
    if denied is not None and normalize(denied.rest) == normalize(head):
        return []
    under = read_line(vocabulary, rest)
    if any(part.is_understood and part.kind != "none" for part in under):
        return under
    above = read_item(vocabulary, head)
    return above if any(part.is_understood for part in above) else under


def heading_says(head: str) -> Said | None:
    """Return what a heading says of all that is under it, None where it is only a heading."""
    plain = " ".join(head.split()).strip(" -\u2013*")
    for pattern, status in HEADINGS_OF_STATUS:
        if whole(pattern).match(plain):
            return Said(status=status)
    denied = read_denial(f"{compiled(OF_THINGS).sub('', plain)} {STANDS_FOR_ALL}")
    if denied is not None and denied.rest == STANDS_FOR_ALL:
        return Said(status=denied.status)
    if plain and not plain[0].isdigit() and (level := level_of(plain)):
        return Said(level, plain)
    level_form = (
        rf"(?:{HOW_LONG}|(?:an? )?{BY_WORD}(?:[ -]level)?)(?:\s(?:{PRACTICE}|{LINK.strip()}))*\s*\Z"
    )
    match = compiled(level_form).match(plain + " ") or compiled(level_form).match(plain)
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("word"):
        return Said(level_of(groups["word"]), plain)
    level, years = level_said(match, None)
    return Said(level, plain, years) if years is not None else None


def says_level_of(vocabulary: Vocabulary, item: str, head: str) -> bool:
    """Say whether an item gives the level of the words before its colon, as "SQL: expert" does."""
    return any(
        reading.said is not None
        and normalize(reading.words).startswith(normalize(head))
        and len(normalize(reading.words)) <= len(normalize(head))
        for reading in vocabulary.read(item)
    )


def read_list(vocabulary: Vocabulary, line: str, *, is_start: bool = True) -> list[Part]:
    """Read a list with commas; names that have some stay whole."""
    spans = joined(vocabulary, line, divide(line, COMMAS))[:MOST_ITEMS]
    items = [compiled(LEADING_LINK).sub("", line[start:end].strip()) for start, end in spans]
    if len(items) == 1:
        return read_item(vocabulary, items[0])
    first, *others = items
    is_closed = compiled(LEADING_LINK).match(line[slice(*spans[-1])].strip()) or compiled(
        r"\s(?:and|or|&|nor)\s"
    ).search(line[slice(*spans[-1])])
    parts = read_item(vocabulary, first)
    said = NOTHING_SAID
    denied = read_denial(first)
    if denied is not None and holds_for(denied, is_closed=bool(is_closed), is_start=is_start):
        said = Said(status=denied.status)
    elif (lead := lead_of(vocabulary, first)) and not any(
        own_level(vocabulary, each) for each in others
    ):
        said = Said(lead.level, lead.said, lead.years)
    for item in others:
        if said.status != "matched" and own_level(vocabulary, item):
            said = NOTHING_SAID
        parts += said.of(read_item(vocabulary, item))
    return parts


def holds_for(denied: Denial, *, is_closed: bool, is_start: bool) -> bool:
    """Say whether what is denied of the first of a list is denied of all of it."""
    if denied.is_for_list:
        return is_closed or (is_start and denied.status != "in-progress")
    return is_closed and denied.status == "negated"


def lead_of(vocabulary: Vocabulary, item: str) -> Reading | None:
    """Return the reading whose level stands before a list and is tied to it, if there is one."""
    return next((each for each in vocabulary.read(item) if each.is_linked and each.said), None)


def own_level(vocabulary: Vocabulary, item: str) -> bool:
    """Say whether an item says a level of its own."""
    return any(each.said is not None for each in vocabulary.read(item))


def joined(
    vocabulary: Vocabulary, line: str, spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Join neighbors that are one name, as "diversity, equity and inclusion", or name and level."""
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(spans):
        last = position
        while last + 1 < len(spans) and says_only(line[slice(*spans[last + 1])]):
            last += 1
        for end in range(min(position + MOST_JOINED, len(spans)) - 1, position, -1):
            if find_name(vocabulary, line[spans[position][0] : spans[end][1]], is_strict=True):
                last = end
                break
        found.append((spans[position][0], spans[last][1]))
        position = last + 1
    return found


def says_only(item: str) -> bool:
    """Say whether an item is only what is said of the one before: "2 yrs", "expert", "no"."""
    plain = item.strip(" .()")
    return not plain.isdigit() and heading_says(plain) is not None


def without_repeats(parts: list[Part]) -> list[Part]:
    """Return each thing once that is said several times in the same way, the best told one."""
    kept: dict[object, Part] = {}
    for part in parts:
        key = (part.kind, part.id, part.status) if part.id else (part.kind, part.text, part.status)
        known = kept.get(key)
        if known is None or (known.level or 0) < (part.level or 0):
            kept[key] = part
    return list(kept.values())


def settle_credentials(vocabulary: Vocabulary, parts: list[Part]) -> list[Part]:
    """Take a short name that may be a credential for one where others stand beside it."""
    if not any(part.kind == "credential" and part.is_counted for part in parts):
        return parts
    return [settle_credential(vocabulary, part) for part in parts]


def settle_credential(vocabulary: Vocabulary, part: Part) -> Part:
    """Return a part that may be one credential alone as that one, if it is clear how it stands."""
    if part.status != "ambiguous" or part.kind != "credential" or len(part.runners_up) != 1:
        return part
    told = how_it_stands(vocabulary, part.text)
    status = "matched" if told is None else told[0]
    if status not in ("matched", "expired"):
        return part
    (only,) = part.runners_up
    return msgspec.structs.replace(
        part, status=status, id=only.id, label=only.label, method="company", runners_up=()
    )


def settle_by_company(vocabulary: Vocabulary, parts: list[Part]) -> list[Part]:
    """Take what may mean several things for the one that belongs with the rest of the list.

    Why: GCP beside AWS and Azure is a cloud, and beside clinical trials it is good practice.
    """
    held = {part.id for part in parts if part.kind == "skill" and part.status == "matched"}
    parts = settle_credentials(vocabulary, parts)
    if len(parts) < 2 or not held:
        return parts
    kin = held | {each for id_ in held for each in vocabulary.broader_than(id_ or "")}
    settled = []
    for part in parts:
        near = [
            each
            for each in part.runners_up[:LIKELIEST]
            if part.status == "ambiguous"
            and each.kind == "skill"
            and not kin.isdisjoint((each.id, *vocabulary.broader_than(each.id)))
        ]
        if len(near) == 1 and len(part.runners_up) > 1:
            best = near[0]
            part = msgspec.structs.replace(  # noqa: PLW2901
                part, kind="skill", status="matched", id=best.id, label=best.label, method="company"
            )
        settled.append(part)
    return settled
