"""The answer to a person's words: one entry, several to choose from, or none."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from skillgap.matching.index import MatchIndex
from skillgap.matching.levels import Reading, read_levels, says_no_level
from skillgap.matching.lexicon import GENERIC, families, telling_words
from skillgap.matching.lists import split_words
from skillgap.matching.names import ALIAS, DERIVED, LABEL
from skillgap.matching.normalize import normalize, squeeze

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


def match_role(index: MatchIndex, text: str) -> Match:
    """Return the role that a title means, with or without words such as "senior" and "junior".

    Anything but a whole title or alias comes with the five nearest, because titles are ambiguous.
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
    found, level = find_known(index, read_levels(text), kind)
    if len(found) == 1:
        best = found[0]
        return Match(text, "matched", best.id, best.label, best.method, best.score, level, ())
    if found:
        return Match(text, "ambiguous", None, None, found[0].method, found[0].score, level, found)
    from skillgap.matching.calibration import CALIBRATIONS

    calibration = CALIBRATIONS[kind]
    readings = tuple(read_levels(text))
    found = find_near(index, readings, kind, RUNNERS_UP + 1)
    level = next((one.level for one in readings if one.level), None)
    if not found:
        return Match(text, "unmatched", None, None, None, 0.0, level, ())
    best = found[0]
    # `python=0` is spelled nearly like Python, and says that somebody does not have it
    if best.score >= calibration.accept and not (kind == "skill" and says_no_level(text)):
        return Match(
            text, "matched", best.id, best.label, best.method, best.score, level, found[1:]
        )
    status: Status = "ambiguous" if best.score >= calibration.ask else "unmatched"
    method = best.method if status == "ambiguous" else None
    return Match(text, status, None, None, method, best.score, level, found[:RUNNERS_UP])


def find_choice(
    index: MatchIndex, choices: Mapping[str, str], normal: str
) -> tuple[str, str] | None:
    """Return the id and label that were chosen for these words, if any and if still there."""
    chosen = next((one for words, one in choices.items() if normalize(words) == normal), None)
    if chosen is None or chosen not in index.ids:
        return None
    return chosen, index.labels[index.ids.index(chosen)]


def find_known(
    index: MatchIndex, readings: Iterable[Reading], kind: Kind
) -> tuple[tuple[Candidate, ...], int | None]:
    """Return the entries that have a whole name among the readings, and the level it says."""
    for reading in readings:
        normal = normalize(reading.words)
        found = look_up(index, normal)
        if not found and kind == "skill":
            found = look_up_words(index, normal)
        if found and reading.version is None:
            return found, reading.level
        if found and not has_versions(index, normal, found[0].id):
            return tuple(
                Candidate(one.id, one.label, "version", one.score * VERSION_SCORE) for one in found
            ), reading.level
    return (), None


def look_up(index: MatchIndex, normal: str) -> tuple[Candidate, ...]:
    """Find the entries with this very name, labels before aliases, or the same but for spaces."""
    rows = index.exact.get(normal, [])
    for kind, method in ((LABEL, "exact"), (ALIAS, "alias")):
        if found := name_owners(index, [row for row in rows if index.kinds[row] == kind], method):
            return found
    glued = index.keys.get(squeeze(normal), [])
    return name_owners(index, [row for row in glued if index.kinds[row] != DERIVED], "key")


def look_up_words(index: MatchIndex, normal: str) -> tuple[Candidate, ...]:
    """Return the one entry with a name of the same words in another order or form, if there is one.

    Why: right 98 times in 100 for skills; for roles, where an engine installer is no installation
    engineer, it is left to the letters.
    """
    words = normal.split()
    said = families(words)
    if len(said) < 2 or GENERIC.issuperset(telling_words(words)):
        return ()
    rows = index.bags.get(" ".join(sorted(said)), [])
    found = name_owners(index, [row for row in rows if index.kinds[row] != DERIVED], "words")
    derived = {index.ids[index.owners[row]] for row in index.exact.get(normal, ())}
    if len(found) != 1 or derived - {found[0].id}:
        return ()
    return (Candidate(found[0].id, found[0].label, "words", WORDS_SCORE),)


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


__all__ = ["Candidate", "Match", "match_role", "match_skill", "rank", "split_words"]
