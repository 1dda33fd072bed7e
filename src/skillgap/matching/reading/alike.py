"""What letters and words can tell of a text that is no whole name."""

from __future__ import annotations

import msgspec

from skillgap.matching.lexicon import words_of
from skillgap.matching.normalize import normalize
from skillgap.matching.reading.divide import USING, divide
from skillgap.matching.reading.named import find_name
from skillgap.matching.reading.names import as_candidate, ask_among
from skillgap.matching.reading.other import shortest
from skillgap.matching.reading.part import Part, part_of, with_level
from skillgap.matching.reading.vocabulary import MOST_COMPARED, Vocabulary
from skillgap.matching.reading.within import names_within

MOST_WORDS_OF_A_NAME = 7
MADE_WITH = frozenset(
    words_of(
        """
        admin administration app apps applications basics campaigns ceremonies charts coding
        dashboard dashboards development drawings files formulas macros models pages
        pipelines posts presentations programming projects queries reporting reports
        scripting scripts setup sheets site sites stuff tests usage visuals website websites
        work workbooks
        """
    )
)


def read_alike(vocabulary: Vocabulary, text: str) -> list[Part]:
    """Return what a text is likeliest to mean; names that stand in it are asked about at least."""
    if "skill" not in vocabulary.kinds:
        return [Part(text)]
    is_long = len(text.split()) > MOST_WORDS_OF_A_NAME
    if is_long and (parts := read_sentence(vocabulary, text)):
        return parts
    if made := read_made_with(vocabulary, text):
        return [made]
    part = compare(vocabulary, text)
    if part.status == "matched":
        return [part]
    if parts := read_uses(vocabulary, text):
        return parts
    named = names_within(vocabulary, text)
    if len(named) > 2 and sum(len(words.split()) for _, words in named) == len(text.split()):
        return [name_part(vocabulary, words) for _, words in named]
    inner = [each for each, _ in named]
    if not inner:
        return [part]
    asked = part.runners_up if part.status == "ambiguous" else ()
    found = ask_among(text, (*inner, *asked))
    return [with_level(found, part.level, part.level_said, part.years)]


def read_made_with(vocabulary: Vocabulary, text: str) -> Part | None:
    """Return the tool of "Selenium tests" and "Power BI dashboards": what is made with it."""
    words = text.split()
    while len(words) > 1 and normalize(words[-1]) in MADE_WITH:
        words = words[:-1]
        part = find_name(vocabulary, " ".join(words))
        if part is not None and part.status == "matched" and part.kind == "skill":
            return msgspec.structs.replace(part, text=text) if is_tool(vocabulary, part) else None
    return None


def is_tool(vocabulary: Vocabulary, part: Part) -> bool:
    """Say whether a part is a skill in a tool."""
    return vocabulary.is_tool(part.id or "")


def name_part(vocabulary: Vocabulary, words: str) -> Part:
    """Return the part of words that are a whole name of a skill."""
    return part_of(vocabulary.match_skill(words), words)


def compare(vocabulary: Vocabulary, text: str) -> Part:
    """Return the skill that letters and words tell, compared no more often than is allowed."""
    if vocabulary.compared >= MOST_COMPARED or "skill" not in vocabulary.kinds:
        return Part(text)
    if not any(len(word) > 1 for word in normalize(text).split()):
        return Part(text)
    vocabulary.compared += 1
    part = part_of(vocabulary.match_skill(text), text)
    reading = shortest(vocabulary, text)
    if part.level is not None and part.level_said is None:
        part = msgspec.structs.replace(part, level=None)
    return with_level(part, reading.level, reading.said, reading.years)


VERBS = frozenset(
    {"excel", "express", "access", "go", "rest", "word", "spring", "react", "scratch"}
)
"""Names that are verbs where they stand in small letters in a sentence."""


def read_uses(vocabulary: Vocabulary, text: str) -> list[Part]:
    """Read "reports in Excel": what is done, and the tool that it is done with."""
    spans = divide(text, USING)
    if len(spans) < 2:
        return []
    parts = []
    for place, (start, end) in enumerate(spans):
        piece = text[start:end]
        part = find_name(vocabulary, piece)
        if part is None or part.status != "matched" or part.kind != "skill":
            inner = [each for each, _ in names_within(vocabulary, piece)]
            parts += [ask_among(piece.strip(), inner)] if inner else []
            continue
        if piece.split()[-1] in VERBS or (place and not vocabulary.is_tool(part.id or "")):
            part = ask_among(part.text, [as_candidate(part)])
        parts.append(part)
    return parts if any(part.status == "matched" for part in parts) else []


def read_sentence(vocabulary: Vocabulary, text: str) -> list[Part]:
    """Return the names that stand in a sentence: those that can mean nothing else count."""
    parts = []
    for candidate, words in names_within(vocabulary, text):
        is_own = " " in words or (
            vocabulary.is_tool(candidate.id)
            and words[:1].isupper()
            and len(words) > 2
            and not text.lstrip().startswith(words)
        )
        if is_own and candidate.kind == "skill":
            part = part_of(vocabulary.match_skill(words))
            if part.status == "matched":
                parts.append(msgspec.structs.replace(part, method="within"))
                continue
        parts.append(ask_among(words, [candidate]))
    return parts
