"""What is neither skill nor known credential: languages, degrees, licences, job titles."""

from __future__ import annotations

import msgspec

from skillgap.matching.jobs import match_role
from skillgap.matching.levels import DURATION, Reading, compiled, level_said
from skillgap.matching.match import Candidate
from skillgap.matching.reading.credentials import keyed, rank_credentials
from skillgap.matching.reading.names import ask_among, one_of
from skillgap.matching.reading.part import Part, with_level
from skillgap.matching.reading.schooling import read_degree, read_licence, status_of_degree
from skillgap.matching.reading.standing import read_standing
from skillgap.matching.reading.titles import is_title, without_seniority
from skillgap.matching.reading.tongues import read_tongue
from skillgap.matching.reading.vocabulary import MOST_COMPARED, Vocabulary
from skillgap.matching.reading.within import names_within


def read_other(vocabulary: Vocabulary, text: str) -> Part | None:
    """Return the language, degree, licence, title or unknown credential that a text speaks of."""
    if tongue := read_tongue(text):
        return Part(
            text, "language", "matched", label=tongue.name, method="form", score=1.0,
            level=tongue.level, level_said=tongue.said,
        )  # fmt: skip
    last = shortest(vocabulary, text)
    titled = is_title(last.words)
    if not titled and (degree := read_degree(text)):
        status = status_of_degree(text)
        return Part(text, "education", status, label=degree, method="form", score=1.0)
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


def read_licence_standing(vocabulary: Vocabulary, text: str) -> Part | None:
    """Return the licence of a text that says how it stands, nothing where it says none of it."""
    told = read_standing(text, vocabulary.days) if read_licence(text) else None
    if told is None or not read_licence(told[1]):
        return None
    return Part(text, "licence", told[0], label="Licence", method="form", score=1.0)


def shortest(vocabulary: Vocabulary, text: str) -> Reading:
    """Return the reading with the most taken off it."""
    return [each for each in vocabulary.read(text) if not each.is_aside][-1]


def years_of(vocabulary: Vocabulary, text: str) -> Reading:
    """Return the reading that says for how long, else the text as it is."""
    readings = vocabulary.read(text)
    told = next((each for each in readings if each.years is not None), None)
    match = compiled(DURATION).search(text) if told is None else None
    if match is None:
        return told or Reading(text)
    level, years = level_said(match, vocabulary.year)
    return Reading(text, level, said=match[0].strip(), years=years)


def read_title(vocabulary: Vocabulary, title: str, reading: Reading) -> Part:
    """Return the role that a job title means: none is an honest answer."""
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
    """Return the credentials that a text may mean which says that it is one, or that it is none."""
    near = rank_credentials(vocabulary.credentials, text, 5)
    inner = [each for each, _ in names_within(vocabulary, " ".join(keyed(text).words))]
    if near or inner:
        return ask_among(text, (*inner[:2], *near))
    return Part(text, "credential", "unmatched")
