"""Where achievements stand in the records of Open Badges 2.0 and 3.0, and of CLR 2.0."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from skillgap.diagnostics.location import DataPath
from skillgap.importing.reading.jsonld import Json, Record, as_list, type_names

IS_OLDER: Final = "BadgeClass"
"""What Open Badges 2.0 calls an achievement; an assertion of it has it as its `badge`."""


class FoundAchievement(msgspec.Struct, frozen=True):
    """One achievement, who issued the credential around it, and where it stands."""

    record: Record
    issuer: Json
    path: DataPath


def records_of(data: Json, path: DataPath = ()) -> Iterator[tuple[DataPath, Json]]:
    """Yield the records of a document with their paths, those that wrap others taken apart.

    A record of signed text is yielded as the text; a presentation or a learner record yields the
    credentials in it, and itself where it holds achievements of its own.
    """
    if isinstance(data, list):
        for index, each in enumerate(data):
            yield from records_of(each, (*path, index))
        return
    if not isinstance(data, dict):
        yield path, data
        return
    subject = data.get("credentialSubject")
    wrappers = ((data, path), (subject, (*path, "credentialSubject")))
    inner = [
        (holder["verifiableCredential"], (*where, "verifiableCredential"))
        for holder, where in wrappers
        if isinstance(holder, dict) and holder.get("verifiableCredential") is not None
    ]
    if not inner or any(achievements_of(data, path)):
        yield path, data
    for wrapped, where in inner:
        yield from records_of(wrapped, where)


def achievements_of(record: Json, path: DataPath) -> Iterator[FoundAchievement]:
    """Yield the achievements that a record is, or that its subject has."""
    if not isinstance(record, dict):
        return
    types = type_names(record)
    if "Achievement" in types or IS_OLDER in types:
        yield FoundAchievement(record, record.get("issuer") if IS_OLDER in types else None, path)
        return
    badge = record.get("badge")
    if isinstance(badge, dict):
        yield FoundAchievement(badge, badge.get("issuer"), (*path, "badge"))
    for index, subject in enumerate(as_list(record.get("credentialSubject"))):
        if not isinstance(subject, dict):
            continue
        where: DataPath = (*path, "credentialSubject")
        if isinstance(record.get("credentialSubject"), list):
            where = (*where, index)
        achievement = subject.get("achievement")
        for number, each in enumerate(as_list(achievement)):
            if isinstance(each, dict):
                inner = (number,) if isinstance(achievement, list) else ()
                yield FoundAchievement(each, record.get("issuer"), (*where, "achievement", *inner))


def associations_of(record: Json) -> Iterator[Record]:
    """Yield what a learner record says of how its achievements hang together."""
    if isinstance(record, dict):
        for subject in as_list(record.get("credentialSubject")):
            if isinstance(subject, dict):
                for each in as_list(subject.get("association")):
                    if isinstance(each, dict):
                        yield each
