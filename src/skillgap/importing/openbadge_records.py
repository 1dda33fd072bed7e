"""Where achievements stand in the records of Open Badges 3.0 and CLR 2.0."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from skillgap.diagnostics.location import DataPath
from skillgap.importing.jsonld import Json, Record, as_list, type_names


class FoundAchievement(msgspec.Struct, frozen=True):
    """One achievement, who issued the credential around it, and where it stands."""

    record: Record
    issuer: Json
    place: DataPath


def records_of(data: Json, place: DataPath = ()) -> Iterator[tuple[DataPath, Json]]:
    """Give the records of a document with their places, those that wrap others taken apart.

    A record of signed text is given as the text; a presentation or a learner record gives the
    credentials in it, and itself where it holds achievements of its own.
    """
    if isinstance(data, list):
        for index, each in enumerate(data):
            yield from records_of(each, (*place, index))
        return
    if not isinstance(data, dict):
        yield place, data
        return
    subject = data.get("credentialSubject")
    wrappers = ((data, place), (subject, (*place, "credentialSubject")))
    inner = [
        (holder["verifiableCredential"], (*where, "verifiableCredential"))
        for holder, where in wrappers
        if isinstance(holder, dict) and holder.get("verifiableCredential") is not None
    ]
    if not inner or any(achievements_of(data, place)):
        yield place, data
    for wrapped, where in inner:
        yield from records_of(wrapped, where)


def achievements_of(record: Json, place: DataPath) -> Iterator[FoundAchievement]:
    """Give the achievements that a record is, or that its subject has."""
    if not isinstance(record, dict):
        return
    if "Achievement" in type_names(record):
        yield FoundAchievement(record, None, place)
        return
    for index, subject in enumerate(as_list(record.get("credentialSubject"))):
        if not isinstance(subject, dict):
            continue
        where: DataPath = (*place, "credentialSubject")
        if isinstance(record.get("credentialSubject"), list):
            where = (*where, index)
        achievement = subject.get("achievement")
        for number, each in enumerate(as_list(achievement)):
            if isinstance(each, dict):
                inner = (number,) if isinstance(achievement, list) else ()
                yield FoundAchievement(each, record.get("issuer"), (*where, "achievement", *inner))


def associations_of(record: Json) -> Iterator[Record]:
    """Give what a learner record says of how its achievements hang together."""
    if isinstance(record, dict):
        for subject in as_list(record.get("credentialSubject")):
            if isinstance(subject, dict):
                for each in as_list(subject.get("association")):
                    if isinstance(each, dict):
                        yield each
