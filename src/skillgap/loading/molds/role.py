"""The molds of a role.

Written by `python tests/house/generated.py` out of the shapes; change those, never this.
"""

from __future__ import annotations

from skillgap.domain.role import Necessity
from skillgap.loading.molds.catalog import SOURCE
from skillgap.loading.molds.making import (
    Part,
    identifier,
    list_of,
    literal,
    maybe,
    number,
    record,
    text,
    version,
    whole,
    word,
)
from skillgap.loading.shapes.spelling import (
    CURRENCY_PATTERN,
    ISCO08_PATTERN,
    ONE_LINE_PATTERN,
    ONET_SOC_PATTERN,
    PROSE_PATTERN,
    SKILL_OR_ANY_OF,
    URL_PATTERN,
)

EVIDENCE = record(
    Part("framework", text(ONE_LINE_PATTERN, 300)),
    Part("code", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("name", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("level", maybe(number(ge=0, le=1_000)), None),
    Part("importance", maybe(number(ge=0, le=1_000)), None),
)

REQUIREMENT = record(
    Part("skill", maybe(identifier), None),
    Part("any_of", maybe(list_of(identifier, 1)), None),
    Part("level", whole(ge=1, le=5)),
    Part("importance", number(ge=0, le=1)),
    Part("necessity", word(Necessity)),
    Part("evidence", list_of(EVIDENCE), ()),
    Part("note", maybe(text(PROSE_PATTERN, 4_000)), None),
    ways=SKILL_OR_ANY_OF,
)

ESCO_OCCUPATION = record(
    Part("uri", text(URL_PATTERN, 2_000)),
    Part("label", maybe(text(ONE_LINE_PATTERN, 300)), None),
)

OCCUPATION_CODES = record(
    Part("onet_soc", list_of(text(ONET_SOC_PATTERN)), ()),
    Part("esco", list_of(ESCO_OCCUPATION), ()),
    Part("isco08", list_of(text(ISCO08_PATTERN)), ()),
)

PAY_PER = literal(
    "hour",
    "month",
    "year",
)

PAY = record(
    Part("amount", number(ge=0, le=1_000_000_000)),
    Part("currency", text(CURRENCY_PATTERN)),
    Part("per", PAY_PER, "year"),
    Part("statistic", text(ONE_LINE_PATTERN, 300), "median"),
    Part("area", text(ONE_LINE_PATTERN, 300)),
    Part("year", whole(ge=1_900, le=2_199)),
    Part("source", maybe(SOURCE), None),
)

ROLE = record(
    Part("schema_version", version, 1),
    Part("id", identifier),
    Part("title", text(ONE_LINE_PATTERN, 300)),
    Part("requirements", list_of(REQUIREMENT, 1)),
    Part("family", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("aliases", list_of(text(ONE_LINE_PATTERN, 300)), ()),
    Part("codes", OCCUPATION_CODES, OCCUPATION_CODES({})),
    Part("job_zone", maybe(whole(ge=1, le=5)), None),
    Part("pay", maybe(PAY), None),
    Part("related", list_of(identifier), ()),
    Part("source", maybe(SOURCE), None),
)
