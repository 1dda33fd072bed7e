"""One item of a list: a name, several tied by "and", or what stands before and in brackets."""

from __future__ import annotations

import msgspec

from skillgap.matching.levels import Reading, compiled, whole
from skillgap.matching.lexicon import words_of
from skillgap.matching.normalize import normalize
from skillgap.matching.reading.alike import compare, read_alike
from skillgap.matching.reading.divide import COMMAS, WEAK, divide
from skillgap.matching.reading.held_or_not import Denial, read_denial
from skillgap.matching.reading.named import (
    BRACKET,
    ITEM_ENDS,
    LAST_ENDS,
    find_name,
    find_standing,
    how_it_stands,
    may_be_credential,
    names_negation,
    stands_as,
)
from skillgap.matching.reading.names import as_candidate, ask_among, read_name
from skillgap.matching.reading.other import read_licence_standing, read_other, read_title, years_of
from skillgap.matching.reading.part import Part, with_level, with_status
from skillgap.matching.reading.titles import title_in
from skillgap.matching.reading.tongues import read_tongue
from skillgap.matching.reading.vocabulary import Vocabulary

IN_LIST = r"[,/;&|]|\band\b|\bor\b"
HEADS = frozenset(
    words_of(
        """
        tools tool languages language frameworks libraries databases database software
        platforms skills technologies technology methodologies methods applications programs
        systems packages programming scripting cloud testing design suites products
        """
    )
)
MOST_DEEP = 6


def read_item(vocabulary: Vocabulary, text: str, depth: int = 0) -> list[Part]:
    """Return the parts of one item of a list; none where nothing is written."""
    text = text.strip(ITEM_ENDS).rstrip(LAST_ENDS)
    if not any(letter.isalnum() for letter in text) or text.isdigit():
        return []
    if part := read_name(vocabulary, text):
        return [part]
    if parts := read_credentials(vocabulary, text):
        return parts
    if part := read_licence_standing(vocabulary, text):
        return [part]
    if depth < MOST_DEEP:
        denied = None if names_negation(vocabulary, text) else read_denial(text)
        if denied is not None:
            return denied_parts(text, denied, read_item(vocabulary, denied.rest, depth + 1))
        if parts := read_brackets(vocabulary, text, depth):
            return parts
    if part := find_name(vocabulary, text):
        return [part]
    if title := title_in(text):
        return [read_title(vocabulary, title, years_of(vocabulary, text))]
    if part := read_other(vocabulary, text):
        return [part]
    if depth < MOST_DEEP and (pair := read_pair(vocabulary, text, depth)):
        return pair
    return read_alike(vocabulary, text)


def read_credentials(vocabulary: Vocabulary, text: str) -> list[Part]:
    """Read one or several credentials with what is said of how they stand; nothing without it."""
    told = how_it_stands(vocabulary, text)
    if told is None:
        return []
    if part := find_standing(vocabulary, text):
        inside = [] if part.status != "matched" else read_inside(vocabulary, text, part)
        return [part, *inside]
    status, name = told
    parts = [find_name(vocabulary, name[slice(*span)]) for span in divide(name, WEAK)]
    known = [each for each in parts if each is not None and may_be_credential(each)]
    return [stands_as(each, status) for each in known] if len(known) == len(parts) else []


def read_inside(vocabulary: Vocabulary, text: str, outer: Part) -> list[Part]:
    """Return what brackets name beside the credential before them, each asked about."""
    match = whole(BRACKET).match(text)
    if match is None:
        return []
    inner = match["inner"]
    named = [find_name(vocabulary, inner[slice(*span)]) for span in divide(inner, COMMAS)]
    return [
        ask_among(part.text, [as_candidate(part)])
        for part in named
        if part
        and part.status == "matched"
        and part.id
        and part.id != outer.id
        and part.kind in ("skill", "credential")
    ]


def denied_parts(text: str, denied: Denial, parts: list[Part]) -> list[Part]:
    """Return parts with what is said of them; one alone under all the words that say it."""
    told = [with_status(part, denied.status) for part in parts]
    return [msgspec.structs.replace(told[0], text=text)] if len(told) == 1 else told


def read_brackets(vocabulary: Vocabulary, text: str, depth: int) -> list[Part]:
    """Read what stands in brackets beside what stands before them; nothing where it is a level.

    Names in brackets are examples or a context, so that they are asked about; under a word such as
    "tools" they are the list that is meant.
    """
    match = whole(BRACKET).match(text) if "(" in text or "[" in text else None
    if match is None:
        return []
    name, inner, more = match["name"], match["inner"], match["more"]
    outside = f"{name} {more}".strip()
    if any(each.said and each.words == name for each in vocabulary.read(f"{name} ({inner})")):
        return [] if not more else read_item(vocabulary, f"{outside} ({inner})", depth + 1)
    denied = read_denial(inner)
    if denied is not None or read_denial(f"{name} ({inner})"):
        parts = read_item(vocabulary, outside, depth + 1)
        if denied is not None:
            within = read_item(vocabulary, denied.rest, depth + 1)
            parts += [with_status(part, denied.status) for part in within if part.id is not None]
        return parts
    outer = find_name(vocabulary, outside)
    is_list = compiled(IN_LIST).search(inner) is not None
    is_head = normalize(name).split()[-1:] and normalize(name).split()[-1] in HEADS
    if outer is None and not (is_list or is_head):
        return []
    inside = [
        part
        for start, end in divide(inner, COMMAS)
        for part in read_item(vocabulary, inner[start:end], depth + 1)
        if part.status == "matched"
        and part.method != "fuzzy"
        and part.kind in ("skill", "credential")
    ]
    if outer is None:
        if is_head and inside:
            return inside
        whole_match = compare(vocabulary, text)
        if whole_match.status == "matched":
            return [whole_match]
        return [ask_among(text, [as_candidate(part) for part in inside])] if inside else []
    others = [part for part in inside if part.id != outer.id]
    if outer.status != "matched":
        return [outer]
    outer = with_level_inside(vocabulary, outer, name, inner)
    if (
        is_list
        and outer.id
        and vocabulary.is_tool(outer.id)
        and all(
            part.id and part.kind == "skill" and outer.id in vocabulary.broader_than(part.id)
            for part in others
        )
    ):
        return [outer, *others]
    return [outer, *(ask_among(part.text, [as_candidate(part)]) for part in others)]


def with_level_inside(vocabulary: Vocabulary, part: Part, name: str, inner: str) -> Part:
    """Return a part with the level that one of the things in brackets behind it says."""
    for start, end in divide(inner, COMMAS):
        for each in vocabulary.read(f"{name} ({inner[start:end].strip()})"):
            if each.said and each.words == name:
                return with_level(part, each.level, each.said, each.years)
    return part


def read_pair(vocabulary: Vocabulary, text: str, depth: int) -> list[Part]:
    """Read an item that holds several, tied by "and", "or", "&" or a slash; nothing if it is one.

    A level before the first holds for those that have none; a word that ends the last one may
    belong to all, as in "UI/UX design".
    """
    lead = next((each for each in vocabulary.read(text) if each.is_ahead and each.said), None)
    base = lead.words if lead else text
    pieces = [base[start:end].strip() for start, end in join_known(vocabulary, base)]
    if len(pieces) < 2:
        return []
    resolved = [find_exact(vocabulary, piece, depth) for piece in pieces]
    for place, piece in enumerate(pieces):
        if not resolved[place]:
            resolved[place] = borrow_words(vocabulary, pieces, place, piece)
    known = sum(bool(each) for each in resolved)
    if not known:
        whole = compare(vocabulary, base)
        if whole.status == "matched":
            return [told_by(lead, whole)]
        alike = [read_alike(vocabulary, piece) for piece in pieces]
        if not any(part.status == "matched" for parts in alike for part in parts):
            return []
        resolved = alike
    elif known < len(pieces) and any(
        not parts and len(normalize(piece)) < 3
        for piece, parts in zip(pieces, resolved, strict=True)
    ):
        return []
    found: list[Part] = []
    resolved = ask_about_shared(vocabulary, pieces, resolved)
    for piece, parts in zip(pieces, resolved, strict=True):
        told = parts or read_item(vocabulary, piece, depth + 1)
        found += [told_by(lead, part) for part in told] if lead else told
    return found


def ask_about_shared(
    vocabulary: Vocabulary, pieces: list[str], resolved: list[list[Part]]
) -> list[list[Part]]:
    """Return the parts of a pair with a trait beside a longer name asked about.

    Why: the communication of "change management and communication" may be that of changes.
    """
    is_long = [len(piece.split()) > 1 for piece in pieces]
    if len(pieces) != 2 or is_long[0] == is_long[1]:
        return resolved
    short = is_long.index(False)
    parts, longer = resolved[short], resolved[1 - short]
    if any(vocabulary.is_trait(each.id) for each in longer if each.kind == "skill" and each.id):
        return resolved
    if (
        len(parts) == 1
        and parts[0].kind == "skill"
        and parts[0].status == "matched"
        and vocabulary.is_trait(parts[0].id or "")
    ):
        asked = ask_among(parts[0].text, [as_candidate(parts[0])])
        return [[asked] if place == short else each for place, each in enumerate(resolved)]
    return resolved


def told_by(lead: Reading | None, part: Part) -> Part:
    """Return a part with the level that stands before its list."""
    return part if lead is None else with_level(part, lead.level, lead.said, lead.years)


def join_known(vocabulary: Vocabulary, text: str) -> list[tuple[int, int]]:
    """Divide a text at "and" and slashes but where both sides together are a name."""
    spans = divide(text, WEAK)
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(spans):
        last = position
        for end in range(min(position + 4, len(spans)) - 1, position, -1):
            joint = text[spans[position][0] : spans[end][1]]
            if (position, end) != (0, len(spans) - 1) and vocabulary.find_skills(joint):
                last = end
                break
        found.append((spans[position][0], spans[last][1]))
        position = last + 1
    return found


def find_exact(vocabulary: Vocabulary, piece: str, depth: int) -> list[Part]:
    """Return the parts of a piece that is a whole name, held or not."""
    if part := find_name(vocabulary, piece):
        return [part]
    if tongue := read_tongue(piece):
        return [
            Part(
                piece,
                "language",
                "matched",
                label=tongue.name,
                method="form",
                score=1.0,
                level=tongue.level,
                level_said=tongue.said,
            )
        ]
    denied = read_denial(piece)
    if denied is not None:
        return (
            [
                with_status(part, denied.status)
                for part in find_exact(vocabulary, denied.rest, depth + 1)
            ]
            if depth < MOST_DEEP
            else []
        )
    return []


def borrow_words(vocabulary: Vocabulary, pieces: list[str], place: int, piece: str) -> list[Part]:
    """Return the part of a piece with the words that it shares with the first or the last one."""
    last, first = pieces[-1].split(), pieces[0].split()
    tries = []
    if place < len(pieces) - 1:
        tries += [f"{piece} {' '.join(last[start:])}" for start in range(1, len(last))]
    if place > 0:
        tries += [f"{' '.join(first[:end])} {piece}" for end in range(len(first) - 1, 0, -1)]
    for words in tries:
        if part := find_name(vocabulary, words):
            return [msgspec.structs.replace(part, text=piece)]
    return []
