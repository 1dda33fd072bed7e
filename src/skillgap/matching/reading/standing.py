"""What is said of a credential beside its name: held, run out, not yet passed, or nobody knows."""

from __future__ import annotations

import datetime as dt
import re

from skillgap.matching.levels import compiled, whole
from skillgap.matching.lexicon import words_of
from skillgap.matching.reading.part import PartStatus

MONTHS = tuple(words_of("jan feb mar apr may jun jul aug sep oct nov dec"))
MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
YEAR = r"(?:19|20)[0-9]{2}"
DATE = (
    rf"(?:{YEAR}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?|(?:[0-9]{{1,2}}[-/.]){{1,2}}{YEAR}"
    rf"|(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s)?{MONTH}\s(?:[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s)?{YEAR}"
    rf"|(?:(?:early|mid|late|end of|spring|summer|autumn|fall|winter)[ -])?{YEAR}"
    r"|(?:0?[1-9]|1[0-2])/[0-9]{2})"
)
NOW = r"(?:present|now|today|current|date)"
JOINS = r"(?:\s?:\s?|\s(?:(?:date|on|in|at|since|by|as of|it)\s)*|(?<=\.))"
UNTIL = r"(?:until|till?|thru|through|to|up to|before|:)"
IT = r"(?:(?:it|which|that|and|but|now|still|currently|is|was|has|been|be|will|to)\s)*"

ENDS = (
    rf"{IT}(?:(?:expir(?:es|e|ing|y|ation)|exp\.?|runs out|ends|ending|(?:due for )?renewal due"
    rf"|renew(?:s|al)?(?: by)?){JOINS}?(?:{UNTIL}\s?)?"
    rf"|(?:(?:valid|good|active|current|in force|certified|held|lasts)\s)?{UNTIL}\s)"
    rf"\s?(?P<end>{DATE})"
)
SPAN = rf"(?:from\s)?(?P<start>{DATE})\s?(?:-|\u2013|to|until|till)\s?(?:(?P<end>{DATE})|{NOW})"
BEGINS = (
    rf"{IT}(?:(?:renewed|recertified|re-certified|earned|obtained|passed|awarded|achieved|certified"
    rf"|issued|got|gained|received|completed|granted|active|valid|held|holder|since|from|in|of"
    rf"|class"
    rf" of|starting){JOINS}?)?\s?(?P<start>{DATE})"
)
PLANNED = (
    rf"{IT}(?:(?:expected|planned|anticipated|due|scheduled|booked|aiming for|target(?:ed)?|by|eta"
    rf"|exam|test){JOINS}?(?:by\s)?)+\s?(?P<by>{DATE})"
)
RAN_OUT = (
    rf"{IT}(?:expired|lapsed|inactive|invalid|suspended|revoked|withdrawn|surrendered|cancell?ed"
    rf"|retired|void|rescinded|lost|not (?:active|current|valid|renewed|in force|in good standing)"
    rf"|no longer (?:valid|active|current|held|certified)|out of date|ran out|exp\.?)"
    rf"(?:{JOINS}(?:\(?{DATE}\)?))?"
)
FAILED = (
    rf"{IT}(?:failed|fail|not passed|(?:did|have|has)(?: not|n['\u2019]?t) pass(?:ed)?|never passed"
    rf"|denied|rejected|refused|not (?:held|earned|obtained|certified|granted|awarded|completed)"
    rf"|withdrew|ineligible|not eligible)"
    rf"(?:\s(?:the\s)?(?:exam|test|it|twice|once))?(?:{JOINS}{DATE})?"
)
UNDER_WAY = (
    rf"{IT}(?:(?:the\s)?(?:exam|test|certification|course)\s)?{IT}"
    r"(?:not (?:yet )?(?:taken|sat|done|finished|attempted|complete)(?: yet)?|not yet"
    r"(?: (?:passed|earned|certified|obtained|held|awarded|completed))?"
    r"|yet to (?:pass|take|sit|earn)(?: it| the exam)?|re-?tak(?:e|ing)|re-?sit(?:ting)?"
    r"|retry(?:ing)?|second attempt|study(?:ing)?(?: for it)?|preparing"
    r"|appl(?:ied|ying)(?: for)?|application (?:sent|submitted|pending)"
    r"|waiting(?: for (?:results?|the exam))?|awaiting(?: results?| exam)?|eligible"
    r"|aspir(?:ing|ant)|hopeful|planned|scheduled|booked|upcoming|soon|coming soon|registered"
    r"|enrolled|candidate|candidacy|pending|in progress|in-progress|ongoing|under ?way|wip|partial"
    r"|partly|partially(?: (?:done|complete(?:d)?))?|halfway|half done|almost(?: done)?"
    r"|taking(?: (?:it|the exam))?|working (?:on|towards?)(?: it)?|pursuing"
    r"|next (?:week|month|year|spring|summer|fall|autumn|winter)|this year|later"
    r"|wanted|to do|todo|tbd)"
    rf"(?:{JOINS}(?:{DATE}))?"
)
PREPARATION = (
    r"(?:(?:study|prep|preparation|exam prep|training)\s)?(?:group|course|class|guide|bootcamp"
    r"|training"
    r"|trainee|student|studies|studying|study|prep|preparation|planning|application|goal|future"
    r"|wish)"
)
HELD = (
    r"(?:(?:it|is|still|currently|now|and|fully|i am|i have it|yes)\s?,?)*"
    r"(?:active|current|currently active|valid|in force|not (?:yet )?expired|unexpired|certified"
    r"|passed(?: (?:the )?(?:exam|test))?|earned|renewed|recertified|in good standing|good standing"
    r"|for life|lifetime|no expiry|never expires|holder|held|completed|complete|obtained|done|yes"
    r"|verified|licensed|credentialed|achieved|awarded|got it|have it)"
)
SCORE = (
    r"(?:(?:exam|test|progress|course|score|at)\s?:?\s?)*[0-9]{1,3}\s?%(?:\s(?:done"
    r"|complete(?:d)?|ready))?"
)

FORMS: tuple[tuple[str, PartStatus], ...] = (
    (SPAN, "matched"),
    (ENDS, "matched"),
    (PLANNED, "in-progress"),
    (BEGINS, "matched"),
    (RAN_OUT, "expired"),
    (FAILED, "negated"),
    (UNDER_WAY, "in-progress"),
    (HELD, "matched"),
    (SCORE, "ambiguous"),
    (PREPARATION, "in-progress"),
)
"""Each with the status that it gives where no date in it tells another."""

AHEAD: tuple[tuple[str, PartStatus], ...] = (
    (rf"(?:i\s)?(?:{RAN_OUT})\s(?:my\s|the\s)?(?P<name>.+)", "expired"),
    (
        (
            r"(?:i\s)?(?:had|used to (?:have|hold|be)|formerly held|once held)"
            r"\s(?:my\s|the\s|an?\s)?(?P<name>.+)"
        ),
        "expired",
    ),
    (
        (
            r"(?:i\s)?(?:failed|did(?: not|n['\u2019]?t) pass|have not passed|never passed)"
            r"\s(?:my\s|the\s)?(?P<name>.+?)(?:\s(?:exam|test))?"
        ),
        "negated",
    ),
    (
        (
            r"(?:i\s(?:am\s)?|i['\u2019]m\s)?(?:re-?taking|re-?sitting|appl(?:ied|ying) for"
            r"|awaiting|eligible for|booked|scheduled)\s(?:my\s|the\s)?(?P<name>.+?)(?:\s(?:exam"
            r"|test))?"
        ),
        "in-progress",
    ),
)
BEHIND = (
    r"(?P<name>.+?[\w)+])(?<!\bnot)(?<!\bno)(?<!\bnever)(?:\s*[(\[]\s*"
    r"|\s+(?:[-\u2013\u2014]\s*)?){form}\s*[)\]]?"
)
BEHIND_COMMA = r"(?P<name>.+?[\w)+])\s*[,:;]\s*{form}"
"""In a list what stands behind a comma may be a thing by itself, as a training is."""


TELLING = (
    r"[0-9]{2}|%|expir|exp\b|laps|valid|activ|current|renew|pass|fail|retak|re-|resit|stud|appl"
    r"|suspend|revok|withdr|surrend|cancel|inelig|elig|not\b|n['\u2019]t|never|void|lost|had "
    r"|used to|once |book|sched"
    r"|await|wait|group|course|class|guide|bootcamp|train|prep|plan|goal|future|wish|soon|enrol"
    r"|pend|progress|goal|complete|done|hold|held|standing|aspir|hopeful|halfway|half|almost"
    r"|next|later|partial|candida|ongoing|way|wip|retry|attempt|eta\b|todo|tbd|in force"
    r"|certified|earned|retired|denied|reject|refus|rescind|yet|inactiv"
)
"""Without any of these a text says nothing of how a credential stands."""

Days = tuple[dt.date, dt.date]
"""The first and the last day that the present one may be, the same where it is known."""


def read_standing(text: str, days: Days | None) -> tuple[PartStatus, str] | None:
    """Return the status that a text gives to the credential in it, and the words that name it.

    The status is `ambiguous` where only a clock could tell, None where the text says nothing.
    """
    text = text.strip()
    if compiled(TELLING).search(text) is None:
        return None
    for form, status in FORMS:
        match = None
        if form is not PREPARATION:
            match = whole(BEHIND_COMMA.replace("{form}", f"(?:{form})")).match(text)
        if match is None:
            match = whole(BEHIND.replace("{form}", f"(?:{form})")).match(text)
        if match is not None:
            return status_of(match, status, days), match["name"]
    for form, status in AHEAD:
        match = whole(form).match(text)
        if match is not None:
            return status, match["name"]
    return None


def standing_of(said: str, days: Days | None) -> PartStatus | None:
    """Return the status that the words beside a credential give to it; None for unknown words."""
    for form, status in FORMS:
        match = whole(form).match(said.strip())
        if match is not None:
            return status_of(match, status, days)
    return None


def status_of(match: re.Match[str], status: PartStatus, days: Days | None) -> PartStatus:
    """Return the status that a form gives, as its dates lie before or after the present day."""
    groups = match.groupdict()
    start, end, by = (
        range_of(date) if (date := groups.get(name)) else None for name in ("start", "end", "by")
    )
    if not (start or end or by):
        return status
    if days is None:
        return "ambiguous" if end or by else status
    first, last = days
    if start and start[0] > last:
        return "in-progress"
    if end and end[1] < first:
        return "expired"
    if by:
        return "in-progress" if by[1] >= first else "ambiguous"
    return status


def range_of(written: str) -> Days | None:
    """Return the first and the last day of a written date, None where there is no such date.

    Of day and month in figures it takes the order that is one, the later where both are.
    """
    text = written.lower()
    found = compiled(rf"\b{YEAR}\b").search(text)
    numbers = [
        int(each)
        for each in compiled(r"[0-9]+").findall(text.replace(found[0], " ", 1) if found else text)
    ]
    if found is None:
        numbers, year = numbers[:1], 2000 + numbers[1]
    else:
        year = int(found[0])
    named = next(
        (place for place, name in enumerate(MONTHS, 1) if compiled(rf"\b{name}").search(text)), None
    )
    if named is not None:
        tries = [(named, *numbers)]
    elif text.startswith(str(year)):
        tries = [tuple(numbers)]
    else:
        tries = [tuple(numbers), tuple(reversed(numbers))]
    ranges = []
    for each in tries:
        try:
            ranges.append(days_of(year, *each))
        except ValueError:
            continue
    return max(ranges, default=None)


def days_of(year: int, month: int | None = None, day: int | None = None) -> Days:
    """Return the first and the last day of a year, a month or a day. Raises `ValueError`."""
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        first = dt.date(year, month, 1)
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return first, following - dt.timedelta(days=1)
    return dt.date(year, month, day), dt.date(year, month, day)
