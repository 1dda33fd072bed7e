"""The molds of a learner.

Written by `python tests/house/generated.py` out of the shapes; change those, never this.
"""

from __future__ import annotations

from skillgap.loading.molds.making import (
    Part,
    day,
    identifier,
    list_of,
    literal,
    map_of,
    maybe,
    number,
    record,
    text,
    text_or_map,
    version,
    whole,
)
from skillgap.loading.shapes.spelling import LANGUAGE_PATTERN, ONE_LINE_PATTERN

SKILL_WORDS = record(
    Part("skill", text(ONE_LINE_PATTERN, 300)),
    Part("level", maybe(whole(ge=1, le=5)), None),
)

HELD_CREDENTIAL = record(
    Part("credential", identifier),
    Part("earned", maybe(day), None),
    Part("expires", maybe(day), None),
)

HOLIDAY = record(
    Part("from", day, name="first"),
    Part("to", day, name="last"),
)

LEARNER_PREFER = literal(
    "balanced",
    "cheapest",
    "fastest",
    "fewest",
    "recognized",
    "hands-on",
)

LEARNER = record(
    Part("schema_version", version, 1),
    Part("name", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("role", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("skills", list_of(text_or_map(text(ONE_LINE_PATTERN, 300), SKILL_WORDS)), ()),
    Part("credentials", list_of(text_or_map(identifier, HELD_CREDENTIAL)), ()),
    Part("hours_per_week", maybe(number(gt=0, le=168)), None),
    Part("at_once", maybe(whole(ge=1, le=10)), None),
    Part("holidays", list_of(HOLIDAY), ()),
    Part("budget", maybe(number(ge=0, le=1_000_000_000)), None),
    Part("by", maybe(day), None),
    Part("prefer", maybe(LEARNER_PREFER), None),
    Part("languages", list_of(text(LANGUAGE_PATTERN)), ()),
    Part("choices", map_of(text(ONE_LINE_PATTERN, 300), identifier), {}),
)
