"""Whether a person says that they have something: not, not yet, no more."""

from __future__ import annotations

import msgspec

from skillgap.matching.levels import compiled, whole
from skillgap.matching.lexicon import words_of
from skillgap.matching.reading.part import PartStatus

FILLER = (
    r"(?:(?:yet|really|very|too|at|all|any|much|so|ever|even|actually|currently|formally|an?|the"
    r"|been|have|had|got)\s+)*"
)
DOING = (
    r"(?:familiar(?:ity)?|experienced?|knowledge|skill(?:s|ed)|use[d]?|using|know|worked|work"
    r"|working|touched|tried|learn(?:ed|t)?|studied|comfortable|good|proficien(?:t|cy)|confident"
    r"|able|exposure|exposed|understanding|background|seen|done|do|versed|trained|qualified"
    r"|certified|an? expert|expert|great|strong|fluent|speak)"
)
LINK = r"(?:\s+(?:with|in|of|at|to|on|using|about|use|yet|how|for|any|do))*"
AUXILIARY = (
    r"(?:i\s+|i['\u2019](?:m|ve)\s+|i\s+am\s+|i\s+have\s+|have\s+)?(?:(?:do|did|does|have|has|am"
    r"|is|are|was|can"
    r"|could)\s?(?:not|n['\u2019]?t)|dont|cannot|cant|ca(?:n['\u2019]?t)|havent|not|never"
    r"|no longer|unable to)"
)
I_AM = r"(?:i\s+am\s+|i\s+have\s+|i['\u2019](?:m|ve)\s+|i\s+|am\s+)?"
HOPELESS = (
    r"(?:(?:really|very|just|absolutely|completely|totally)\s+)?(?:terrible|awful"
    r"|horrible|hopeless|useless|clueless)"
)
NOT_LINKED = (
    rf"(?:{AUXILIARY}\s+(?:have\s+)?{FILLER}{DOING}{LINK}"
    rf"|(?:i\s+(?:have\s+)?)?(?:no|zero|little to no|without|lack(?:ing)?(?:\s+of)?"
    rf"|0 (?:years?|yrs?)(?: of)?)"
    rf"\s+{FILLER}(?:\w+\s+)?{DOING}{LINK}"
    rf"|{AUXILIARY}\s+{FILLER}(?:write\s+|do\s+|feel\s+)?[a-z]+\s+(?:in|with|using)"
    rf"|(?:i\s+)?(?:can(?:\s?no|['\u2019]?)t|do(?:n['\u2019]?t|\snot))"
    rf"(?:\s+(?:do|use|know|speak|write|have|code|program|understand))?"
    rf"|{I_AM}(?:unfamiliar\s+with|unskilled\s+(?:in|at)|new\s+to|{HOPELESS}\s+(?:at|in|with"
    rf"|about))"
    rf"|(?:{I_AM}lack(?:s|ing)?|i(?:\s+am|[\u2019']m)?\s+miss(?:ing)?)(?:\s+(?:of|in|any|the|an?))*"
    rf"|{AUXILIARY}\s+have)\s+(?P<rest>.+)"
)
NO_MORE = (
    rf"{I_AM}(?:(?:stopped|quit|ceased|gave\s+up|given\s+up|forgot(?:ten)?|unlearn(?:ed|t))"
    r"(?:\s+(?:using|doing|learning|working|practi[cs]ing|writing|coding|programming|how\s+to|use"
    r"|do|all|everything|most|my|the|of|about|with|in|on|it))*)\s+(?P<rest>.+?)"
    r"(?:\s+(?:in|since|after|around|back\s+in)\s+(?:\w+\s+)?(?:19|20)[0-9]{2}"
    r"|\s+(?:\w+\s+)?(?:years?|months?|long|ages)\s+ago)?"
)
NOT_BEFORE = (
    r"(?:(?:but|and|though)\s+)?(?:i\s+have\s+|i\s+know\s+)?(?:no|not|never|without|neither|nor"
    r"|except(?: for)?"
    r"|excluding|excl\.?|other than|instead of)\s+(?!only\b|just\b)(?:(?:yet|an?|the"
    r"|any)\s+)*(?P<rest>.+)"
)
NOT_AFTER = (
    r"(?P<rest>.+?)\s?(?:[:=?(\[,]|\s[-\u2013\u2014])\s?(?:no|none|nope|nil|never|not yet"
    r"|not at all|not really|zero|n/?a|not known|unknown|no experience|no knowledge|not used"
    r"|never used|not familiar|terrible|awful|horrible|hopeless|useless)\s?[)\]]?"
)
NOTHING_OF = (
    r"(?:(?:level|lvl\.?)\s)?0(?:[.,]0)?(?:\s?%|\s?(?:/|out of)\s?(?:5|10|100)"
    r"|\s?(?:years?|yrs?|months?|stars?|points?)(?:\s(?:of\s)?(?:experience|exp\.?))?)?"
    r"|[\u2606\u25cb\u25a1]{1,10}|(?:zero|no) (?:years?|stars?|points?)"
)
NOTHING_AFTER = (
    r"(?!.*[\u2605\u2b50\u25cf\u2b24\u25a0])"
    rf"(?P<rest>.+?)(?:\s?[:=(\[,]\s?|\s(?:[-\u2013\u2014]\s)?|(?=[\u2606\u25cb\u25a1]))"
    rf"(?:{NOTHING_OF})\s?[)\]]?"
)
NOTHING_BEFORE = (
    r"(?:i have\s)?(?:0|zero)\s?(?:years?|yrs?|months?|%)(?:['\u2019]?\s(?:of|in|with|using))?"
    r"(?:\s(?:experience|exp\.?|practice)(?:\s(?:of|in|with|using))?)?\s(?P<rest>.+)"
)
WANT = (
    r"(?:(?:i|we)\s+)?(?:['\u2019]?d\s+|would\s+|am\s+|['\u2019]m\s+|i['\u2019](?:d|m)\s+)?"
    r"(?:(?:really|also|very|currently|now|still)\s+)*"
    r"(?:(?:want(?:s|ing|ed)?|wish(?:ing)?|hop(?:e|ing)|plan(?:ning|s)?|look(?:ing)?|like|love"
    r"|going|aim(?:ing)?|intend(?:ing)?|need|keen|eager|willing|ready|interested|aspir(?:e|ing)"
    r"|motivated|excited)\s+(?:to|on|in|for|about)"
    r"(?:\s+(?:learn(?:ing)?|get(?:ting)?|study(?:ing)?|improve|improving|become|becoming|be"
    r"|know|master(?:ing)?|start(?:ing)?|try(?:ing)?|develop(?:ing)?|pick(?:ing)?|do(?:ing)?"
    r"|work(?:ing)?|more|better|up|into|at|in|with|an?|the|about|as|my|go|move|build)\b)*"
    r"|(?:(?:wants?|need|requires?|desires?|seek(?:ing)?)"
    r"|(?<=would\s)(?:like|love)|(?<=['\u2019]d\s)(?:like|love)"
    r"|wish\s+(?:that\s+)?i\s+(?:knew|had|could(?:\s+(?:use|do|speak|write))?))"
    r"(?:\s+(?:an?|the|some|more|better)\b)*"
    r"|(?:to learn|todo|wishlist|next|goals?|target|aspiring|future|learning goals?|to-do)\s?:?)"
    r"\s+(?P<rest>.+)"
)
WANT_AFTER = (
    r"(?P<rest>.+?)\s?(?:[:(\[,]|\s[-\u2013\u2014])\s?(?:want to learn|to learn|to be learn(?:ed|t)"
    r"|planned|next|wanted|would like to learn|wish|goal|future|interested|aspir(?:ing|ant)"
    r"|hopeful)\s?[)\]]?"
)
UNDER_WAY = (
    r"(?:(?:i\s+am|i['\u2019]m|am)\s+)?(?:(?:currently|now|still|actively|presently)\s+)*"
    r"(?:study(?:ing)?|studying|prepar(?:e|ing)|work(?:ing)?|pursuing|enrolled|training|taking"
    r"|sitting|completing|finishing|doing|registered|candidate|revising|reading)"
    r"(?:\s+(?:for|towards?|in|on|to(?: (?:be|become|get|obtain|pass|take))?|my|the|an?|exam))*"
    r"\s+(?P<rest>.+)"
)
UNDER_WAY_NEEDS = (
    r"(?:currently |now |still )?(?:i am |i['\u2019]m |am )?(?:currently |now |still )?"
    r"(?:study(?:ing)?\b|prepar(?:e|ing) for|working towards?|pursuing|enrolled in|training for"
    r"|training to|taking\b|sitting\b|completing|finishing|registered for|candidate for|revising"
    r"|studying|preparing)"
)
UNDER_WAY_AFTER = (
    r"(?P<rest>.+?)\s?[:(\[,\u2013\u2014-]*\s?(?:in progress|in-progress|ongoing|on-going|underway"
    r"|under way|candidate|pending|incomplete|unfinished|not finished|dropped out"
    r"|wip|student|(?:currently )?studying|in training|exam (?:booked|scheduled|planned|pending)"
    r"|(?:expected|anticipated|due)(?: (?:in )?(?:\w+ )?(?:20[0-9]{2}))?|started|enrolled"
    r"|(?:currently |still )?pursuing|(?:to be )?taken (?:soon|next \w+))\s?[)\]]?"
)
LAPSED = r"(?:(?:an? )?(?:expired|lapsed|former|inactive|outdated|old)\s+(?P<rest>.+))"
LAPSED_AFTER = (
    r"(?P<rest>.+?)\s?[:(\[,\u2013\u2014-]*\s?(?:\(?(?:(?:has |is |was |now )?(?:expired"
    r"|lapsed|inactive)"
    r"|no longer valid|not renewed|out of date|exp\.?)"
    r"(?:\s(?:in|since|on)?\s?(?:\w+\s)?(?:19|20)[0-9]{2})?(?:\s?\(?(?:19"
    r"|20)[0-9]{2}\)?)?)\s?[)\]]?"
)

FORMS: tuple[tuple[str, PartStatus, bool], ...] = (
    (NOT_LINKED, "negated", True),
    (NO_MORE, "negated", True),
    (WANT, "wanted", True),
    (NOT_AFTER, "negated", False),
    (NOTHING_AFTER, "negated", False),
    (NOTHING_BEFORE, "negated", False),
    (WANT_AFTER, "wanted", False),
    (UNDER_WAY_AFTER, "in-progress", False),
    (LAPSED_AFTER, "expired", False),
    (LAPSED, "expired", False),
    (UNDER_WAY, "in-progress", True),
    (NOT_BEFORE, "negated", False),
)
"""Each with the status it gives, and whether it stands before and holds for a whole list."""

TELLING_WORDS = frozenset(
    words_of(
        """
        no not none nope nil never n/a na without zero neither nor except excluding excl
        minus other instead lack lacking unfamiliar unskilled new cannot cant dont havent
        unknown want wants wanting wanted wish wishing wishlist hope hoping plan planning
        plans planned look looking like love going aim aiming intend intending need keen
        eager willing ready interested aspire aspiring motivated excited learn todo to-do
        next goal goals target future study studying prepare preparing working work pursuing
        enrolled training taking sitting completing finishing doing registered candidate
        revising reading progress in-progress ongoing on-going underway way pending
        incomplete unfinished dropped wip student exam expected anticipated due started
        expired lapsed former inactive outdated old date exp 0 longer little out valid
        renewed can aspirant hopeful lacks miss misses missing unable terrible awful
        horrible hopeless useless clueless stopped quit ceased gave given forgot
        forgotten unlearned unlearnt needs needed
        require requires required requiring desire desires desired desiring seek seeking would
        """
    )
)
"""Without any of these words, or one in n't, a text denies nothing."""


NOT_SHORT = ("n't", "n\u2019t")
SIGNS_OF_NOTHING = ("\u2606", "\u25cb", "\u25a1")


class Denial(msgspec.Struct, frozen=True):
    """That something is not held, or no more; `rest` is what, `is_for_list` where a list is."""

    status: PartStatus
    rest: str
    is_for_list: bool


def read_denial(text: str) -> Denial | None:
    """Return what a text says is not held, not yet or no more; None where it says nothing of it."""
    words = compiled(r"[^\s,:;.?()\[\]]+").findall(text.lower())
    if TELLING_WORDS.isdisjoint(words) and not any(
        word.endswith((*NOT_SHORT, *SIGNS_OF_NOTHING)) or word.startswith("0") for word in words
    ):
        return None
    text = text.rstrip()
    for pattern, status, is_for_list in FORMS:
        match = whole(pattern).match(text)
        if match is None or not match["rest"].strip(" ,:-"):
            continue
        if pattern is UNDER_WAY and not compiled(UNDER_WAY_NEEDS).match(text):
            continue
        return Denial(status, match["rest"].strip(" ,:"), is_for_list)
    return None
