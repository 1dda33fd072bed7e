"""The molds of a catalog.

Written by `python tests/house/generated.py` out of the shapes; change those, never this.
"""

from __future__ import annotations

from skillgap.domain.credential import (
    AchievementType,
    AssessmentKind,
    DeliveryMode,
    Pace,
    Verification,
)
from skillgap.domain.issuer import IssuerKind
from skillgap.domain.money import PricePer
from skillgap.domain.skill import SkillKind
from skillgap.domain.source import Basis, Confidence
from skillgap.loading.molds.making import (
    Part,
    anything,
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
    truth,
    version,
    whole,
    word,
)
from skillgap.loading.shapes.spelling import (
    AMOUNT_OR_PERCENT,
    CURRENCY_PATTERN,
    LANGUAGE_PATTERN,
    ONE_LINE_PATTERN,
    PROSE_PATTERN,
    SKILL_OR_ANY_OF,
    SKILL_OR_CREDENTIAL,
    URL_PATTERN,
)

SOURCE = record(
    Part("basis", word(Basis)),
    Part("as_of", maybe(day), None),
    Part("url", maybe(text(URL_PATTERN, 2_000)), None),
    Part("confidence", maybe(word(Confidence)), None),
    Part("note", maybe(text(PROSE_PATTERN, 4_000)), None),
)

EXCHANGE_RATES = record(
    Part("rates", map_of(text(CURRENCY_PATTERN), number(gt=0, le=1_000_000)), {}),
    Part("as_of", maybe(day), None),
    Part("source", maybe(SOURCE), None),
)

CATALOG_FRAME = record(
    Part("schema_version", version),
    Part("currency", maybe(text(CURRENCY_PATTERN)), None),
    Part("exchange_rates", maybe(EXCHANGE_RATES), None),
    Part("skills", list_of(anything), ()),
    Part("issuers", list_of(anything), ()),
    Part("credentials", list_of(anything), ()),
    Part("stacks", list_of(anything), ()),
)

ALIGNMENT = record(
    Part("framework", text(ONE_LINE_PATTERN, 300)),
    Part("code", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("url", maybe(text(URL_PATTERN, 2_000)), None),
    Part("name", maybe(text(ONE_LINE_PATTERN, 300)), None),
)

SKILL = record(
    Part("id", identifier),
    Part("label", text(ONE_LINE_PATTERN, 300)),
    Part("kind", maybe(word(SkillKind)), None),
    Part("aliases", list_of(text(ONE_LINE_PATTERN, 300)), ()),
    Part("broader", list_of(identifier), ()),
    Part("alignments", list_of(ALIGNMENT), ()),
)

ACCREDITATION = record(
    Part("by", text(ONE_LINE_PATTERN, 300)),
    Part("url", maybe(text(URL_PATTERN, 2_000)), None),
)

ISSUER = record(
    Part("id", identifier),
    Part("name", text(ONE_LINE_PATTERN, 300)),
    Part("kind", maybe(word(IssuerKind)), None),
    Part("url", maybe(text(URL_PATTERN, 2_000)), None),
    Part("aliases", list_of(text(ONE_LINE_PATTERN, 300)), ()),
    Part("accreditations", list_of(ACCREDITATION), ()),
)

SKILL_LEVEL = record(
    Part("skill", identifier),
    Part("level", whole(ge=1, le=5)),
)

PRICE = record(
    Part("amount", maybe(number(ge=0, le=1_000_000_000))),
    Part("per", word(PricePer), PricePer.ONCE),
    Part("currency", maybe(text(CURRENCY_PATTERN)), None),
    Part("free_audit", maybe(truth), None),
)

SKILL_OPTIONS = record(
    Part("skill", maybe(identifier), None),
    Part("any_of", maybe(list_of(identifier, 1)), None),
    Part("level", whole(ge=1, le=5)),
    ways=SKILL_OR_ANY_OF,
)

ANY_CREDENTIAL = record(
    Part("any_of", list_of(identifier, 1)),
)

PREREQUISITES = record(
    Part("skills", list_of(SKILL_OPTIONS), ()),
    Part("credentials", list_of(text_or_map(identifier, ANY_CREDENTIAL)), ()),
)

DELIVERY = record(
    Part("mode", maybe(word(DeliveryMode)), None),
    Part("pace", maybe(word(Pace)), None),
    Part("languages", list_of(text(LANGUAGE_PATTERN)), ()),
)

ASSESSMENT = record(
    Part("kind", maybe(word(AssessmentKind)), None),
    Part("proctored", maybe(truth), None),
    Part("hands_on", maybe(truth), None),
)

RENEWAL = record(
    Part("every_months", whole(ge=1, le=1_200)),
    Part("price", maybe(PRICE), None),
    Part("hours", maybe(number(ge=0, le=100_000)), None),
)

OTHER_CREDIT = record(
    Part("system", text(ONE_LINE_PATTERN, 300)),
    Part("amount", number(ge=0, le=1_000_000_000)),
)

CREDITS = record(
    Part("ects", maybe(number(ge=0, le=1_000_000_000)), None),
    Part("other", list_of(OTHER_CREDIT), ()),
)

RECOGNITION = record(
    Part("by", text(ONE_LINE_PATTERN, 300)),
    Part("as", text(ONE_LINE_PATTERN, 300), name="counts_as"),
    Part("url", maybe(text(URL_PATTERN, 2_000)), None),
)

CREDENTIAL_FIELD_SOURCES = literal(
    "awards",
    "workload_hours",
    "price",
    "min_weeks",
    "delivery",
    "assessment",
    "verification",
    "valid_months",
    "renewal",
    "credits",
    "eqf_level",
    "recognition",
    "prerequisites",
    "corequisites",
    "offered_until",
)

CREDENTIAL = record(
    Part("id", identifier),
    Part("title", text(ONE_LINE_PATTERN, 300)),
    Part("issuer", identifier),
    Part("awards", list_of(SKILL_LEVEL)),
    Part("workload_hours", maybe(number(ge=0, le=100_000))),
    Part("price", PRICE),
    Part("achievement_type", maybe(word(AchievementType)), None),
    Part("aliases", list_of(text(ONE_LINE_PATTERN, 300)), ()),
    Part("url", maybe(text(URL_PATTERN, 2_000)), None),
    Part("subject", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("prerequisites", PREREQUISITES, PREREQUISITES({})),
    Part("corequisites", list_of(identifier), ()),
    Part("recommends", list_of(identifier), ()),
    Part("min_weeks", maybe(number(ge=0, le=1_000)), None),
    Part("delivery", DELIVERY, DELIVERY({})),
    Part("assessment", ASSESSMENT, ASSESSMENT({})),
    Part("verification", maybe(word(Verification)), None),
    Part("valid_months", maybe(whole(ge=1, le=1_200)), None),
    Part("renewal", maybe(RENEWAL), None),
    Part("credits", CREDITS, CREDITS({})),
    Part("eqf_level", maybe(whole(ge=1, le=8)), None),
    Part("recognition", list_of(RECOGNITION), ()),
    Part("offered_until", maybe(day), None),
    Part("source", maybe(SOURCE), None),
    Part("field_sources", map_of(CREDENTIAL_FIELD_SOURCES, SOURCE), {}),
)

ELECTIVES = record(
    Part("count", whole(ge=1, le=1_000)),
    Part("from", list_of(identifier, 1), name="options"),
)

STACK_AWARD = record(
    Part("skill", maybe(identifier), None),
    Part("level", maybe(whole(ge=1, le=5)), None),
    Part("credential", maybe(identifier), None),
    ways=SKILL_OR_CREDENTIAL,
)

DISCOUNT = record(
    Part("amount", maybe(number(ge=0, le=1_000_000_000)), None),
    Part("percent", maybe(number(gt=0, le=100)), None),
    Part("currency", maybe(text(CURRENCY_PATTERN)), None),
    Part("members", list_of(identifier), ()),
    ways=AMOUNT_OR_PERCENT,
)

STACK = record(
    Part("id", identifier),
    Part("title", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("issuer", maybe(identifier), None),
    Part("url", maybe(text(URL_PATTERN, 2_000)), None),
    Part("all_of", list_of(identifier), ()),
    Part("choose", maybe(ELECTIVES), None),
    Part("awards", list_of(STACK_AWARD), ()),
    Part("discount", maybe(DISCOUNT), None),
    Part("credits", CREDITS, CREDITS({})),
    Part("leads_to", maybe(text(ONE_LINE_PATTERN, 300)), None),
    Part("source", maybe(SOURCE), None),
)
