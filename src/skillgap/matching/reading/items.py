"""One item of a list: a name, several tied by "and", a title, a degree, a language."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from skillgap.matching.levels import LONGEST_READ, Reading, compiled, has_stars, read_levels
from skillgap.matching.lexicon import words_of
from skillgap.matching.match import Candidate
from skillgap.matching.normalize import normalize
from skillgap.matching.reading.credentials import (
    OTHER_MEANINGS,
    find_credentials,
    is_code,
    keyed,
    rank_credentials,
)
from skillgap.matching.reading.divide import USING, WEAK, divide
from skillgap.matching.reading.held_or_not import Denial, read_denial
from skillgap.matching.reading.part import (
    Part,
    part_of,
    with_level,
    with_status,
)
from skillgap.matching.reading.phrase import ask_among, one_of, read_name
from skillgap.matching.reading.schooling import read_degree, read_licence
from skillgap.matching.reading.titles import is_title, title_in, without_seniority
from skillgap.matching.reading.tongues import read_tongue
from skillgap.matching.reading.vocabulary import MOST_COMPARED, Vocabulary
from skillgap.matching.reading.within import names_within

ITEM_ENDS = " \t,;:\"'\u201c\u201d"
LAST_ENDS = ITEM_ENDS + "."
BRACKET = r"(?P<name>[^()\[\]]*?\S)\s?[(\[](?P<inner>[^()\[\]]+)[)\]]\s*(?P<more>.*)"
IN_LIST = r"[,/;&|]|\band\b|\bor\b"
ONE_DIGIT = ("1", "2", "3", "4", "5")
NUMBERED_RELEASES = frozenset(
    words_of(
        """
        android angular ansible bootstrap c# c++ css django drupal es express flutter html
        ionic ios java joomla kotlin kubernetes laravel magento .net net node nodejs perl
        php postgresql python qt rails react ruby rust scala spring swift symfony tensorflow
        typescript unity unreal vue blender ghost wordpress windows
        """
    )
)
"""Names that come with the number of a release, so that a digit behind them is no level."""

HEADS = frozenset(
    words_of(
        """
        tools tool languages language frameworks libraries databases database software
        platforms skills technologies technology methodologies methods applications programs
        systems packages programming scripting cloud testing design suites products
        """
    )
)
MOST_WORDS_OF_A_NAME = 7
MOST_DEEP = 6


def read_item(vocabulary: Vocabulary, text: str, depth: int = 0) -> list[Part]:
    """Give the parts of one item of a list; none where nothing is written."""
    text = text.strip(ITEM_ENDS).rstrip(LAST_ENDS)
    if not any(letter.isalnum() for letter in text) or text.isdigit():
        return []
    if part := read_name(vocabulary, text):
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


def denied_parts(text: str, denied: Denial, parts: list[Part]) -> list[Part]:
    """Give parts with what is said of them; one alone under all the words that say it."""
    told = [with_status(part, denied.status) for part in parts]
    return [msgspec.structs.replace(told[0], text=text)] if len(told) == 1 else told


def names_negation(vocabulary: Vocabulary, text: str) -> bool:
    """Say whether a text is a whole name although it begins like a denial: "no-code tools"."""
    found = vocabulary.find_skills(text) if "skill" in vocabulary.kinds else ()
    return bool(found) and found[0].method in ("exact", "alias", "choice")


def find_whole(vocabulary: Vocabulary, text: str) -> Part | None:
    """Give the one thing that a text is a name of as it stands, with commas and all."""
    if len(text) > LONGEST_READ or (
        not names_negation(vocabulary, text) and read_denial(text) is not None
    ):
        return None
    reading = Reading(text.strip(ITEM_ENDS).rstrip(LAST_ENDS))
    part = name_of(vocabulary, reading)
    return None if part and is_taught(vocabulary, part, reading.words) else part


def find_name(vocabulary: Vocabulary, text: str, *, is_strict: bool = False) -> Part | None:
    """Give the one thing that a text, or what is left of it without its level, is a name of.

    `is_strict` takes no reading that leaves out words which may be names themselves.
    """
    if len(text) > LONGEST_READ:
        return None
    plain = text.strip(ITEM_ENDS).rstrip(LAST_ENDS)
    taught: Part | None = None
    for reading in read_levels(plain, vocabulary.year):
        if reading.is_aside or (is_strict and "," not in reading.words):
            continue
        part = name_of(vocabulary, reading)
        if part is None:
            continue
        if is_taught(vocabulary, part, reading.words):
            taught = taught or msgspec.structs.replace(part, text=plain)
            continue
        if taught is not None and part.kind == "skill":
            part = msgspec.structs.replace(part, runners_up=(as_candidate(taught),))
        level, said = reading.level, reading.said
        if reading.version in ONE_DIGIT and is_short_form(vocabulary, reading, part):
            return ask_among(plain, [as_candidate(part)])
        if said is None and is_bare_level(vocabulary, reading, part):
            level, said = int(reading.version or 0), reading.version
        return with_level(msgspec.structs.replace(part, text=plain), level, said, reading.years)
    return taught


def is_taught(vocabulary: Vocabulary, part: Part, words: str) -> bool:
    """Say whether words that name a credential might as well name what it teaches."""
    if part.kind not in ("credential", "none"):
        return False
    said = keyed(words)
    return not said.is_sure and said.key in vocabulary.credentials.plain


def is_bare_level(vocabulary: Vocabulary, reading: Reading, part: Part) -> bool:
    """Say whether a digit behind a name is a level, since the thing has no such release."""
    return (
        reading.version in ONE_DIGIT
        and part.kind == "skill"
        and NUMBERED_RELEASES.isdisjoint(normalize(reading.words).split())
        and not vocabulary.find_skills(f"{reading.words} {reading.version}")
    )


def is_short_form(vocabulary: Vocabulary, reading: Reading, part: Part) -> bool:
    """Say whether a digit stands behind letters that are short for something: SOC 2 is no SOC."""
    return (
        part.kind == "skill"
        and part.method == "alias"
        and reading.words.isupper()
        and not vocabulary.is_tool(part.id or "")
    )


def name_of(vocabulary: Vocabulary, reading: Reading) -> Part | None:
    """Give what a reading is a whole name of: a skill, a credential, a title or a language."""
    words = reading.words
    if has_stars(words):
        return None
    skills = vocabulary.find_skills(words) if "skill" in vocabulary.kinds else ()
    credentials, is_sure = name_credentials(vocabulary, words)
    if credentials and (is_sure or not skills):
        return name_credential(vocabulary, words, credentials, is_sure=is_sure)
    if skills and skills[0].method == "words" and is_title(words) and "role" in vocabulary.kinds:
        if roles := vocabulary.find_roles(words):
            return one_of(words, (*roles, *skills))
        return ask_among(words, skills)
    if skills:
        if credentials and is_code(words) and skills[0].method not in ("exact", "choice"):
            return ask_among(words, (*skills, *credentials))
        match = vocabulary.match_skill(words)
        if match.status != "unmatched":
            part = part_of(match)
            if part.status == "matched" and not part.runners_up:
                part = msgspec.structs.replace(part, runners_up=credentials)
            return part
    if "role" in vocabulary.kinds:
        roles = vocabulary.find_roles(words)
        if roles:
            return one_of(words, roles) if len(roles) == 1 else ask_among(words, roles)
    return None


def name_credentials(vocabulary: Vocabulary, words: str) -> tuple[tuple[Candidate, ...], bool]:
    """Give the credentials that words are a whole name of."""
    if "credential" not in vocabulary.kinds:
        return (), False
    return find_credentials(vocabulary.credentials, words)


def read_credential(vocabulary: Vocabulary, text: str) -> Part:
    """Give the credential that all of a text means, where nothing else is looked for."""
    if part := read_name(vocabulary, text):
        return part
    found, _ = find_credentials(vocabulary.credentials, text)
    if len(found) == 1:
        return one_of(text, found)
    if near := found or rank_credentials(vocabulary.credentials, text, 5):
        return ask_among(text, near)
    return Part(text)


def name_credential(
    vocabulary: Vocabulary, words: str, found: Sequence[Candidate], *, is_sure: bool
) -> Part:
    """Give the credential that words name, asked about where they may mean another thing."""
    said = keyed(words)
    may_be_other = not is_sure and (
        said.key in OTHER_MEANINGS
        or (len(said.key) < 4 and said.words and words.strip() == words.strip().lower())
    )
    roles = vocabulary.find_roles(words) if "role" in vocabulary.kinds and not is_sure else ()
    if len(found) == 1 and not may_be_other and not roles:
        if is_sure or said.key not in vocabulary.credentials.plain:
            return one_of(words, found)
        inner = [each for each, _ in names_within(vocabulary, words)]
        return ask_among(words, (*found, *inner)) if inner else one_of(words, found)
    return ask_among(words, (*roles, *found))


def read_other(vocabulary: Vocabulary, text: str) -> Part | None:
    """Give the language, degree, licence, title or unknown credential that a text speaks of."""
    if tongue := read_tongue(text):
        return Part(
            text, "language", "matched", label=tongue.name, method="form", score=1.0,
            level=tongue.level, level_said=tongue.said,
        )  # fmt: skip
    last = shortest(vocabulary, text)
    titled = is_title(last.words)
    if not titled and (degree := read_degree(text)):
        return Part(text, "education", "matched", label=degree, method="form", score=1.0)
    if (
        "credential" in vocabulary.kinds
        and keyed(text).is_sure
        and (part := read_unknown_credential(vocabulary, text))
    ):
        return part
    if read_licence(text):
        return Part(text, "licence", "matched", label="Licence", method="form", score=1.0)
    if titled and "role" in vocabulary.kinds:
        part = read_title(vocabulary, last.words, last)
        return msgspec.structs.replace(part, text=text)
    return None


def shortest(vocabulary: Vocabulary, text: str) -> Reading:
    """Give the reading with the most taken off it."""
    return [each for each in read_levels(text, vocabulary.year) if not each.is_aside][-1]


def years_of(vocabulary: Vocabulary, text: str) -> Reading:
    """Give the reading that says for how long, else the text as it is."""
    readings = read_levels(text, vocabulary.year)
    return next((each for each in readings if each.years is not None), Reading(text))


def read_title(vocabulary: Vocabulary, title: str, reading: Reading) -> Part:
    """Give the role that a job title means: none is an honest answer."""
    from skillgap.matching.match import match_role

    words = without_seniority(title)
    part = Part(title, "role", "unmatched")
    if "role" in vocabulary.kinds and vocabulary.compared < MOST_COMPARED:
        vocabulary.compared += 1
        roles = vocabulary.find_roles(words)
        if len(roles) == 1:
            part = one_of(title, roles)
        else:
            match = match_role(vocabulary.roles, words)
            near = [
                Candidate(each.id, each.label, each.method, each.score, "role")
                for each in match.runners_up
            ]
            if match.status == "matched" and match.id:
                best = Candidate(
                    match.id, match.label or "", match.method or "", match.score, "role"
                )
                part = one_of(title, [best])
            elif "skill" in vocabulary.kinds and (
                inner := [each for each, _ in names_within(vocabulary, words)]
            ):
                asked = near[:2] if match.status == "ambiguous" else []
                part = ask_among(title, (*inner, *asked))
            elif match.status == "ambiguous" and near:
                part = ask_among(title, near)
    return with_level(part, reading.level, reading.said, reading.years)


def read_unknown_credential(vocabulary: Vocabulary, text: str) -> Part | None:
    """Give the credentials that a text may mean which says that it is one, or that it is none."""
    near = rank_credentials(vocabulary.credentials, text, 5)
    inner = [each for each, _ in names_within(vocabulary, " ".join(keyed(text).words))]
    if near or inner:
        return ask_among(text, (*inner[:2], *near))
    return Part(text, "credential", "unmatched")


def read_brackets(vocabulary: Vocabulary, text: str, depth: int) -> list[Part]:
    """Read what stands in brackets beside what stands before them; nothing where it is a level.

    Names in brackets are examples or a context, so that they are asked about; under a word such as
    "tools" they are the list that is meant.
    """
    match = compiled(BRACKET + r"\Z").match(text)
    if match is None:
        return []
    name, inner, more = match["name"], match["inner"], match["more"]
    whole = f"{name} {more}".strip()
    if any(
        each.said and each.words == name
        for each in read_levels(f"{name} ({inner})", vocabulary.year)
    ):
        return [] if not more else read_item(vocabulary, f"{whole} ({inner})", depth + 1)
    denied = read_denial(inner)
    if denied is not None or read_denial(f"{name} ({inner})"):
        parts = read_item(vocabulary, whole, depth + 1)
        if denied is not None:
            within = read_item(vocabulary, denied.rest, depth + 1)
            parts += [with_status(part, denied.status) for part in within if part.id is not None]
        return parts
    from skillgap.matching.reading.lines import read_list

    outer = find_name(vocabulary, whole)
    is_list = compiled(IN_LIST).search(inner) is not None
    is_head = normalize(name).split()[-1:] and normalize(name).split()[-1] in HEADS
    if outer is None and not (is_list or is_head):
        return []
    inside = [
        part
        for part in read_list(vocabulary, inner)
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
    return [outer, *(ask_among(part.text, [as_candidate(part)]) for part in others)]


def as_candidate(part: Part) -> Candidate:
    """Give a part as what other words may mean."""
    return Candidate(
        part.id or "",
        part.label or "",
        part.method or "",
        part.score,
        "credential" if part.kind == "credential" else "role" if part.kind == "role" else "skill",
    )


def read_pair(vocabulary: Vocabulary, text: str, depth: int) -> list[Part]:
    """Read an item that holds several, tied by "and", "or", "&" or a slash; nothing if it is one.

    A level before the first holds for those that have none; a word that ends the last one may
    belong to all, as in "UI/UX design".
    """
    lead = next(
        (each for each in read_levels(text, vocabulary.year) if each.is_ahead and each.said), None
    )
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
    """Give the parts of a pair with a trait beside a longer name asked about.

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
    """Give a part with the level that stands before its list."""
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
    """Give the parts of a piece that is a whole name, held or not."""
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
    """Give the part of a piece with the words that it shares with the first or the last one."""
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


def read_alike(vocabulary: Vocabulary, text: str) -> list[Part]:
    """Give what a text is likeliest to mean; names that stand in it are asked about at least."""
    if "skill" not in vocabulary.kinds:
        return [Part(text)]
    is_long = len(text.split()) > MOST_WORDS_OF_A_NAME
    if is_long and (parts := read_sentence(vocabulary, text)):
        return parts
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


def name_part(vocabulary: Vocabulary, words: str) -> Part:
    """Give the part of words that are a whole name of a skill."""
    return part_of(vocabulary.match_skill(words), words)


def compare(vocabulary: Vocabulary, text: str) -> Part:
    """Give the skill that letters and words tell, without comparing more often than is allowed."""
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


def read_uses(vocabulary: Vocabulary, text: str) -> list[Part]:
    """Read "reports in Excel": what is done, and the tool that it is done with."""
    spans = divide(text, USING)
    if len(spans) < 2:
        return []
    parts = []
    for place, (start, end) in enumerate(spans):
        part = find_name(vocabulary, text[start:end])
        if part is None or part.status != "matched" or part.kind != "skill":
            continue
        if place and not vocabulary.is_tool(part.id or ""):
            part = ask_among(part.text, [as_candidate(part)])
        parts.append(part)
    return parts


def read_sentence(vocabulary: Vocabulary, text: str) -> list[Part]:
    """Give the names that stand in a sentence: those that can mean nothing else count."""
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
