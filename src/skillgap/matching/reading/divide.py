"""A text taken apart where people take it apart: lines, sentences, lists, and words for "and"."""

from __future__ import annotations

from types import MappingProxyType

from skillgap.matching.levels import compiled
from skillgap.matching.lexicon import words_of
from skillgap.matching.lists import CLOSING, OPENING, unclosed

LINES = (
    r"[\n\r\t;|\uff1b\u2022\u00b7\u25aa\u25e6\u2023\u2043\u2219]+"
    r"|(?<![\u25cf\u25cb])[\u25cf](?![\u25cf\u25cb])"
)
SENTENCE_END = r"(?<=[.!?])\s+(?=[A-Z\"'(])"
ABBREVIATED = (
    r"(?:\b(?:e\.g|i\.e|incl|approx|min|max|no|vs|etc|sr|jr|mr|mrs|ms|dr|st"
    r"|yrs?|exp|inc|ltd|dept|[A-Za-z](?:\.[A-Za-z])*))\.\Z"
)
BULLET = r"\A\s*(?:[-*>\u2013\u2014+]|\(?[0-9]{1,2}[.)])\s+"
TURNS = (
    r",?\s+(?:but(?! also)|though|although|however|whereas|while|then"
    r"|(?<!not )(?<!never )yet(?! to\b))\s+"
    r"|,\s*(?=(?:i|no|not|never)\b)|,?\s+(?=and (?:no|not|never)\b)"
)
COMMAS = r",(?![0-9]{3}\b)|[\u3001\uff0c]"
WEAK = (
    r",?\s+(?:and/or|and|or|as well as|along with|plus|und|et|oder)\s+|\s+&\s+"
    r"|\s*&\s*(?=[A-Za-z]{3})"
    r"|\s*\\\s*|\s+\+\s+|(?<=\w\w)\+(?=\w)|\s*(?<!\bw)(?<![0-9])/(?!o\b)\s*|\s*/\s*(?![0-9])(?!o\b)"
)
USING = (
    r",?\s+(?:using|with|via|in|on|through|including|incl\.?|such as|e\.?g\.?|like|for|from|at)\s+"
)
PLAIN_ENDS = " \t,.:-\u2013\u2014*\"'"

SIGNS = MappingProxyType(
    {
        LINES: (
            frozenset("\n\r\t;|\uff1b\u2022\u00b7\u25aa\u25e6\u2023\u2043\u2219\u25cf"),
            frozenset(),
        ),
        TURNS: (
            frozenset(","),
            frozenset(words_of("but though although however whereas while then yet and")),
        ),
        COMMAS: (frozenset(",\u3001\uff0c"), frozenset()),
        WEAK: (
            frozenset("&/\\+"),
            frozenset(words_of("and or as along plus und et oder and/or")),
        ),
        USING: (
            frozenset(),
            frozenset(
                words_of(
                    "using with via in on through including incl incl. such e.g. eg "
                    "like for from at"
                )
            ),
        ),
    }
)
"""The letters and words one of which stands wherever separators divide a text."""

WRAPPED = 60
"""A line as long as this that ends without a stop goes on in the next."""

Span = tuple[int, int]


def lines_of(text: str) -> list[str]:
    """Return the lines, bullet points and sentences of a text, without their bullets."""
    found: list[str] = []
    text = unwrap(text) if "\n" in text else text
    for start, end in divide(text, LINES):
        for sentence in sentences_of(text[start:end]):
            line = sentence.strip()
            if not line[:1].isalpha():
                line = compiled(BULLET).sub("", line).strip()
            if line.strip(PLAIN_ENDS):
                found.append(line)
    return found


def unwrap(text: str) -> str:
    """Return a text with the lines joined that end only where a paragraph is wrapped."""
    lines = text.splitlines()
    joined: list[str] = []
    for place, line in enumerate(lines):
        before = lines[place - 1].rstrip() if place else ""
        is_wrapped = len(before) >= WRAPPED and before[-1:] not in set(".:;!?")
        if is_wrapped and line[:1].isalnum():
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
    return "\n".join(joined)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text; a stop behind a short form ends none."""
    if not any(f"{end} " in text for end in ".!?"):
        return [text]
    found: list[str] = []
    start = 0
    for end in compiled(f"(?-i:{SENTENCE_END})").finditer(text):
        if compiled(ABBREVIATED).search(text[start : end.start()]):
            continue
        found.append(text[start : end.start()])
        start = end.end()
    found.append(text[start:])
    return found


def divide(text: str, separators: str) -> list[Span]:
    """Return where the parts of a text stand that separators divide outside of brackets."""
    letters, words = SIGNS[separators]
    if letters.isdisjoint(text) and words.isdisjoint(text.lower().split()):
        return [(0, len(text))] if text.strip() else []
    shielded = brackets_in(text)
    spans: list[Span] = []
    start = 0
    for found in compiled(separators).finditer(text):
        if shielded[found.start()] or found.end() == found.start() == start:
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return [(one, other) for one, other in spans if text[one:other].strip()]


def brackets_in(text: str) -> list[bool]:
    """Say of each position whether it stands in brackets that are closed."""
    open_ends = unclosed(text)
    depth = 0
    inside: list[bool] = []
    for position, letter in enumerate(text):
        if letter in OPENING and position not in open_ends:
            depth += 1
        inside.append(depth > 0)
        if letter in CLOSING and depth:
            depth -= 1
    inside.append(False)
    return inside
