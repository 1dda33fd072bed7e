"""The answer to a person's words: one entry, several to choose from, or none."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from skillgap.matching.index import MatchIndex
from skillgap.matching.levels import Reading, read_levels, says_no_level
from skillgap.matching.lexicon import GENERIC, families, family_of, telling_words
from skillgap.matching.lists import split_words
from skillgap.matching.names import ALIAS, BRACKETS, DERIVED, LABEL, spells
from skillgap.matching.normalize import normalize, squeeze
from skillgap.matching.several import has_several_meanings

if TYPE_CHECKING:
    from typing import Literal

    Status = Literal["matched", "ambiguous", "unmatched"]
    Kind = Literal["skill", "role"]
    CandidateKind = Literal["skill", "role", "credential"]
else:
    Status = Kind = CandidateKind = str
RUNNERS_UP = 5
VERSION_SCORE = 0.99
WORDS_SCORE = 0.98


class Candidate(msgspec.Struct, frozen=True):
    """An entry that words may mean, how it was found, and how likely it is right, 0 to 1.

    `kind` is `skill`, `role` or `credential`.
    """

    id: str
    label: str
    method: str
    score: float
    kind: CandidateKind = "skill"


NOTHING = Candidate("", "", "", 0.0)


class Match(msgspec.Struct, frozen=True):
    """What words were taken to mean.

    `method` is `choice`, `exact` (the label), `alias`, `key` (the same without spaces), `words`
    (the same words in another order or form), `version` (the same without a version number) or
    `fuzzy`; None where nothing is near. `score` is the share
    of such answers that are right, 0 to 1. `level` is 1 to 5 where the words say one. `runners_up`
    are the next nearest, or all that fit where the status is not `matched`.
    """

    query: str
    status: Status
    id: str | None
    label: str | None
    method: str | None
    score: float
    level: int | None
    runners_up: tuple[Candidate, ...]


def match_skill(index: MatchIndex, text: str, *, choices: Mapping[str, str] | None = None) -> Match:
    """Return the skill that words mean, with the level that they say.

    `choices` maps words, normalized or not, to the ids that a person chose for them before.
    """
    if choices:
        for reading in read_levels(text):
            if chosen := find_choice(index, choices, normalize(reading.words)):
                return Match(text, "matched", *chosen, "choice", 1.0, reading.level, ())
    return decide(index, text, "skill")


def match_title(index: MatchIndex, text: str) -> Match:
    """Return the thing with a title: a credential, an issuer, a stack.

    Only a whole title, or one mistyped, is taken; anything else comes with the nearest.
    """
    return decide(index, text, "role")


def rank(
    index: MatchIndex, text: str, limit: int, *, kind: Kind = "skill"
) -> tuple[Candidate, ...]:
    """Return the entries nearest to a text, nearest first."""
    known, _ = find_known(index, read_levels(text), kind)
    if len(known) >= limit:
        return known[:limit]
    taken = {candidate.id for candidate in known}
    near = find_near(index, tuple(read_levels(text)), kind, limit + len(known))
    return (*known, *(each for each in near if each.id not in taken))[:limit]


def decide(index: MatchIndex, text: str, kind: Kind) -> Match:
    """Return the answer for a text: whole names first, then what letters and words can tell."""
    known = find_known_name(index, read_outside_first(text), kind)
    found, level = known.candidates, known.level
    if len(found) == 1 and not known.is_one_of_several:
        best = found[0]
        return Match(text, "matched", best.id, best.label, best.method, best.score, level, ())
    if len(found) > 1:
        return Match(text, "ambiguous", None, None, found[0].method, found[0].score, level, found)
    from skillgap.matching.calibration import CALIBRATIONS

    calibration = CALIBRATIONS[kind]
    readings = tuple(read_levels(text))
    near = find_near(index, readings, kind, RUNNERS_UP + 1)
    if found:
        return ask(text, found, near, level)
    level = next((one.level for one in readings if one.level), None)
    best = near[0] if near else NOTHING
    # `python=0` is spelled nearly like Python, and says that somebody does not have it
    if best.score >= calibration.accept and not (kind == "skill" and says_no_level(text)):
        return Match(text, "matched", best.id, best.label, best.method, best.score, level, near[1:])
    aside = find_known_name(index, (each for each in readings if each.is_aside), kind)
    if aside.candidates:
        if len(aside.candidates) == 1 and is_said_by(index, aside.candidates[0], text):
            best = aside.candidates[0]
            return Match(text, "matched", best.id, best.label, best.method, best.score, level, ())
        return ask(text, aside.candidates, near, aside.level)
    if best.score >= calibration.ask:
        return Match(
            text, "ambiguous", None, None, best.method, best.score, level, near[:RUNNERS_UP]
        )
    return Match(text, "unmatched", None, None, None, best.score, level, near[:RUNNERS_UP])


def ask(
    text: str, known: tuple[Candidate, ...], near: tuple[Candidate, ...], level: int | None
) -> Match:
    """Return the question which of the entries with a whole name, or near one, is meant."""
    taken = {each.id for each in known}
    found = (*known, *(each for each in near if each.id not in taken))[:RUNNERS_UP]
    best = known[0]
    return Match(text, "ambiguous", None, None, best.method, best.score, level, found)


def is_said_by(index: MatchIndex, candidate: Candidate, text: str) -> bool:
    """Whether what stands outside of brackets says the same as what stands inside.

    So where all of its words are in the entry's names, or where it spells a short form that the
    entry does not itself spell otherwise. Why: "battery energy storage systems (BESS)" says twice
    what it means, and so it does not in "juggling (SQL)" and "technical due diligence (TDD)".
    """
    from skillgap.matching.rerank import see_entry

    owner = index.ids.index(candidate.id)
    outside = normalize(re.sub(BRACKETS, " ", text)).split()
    said = set(families(outside)) - set(map(family_of, GENERIC))
    if said and said <= see_entry(index, owner)[0].keys():
        return True
    short = squeeze(normalize("".join("".join(each) for each in re.findall(BRACKETS, text))))
    names = [
        name.split() for name, each in zip(index.names, index.owners, strict=True) if each == owner
    ]
    return (
        bool(outside)
        and spells(short, outside)
        and not has_several_meanings(short)
        and not any(len(name) > 1 and spells(short, name) for name in names)
    )


def read_outside_first(text: str) -> Iterator[Reading]:
    """Read a text without what stands in brackets by themselves, and a short form's words at once.

    Why: "good clinical practice (GCP)" is the name of a practice, and no good one.
    """
    readings = read_levels(text)
    whole = next(readings)
    yield whole
    if whole.words.endswith(")"):
        outside, _, inside = whole.words[:-1].rpartition("(")
        words = normalize(outside).split()
        if words and spells(squeeze(normalize(inside)), words):
            yield Reading(outside.strip())
    yield from (each for each in readings if not each.is_aside)


def find_choice(
    index: MatchIndex, choices: Mapping[str, str], normal: str
) -> tuple[str, str] | None:
    """Return the id and label that were chosen for these words, if any and if still there."""
    chosen = next((one for words, one in choices.items() if normalize(words) == normal), None)
    if chosen is None or chosen not in index.ids:
        return None
    return chosen, index.labels[index.ids.index(chosen)]


class Known(msgspec.Struct, frozen=True):
    """The entries with a whole name, the level said with it, and whether it has other meanings."""

    candidates: tuple[Candidate, ...] = ()
    level: int | None = None
    is_one_of_several: bool = False


def find_known(
    index: MatchIndex, readings: Iterable[Reading], kind: Kind
) -> tuple[tuple[Candidate, ...], int | None]:
    """Return the entries that have a whole name among the readings, and the level it says."""
    known = find_known_name(index, readings, kind)
    return known.candidates, known.level


def find_known_name(index: MatchIndex, readings: Iterable[Reading], kind: Kind) -> Known:
    """Return what the first of the readings that is a whole name stands for."""
    for reading in readings:
        normal = normalize(reading.words)
        found = look_up(index, normal)
        if not found and kind == "skill":
            found = look_up_words(index, normal)
        if found and reading.version is not None:
            if has_versions(index, normal, found[0].id):
                continue
            found = tuple(
                Candidate(one.id, one.label, "version", one.score * VERSION_SCORE) for one in found
            )
        if found:
            is_label = found[0].method == "exact"
            return Known(found, reading.level, not is_label and has_several_meanings(normal))
    return Known()


def look_up(index: MatchIndex, normal: str) -> tuple[Candidate, ...]:
    """Find the entries with this very name, labels before aliases, or the same but for spaces."""
    kinds = index.kinds
    if rows := index.exact.get(normal):
        for kind, method in ((LABEL, "exact"), (ALIAS, "alias")):
            if of_kind := [row for row in rows if kinds[row] == kind]:
                return name_owners(index, of_kind, method)
    if glued := index.keys.get(squeeze(normal)):
        return name_owners(index, [row for row in glued if kinds[row] != DERIVED], "key")
    return ()


def look_up_words(index: MatchIndex, normal: str) -> tuple[Candidate, ...]:
    """Return the one entry with a name of the same words in another order or form, if there is one.

    Production is of the same family as product and another thing, so that not all forms will do.
    Why: right 98 times in 100 for skills; for roles, where an engine installer is no installation
    engineer, it is left to the letters.
    """
    words = normal.split()
    said = families(words)
    if len(said) < 2 or GENERIC.issuperset(telling_words(words)):
        return ()
    rows = [
        row
        for row in index.bags.get(" ".join(sorted(said)), [])
        if index.kinds[row] != DERIVED and all_mean_alike(words, index.names[row].split())
    ]
    found = name_owners(index, rows, "words")
    derived = {index.ids[index.owners[row]] for row in index.exact.get(normal, ())}
    if len(found) != 1 or derived - {found[0].id}:
        return ()
    return (Candidate(found[0].id, found[0].label, "words", WORDS_SCORE),)


def all_mean_alike(words: list[str], named: list[str]) -> bool:
    """Whether the words of two names of the same families mean the same, each for each."""
    from skillgap.matching.words import mean_alike

    said, others = telling_words(words), telling_words(named)
    return all(
        word in others
        or any(mean_alike(word, other) for other in others if family_of(other) == family_of(word))
        for word in said
    )


def name_owners(index: MatchIndex, rows: list[int], method: str) -> tuple[Candidate, ...]:
    """Return the owners of the rows, each once."""
    owners = sorted({index.owners[row] for row in rows})
    score = 1.0 / len(owners) if owners else 0.0
    return tuple(Candidate(index.ids[one], index.labels[one], method, score) for one in owners)


def has_versions(index: MatchIndex, normal: str, own_id: str | None = None) -> bool:
    """Whether versions of a name are entries of their own, so that none may be ignored."""
    squeezed = squeeze(normal)
    end = f"^{squeezed}"[-2:]
    return any(
        squeeze(index.names[row]).startswith(squeezed + digit)
        and index.ids[index.owners[row]] != own_id
        for digit in "0123456789"
        for row in index.rows_with_gram(end + digit)
    )


def find_near(
    index: MatchIndex, readings: tuple[Reading, ...], kind: Kind, limit: int
) -> tuple[Candidate, ...]:
    """Return the entries nearest to the whole text or to what is left of it, whichever is surer."""
    from skillgap.matching.calibration import CALIBRATIONS
    from skillgap.matching.decide import find_nearest
    from skillgap.matching.letters import fill_up

    best: tuple[tuple[int, float], ...] = ()
    for words in worth_comparing(index, readings):
        found = find_nearest(index, words, CALIBRATIONS[kind], limit)
        if found and (not best or found[0][1] > best[0][1]):
            best = found
    if kind == "role" and len(best) < limit:
        best = fill_up(index, readings[0].words, best, limit)
    return tuple(
        Candidate(index.ids[owner], index.labels[owner], "fuzzy", round(score, 4))
        for owner, score in best
    )


def worth_comparing(index: MatchIndex, readings: tuple[Reading, ...]) -> list[str]:
    """Return the whole text and the shortest reading that leaves out nothing that matters."""
    chain = [reading for reading in readings if not reading.is_aside]
    last = chain[-1]
    if last.version is not None and has_versions(index, normalize(last.words)):
        last = next(one for one in reversed(chain) if one.version is None)
    return [chain[0].words] if last.words == chain[0].words else [chain[0].words, last.words]


__all__ = ["Candidate", "Match", "match_skill", "match_title", "rank", "split_words"]
