"""The ids that a record mentions whose shape is wrong, found in what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from skillgap.diagnostics.location import DataPath
from skillgap.domain.identifiers import is_identifier

EACH: Final = "*"
"""Stands for every entry of a list."""

Where = tuple[tuple[str, ...], str]
"""A way to ids, and the section of the records that have them."""

MENTIONING: Mapping[str, tuple[Where, ...]] = {
    "skills": ((("broader", EACH), "skills"),),
    "credentials": (
        (("issuer",), "issuers"),
        (("awards", EACH, "skill"), "skills"),
        (("prerequisites", "skills", EACH, "skill"), "skills"),
        (("prerequisites", "skills", EACH, "any_of", EACH), "skills"),
        (("prerequisites", "credentials", EACH), "credentials"),
        (("prerequisites", "credentials", EACH, "any_of", EACH), "credentials"),
        (("corequisites", EACH), "credentials"),
        (("recommends", EACH), "credentials"),
    ),
    "stacks": (
        (("issuer",), "issuers"),
        (("all_of", EACH), "credentials"),
        (("choose", "from", EACH), "credentials"),
        (("discount", "members", EACH), "credentials"),
        (("awards", EACH, "skill"), "skills"),
        (("awards", EACH, "credential"), "credentials"),
    ),
    "roles": (
        (("requirements", EACH, "skill"), "skills"),
        (("requirements", EACH, "any_of", EACH), "skills"),
        (("related", EACH), "roles"),
    ),
}
"""Where a record of each section mentions others."""


def find_mentions(section: str, record: object) -> Iterator[tuple[str, str, DataPath]]:
    """Give the section, the id and the place in the record of all that it mentions.

    What is no id at all is wrong by its shape, and told as that.

    Why: a misspelled reference is told beside what is wrong with the record, not a run later.
    """
    for way, target in MENTIONING.get(section, ()):
        for place, text in follow(record, way, ()):
            if is_identifier(text):
                yield target, text, place


def follow(value: object, way: tuple[str, ...], place: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Give the texts that stand at the end of a way, with their places."""
    if not way:
        if isinstance(value, str):
            yield place, value
        return
    step, *rest = way
    if step == EACH:
        for index, each in enumerate(value if isinstance(value, list) else ()):
            yield from follow(each, tuple(rest), (*place, index))
    elif isinstance(value, dict) and step in value:
        yield from follow(value[step], tuple(rest), (*place, step))
