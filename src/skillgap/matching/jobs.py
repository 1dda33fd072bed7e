"""The role that a job title means: one, several to choose from, or none."""

from collections.abc import Iterable, Sequence

from skillgap.matching.index import MatchIndex
from skillgap.matching.lexicon import families
from skillgap.matching.match import (
    RUNNERS_UP,
    Candidate,
    Match,
    look_up,
)
from skillgap.matching.normalize import normalize
from skillgap.matching.titles import TitleReading, read_title

FLOOR = 0.2
"""The chance under which a role is not near enough to be named."""

LONGEST_ASKED = 3
ASKED_BY_MOST = 8
"""What more roles than this ask for tells nothing about one of them."""


def match_role(index: MatchIndex, text: str) -> Match:
    """Return the role that a job title means, whatever a posting adds to it.

    A whole title or one mistyped is taken. Where others are near, or ask for what the title speaks
    of, as "AWS engineer", they are asked about, because titles are ambiguous in themselves; where
    nothing is near, nothing is named.
    """
    readings: list[TitleReading] = []
    for reading in read_title(text):
        readings.append(reading)
        found = name_job(index, reading)
        if len(found) == 1 and not reading.is_aside:
            best = found[0]
            return Match(text, "matched", best.id, best.label, best.method, best.score, None, ())
        if found:
            return ask(text, found, near_jobs(index, tuple(read_title(text))))
    readings = readings or [TitleReading((text,))]
    from skillgap.matching.calibration import ROLE

    near = near_jobs(index, readings)
    best_near = near[0] if near else None
    if best_near and best_near.score >= ROLE.accept:
        return Match(
            *(text, "matched", best_near.id, best_near.label, best_near.method),
            *(best_near.score, None, near[1 : RUNNERS_UP + 1]),
        )
    sure = [each for each in near if each.score >= FLOOR]
    asking = find_asking(index, readings)
    if best_near and best_near.score >= ROLE.ask:
        return ask(text, sure, asking)
    if asking:
        return ask(text, asking, sure)
    score = best_near.score if best_near else 0.0
    return Match(text, "unmatched", None, None, None, score, None, tuple(sure[:RUNNERS_UP]))


def name_job(index: MatchIndex, reading: TitleReading) -> tuple[Candidate, ...]:
    """Return the roles that have a reading's names as whole titles, each once.

    Of names that say the same in two ways, as "software engineer / programmer", each must be one.
    """
    found: dict[str, Candidate] = {}
    for name in reading.names:
        owners = look_up(index, normalize(name))
        if not owners:
            return ()
        for owner in owners:
            found.setdefault(owner.id, owner)
    return tuple(found.values())


def near_jobs(index: MatchIndex, readings: Sequence[TitleReading]) -> tuple[Candidate, ...]:
    """Return the roles nearest to what is left of a title, nearest first, each once.

    The whole title counts only where nothing can be left out of it.
    """
    from skillgap.matching.calibration import ROLE
    from skillgap.matching.decide import find_nearest

    names = dict.fromkeys(
        normalize(name)
        for reading in (readings[1:] or readings)
        if not reading.is_aside
        for name in reading.names
    )
    chances: dict[int, float] = {}
    for name in names:
        for owner, score in find_nearest(index, name, ROLE, RUNNERS_UP + 1):
            chances[owner] = max(chances.get(owner, 0.0), score)
    ordered = sorted(chances.items(), key=lambda each: (-each[1], each[0]))
    return tuple(
        Candidate(index.ids[owner], index.labels[owner], "fuzzy", round(score, 4))
        for owner, score in ordered[: RUNNERS_UP + 1]
    )


def find_asking(index: MatchIndex, readings: Sequence[TitleReading]) -> tuple[Candidate, ...]:
    """Return the roles that ask for skills that a title speaks of, "AWS engineer" or "pentesting".

    They are those whose own titles end as this one does, since an engineer is no analyst, or all of
    them where the title is nothing else than the skill.
    """
    title = readings[1] if len(readings) > 1 else readings[0]
    words = normalize(" ".join(title.names)).split()
    if not words:
        return ()
    whole = few(index.owners_asking(" ".join(words)))
    owners = whole or tuple(
        owner
        for length in range(LONGEST_ASKED, 0, -1)
        for start in range(len(words) - length)
        if len(asked := " ".join(words[start : start + length])) > 1
        for owner in few(index.owners_asking(asked))
        if ends_as(index, owner, families(words)[-1])
    )
    return tuple(
        Candidate(index.ids[owner], index.labels[owner], "fuzzy", 0.0)
        for owner in tuple(dict.fromkeys(owners))[:RUNNERS_UP]
    )


def ends_as(index: MatchIndex, owner: int, head: str) -> bool:
    """Whether a title of an entry ends in a word of this family."""
    return any(
        index.owners[row] == owner and index.families[row].split()[-1:] == [head]
        for row in index.rows_with_word(head)
    )


def few(owners: tuple[int, ...]) -> tuple[int, ...]:
    """Return the roles that ask for something, unless nearly all do."""
    return owners if len(owners) <= ASKED_BY_MOST else ()


def ask(text: str, first: Iterable[Candidate], then: Iterable[Candidate]) -> Match:
    """Return the question which of some roles is meant."""
    found: dict[str, Candidate] = {}
    for each in (*first, *then):
        found.setdefault(each.id, each)
    candidates = tuple(found.values())[:RUNNERS_UP]
    best = candidates[0]
    return Match(text, "ambiguous", None, None, best.method, best.score, None, candidates)
