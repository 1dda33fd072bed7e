"""A text taken apart where people take it apart: lines, sentences, lists, and words for "and"."""

from __future__ import annotations

from skillgap.matching.levels import compiled
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
    r",?\s+(?:but(?! also)|though|although|however|whereas|while|then|yet)\s+"
    r"|,\s*(?=(?:i|no|not|never|want|would|also)\b)|,?\s+(?=and (?:no|not|never)\b)"
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

Span = tuple[int, int]


def lines_of(text: str) -> list[str]:
    """Give the lines, bullet points and sentences of a text, without their bullets."""
    found: list[str] = []
    for start, end in divide(text, LINES):
        for sentence in sentences_of(text[start:end]):
            line = compiled(BULLET).sub("", sentence).strip()
            if line.strip(PLAIN_ENDS):
                found.append(line)
    return found


def sentences_of(text: str) -> list[str]:
    """Give the sentences of a text; a stop behind a short form ends none."""
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
    """Give where the parts of a text stand that separators divide outside of brackets."""
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
