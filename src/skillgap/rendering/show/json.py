"""Everything known of one thing of the catalog, as a script reads it."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, field

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import Price, PricePer
from skillgap.domain.role import Necessity, RoleProfile
from skillgap.domain.skill import Skill
from skillgap.domain.stack import Stack
from skillgap.gap import is_trait
from skillgap.planning.recognition import FULL, recognition_parts
from skillgap.rendering.json_parts import (
    CodesJson,
    CreditsJson,
    GateJson,
    Level,
    PayJson,
    SourceJson,
    Weight,
)
from skillgap.rendering.json_values import Amount, At, Count, JsonStruct, Report, Texts, means
from skillgap.rendering.show.relations import (
    asking,
    awarding,
    credentials_covering,
    issued_by,
    levels_of,
    levels_of_stack,
    narrower,
    roles_covered,
    stacks_awarding,
    stacks_covering,
    stacks_with,
    unlocked_by,
)

if TYPE_CHECKING:
    from skillgap.rendering.show.text import Shown

Kind = Literal["role", "credential", "skill", "issuer", "stack"]
Covered = Annotated[int, Meta(ge=1)]
COVERS = "roles by how many of their essential requirements it covers, most first"


class SkillLevelJson(JsonStruct, frozen=True):
    """A skill at a level."""

    skill: str
    level: Level


class PriceJson(JsonStruct, frozen=True):
    """A price as it is printed."""

    amount: Amount | None
    per: PricePer
    currency: str
    free_audit: bool | None


class EvidenceJson(JsonStruct, frozen=True):
    """A figure of an outside framework, on its own scale."""

    framework: str
    code: str | None
    name: str | None
    level: float | None
    importance: float | None


class SkillOptionsJson(JsonStruct, frozen=True):
    """Any one of some skills at a level."""

    any_of: Annotated[Texts, At("skills")]
    level: Level


class RequirementJson(SkillOptionsJson, frozen=True):
    """What a role asks."""

    importance: Weight
    necessity: Necessity
    trait: Annotated[bool, means("of transversal skills alone, and so counted apart")]
    evidence: tuple[EvidenceJson, ...]
    note: str | None


class CoveringCredentialJson(JsonStruct, frozen=True):
    """A credential, and how many essential requirements it covers."""

    credential: Annotated[str, At("id")]
    covered: Covered


class CoveringStackJson(JsonStruct, frozen=True):
    """A stack, and how many essential requirements it covers."""

    stack: Annotated[str, At("id")]
    covered: Covered


class CoveredRoleJson(JsonStruct, frozen=True):
    """A role, and how many of its essential requirements are covered."""

    role: Annotated[str, At("id")]
    covered: Covered


class RoleCardJson(JsonStruct, frozen=True):
    """A role, and what covers its essential requirements."""

    id: str
    title: str
    family: str | None
    aliases: Texts
    codes: CodesJson
    job_zone: int | None
    pay: PayJson | None
    pay_source: Annotated[SourceJson | None, At("pay.source")]
    related: Texts
    gates: tuple[GateJson, ...]
    requirements: tuple[RequirementJson, ...]
    source: SourceJson | None
    covered_by: Annotated[
        tuple[CoveringCredentialJson, ...],
        means("credentials by how many essential requirements each covers, most first"),
    ]
    covered_by_stacks: Annotated[
        tuple[CoveringStackJson, ...],
        means("stacks by how many essential requirements their certain members and awards cover"),
    ]


class CredentialOptionsJson(JsonStruct, frozen=True):
    """Any one of some credentials."""

    any_of: Annotated[Texts, At("")]


class PrerequisitesJson(JsonStruct, frozen=True):
    """What must be held before: every entry of both."""

    skills: tuple[SkillOptionsJson, ...]
    credentials: tuple[CredentialOptionsJson, ...]


class DeliveryJson(JsonStruct, frozen=True):
    """Where, at whose pace and in which languages it is offered."""

    mode: str | None
    pace: str | None
    languages: Texts


class AssessmentJson(JsonStruct, frozen=True):
    """What has to be shown, and whether somebody watches."""

    kind: str | None
    proctored: bool | None
    hands_on: bool | None


class RenewalJson(JsonStruct, frozen=True):
    """What keeps a credential valid."""

    every_months: int
    price: PriceJson | None
    hours: Amount | None


class RecognitionJson(JsonStruct, frozen=True):
    """Somebody who counts it, and as what."""

    by: str
    counts_as: str = field(name="as")
    url: str | None


class ScorePartJson(JsonStruct, frozen=True):
    """What one sort of evidence earns of what it can."""

    name: str
    earned: int
    possible: int


class ScoreJson(JsonStruct, frozen=True):
    """The recognition score."""

    score: Count
    full: Literal[1000] = field(name="of")
    parts: tuple[ScorePartJson, ...]


class CredentialJson(JsonStruct, frozen=True):
    """A credential, and what it unlocks and counts toward."""

    id: str
    title: str
    issuer: str
    achievement_type: str | None
    aliases: Texts
    url: str | None
    subject: str | None
    awards: tuple[SkillLevelJson, ...]
    prerequisites: PrerequisitesJson
    corequisites: Texts
    recommends: Texts
    unlocks: Texts
    stacks: Texts
    covers: Annotated[tuple[CoveredRoleJson, ...], means(COVERS)]
    workload_hours: Amount | None
    min_weeks: Amount | None
    price: PriceJson
    delivery: DeliveryJson
    assessment: AssessmentJson
    verification: str | None
    valid_months: int | None
    renewal: RenewalJson | None
    credits: CreditsJson
    eqf_level: int | None
    recognition: tuple[RecognitionJson, ...]
    offered_until: dt.date | None
    recognition_score: Annotated[ScoreJson, means("what can be pointed at, in thousandths")]
    source: SourceJson | None
    field_sources: dict[str, SourceJson | None]


class AlignmentJson(JsonStruct, frozen=True):
    """A pointer into an outside framework."""

    framework: str
    code: str | None
    url: str | None
    name: str | None


class AwardingJson(JsonStruct, frozen=True):
    """A credential that awards the skill."""

    credential: Annotated[str, At("credential.id")]
    level: Level


class AwardingStackJson(JsonStruct, frozen=True):
    """A stack that awards the skill once it is complete."""

    stack: str
    level: Level


class AskingJson(JsonStruct, frozen=True):
    """A role that asks for the skill."""

    role: Annotated[str, At("role.id")]
    level: Annotated[Level, At("requirement.level")]
    importance: Annotated[Weight, At("requirement.importance")]
    necessity: Annotated[Necessity, At("requirement.necessity")]


class SkillJson(JsonStruct, frozen=True):
    """A skill, what awards it and which roles ask for it."""

    id: str
    label: str
    kind: str | None
    aliases: Texts
    broader: Texts
    narrower: Texts
    alignments: tuple[AlignmentJson, ...]
    awarded_by: tuple[AwardingJson, ...]
    awarded_by_stacks: tuple[AwardingStackJson, ...]
    asked_by: tuple[AskingJson, ...]


class AccreditationJson(JsonStruct, frozen=True):
    """Somebody who vouches for the issuer."""

    by: str
    url: str | None


class IssuerJson(JsonStruct, frozen=True):
    """An issuer and what it awards."""

    id: str
    name: str
    kind: str | None
    url: str | None
    aliases: Texts
    accreditations: tuple[AccreditationJson, ...]
    credentials: Texts
    stacks: Texts


class ElectivesJson(JsonStruct, frozen=True):
    """Any so many of some credentials."""

    count: int
    options: Texts = field(name="from")


class DiscountJson(JsonStruct, frozen=True):
    """What is off for whoever completes a stack."""

    amount: Amount | None
    percent: Amount | None
    currency: str | None
    members: Texts


class StackJson(JsonStruct, frozen=True):
    """A stack, its members and the roles it helps toward."""

    id: str
    title: str | None
    issuer: str | None
    url: str | None
    all_of: Texts
    choose: ElectivesJson | None
    awards: tuple[SkillLevelJson, ...]
    earns: Texts
    covers: Annotated[tuple[CoveredRoleJson, ...], means(COVERS)]
    discount: DiscountJson | None
    credits: CreditsJson
    leads_to: str | None
    source: SourceJson | None


class ShowJson(Report, frozen=True):
    """What `skillgap show --format json` prints: the thing stands under the name of its kind."""

    kind: Kind
    role: RoleCardJson | UnsetType = UNSET
    credential: CredentialJson | UnsetType = UNSET
    skill: SkillJson | UnsetType = UNSET
    issuer: IssuerJson | UnsetType = UNSET
    stack: StackJson | UnsetType = UNSET


def shown_json(shown: "Shown", catalog: Catalog) -> ShowJson:
    """Return `kind`, and under the kind's own name everything known."""
    kind, value = describe(shown, catalog)
    return ShowJson.of(kind=kind, **{kind: value})


def describe(shown: "Shown", catalog: Catalog) -> tuple[str, JsonStruct]:
    """Return the kind of a thing and everything known of it."""
    if isinstance(shown, RoleProfile):
        return "role", RoleCardJson.of(
            shown,
            requirements=[
                RequirementJson.of(each, trait=is_trait(each, catalog))
                for each in shown.requirements
            ],
            covered_by=credentials_covering(catalog, shown),
            covered_by_stacks=stacks_covering(catalog, shown),
        )
    if isinstance(shown, MicroCredential):
        return "credential", credential_json(shown, catalog)
    if isinstance(shown, Skill):
        return "skill", SkillJson.of(
            shown,
            narrower=ids(narrower(catalog, shown.id)),
            awarded_by=awarding(catalog, shown.id),
            awarded_by_stacks=[
                AwardingStackJson(stack.id, level)
                for stack, level in stacks_awarding(catalog, shown.id)
            ],
            asked_by=asking(catalog, shown.id),
        )
    if isinstance(shown, Issuer):
        return "issuer", IssuerJson.of(
            shown,
            credentials=ids(issued_by(catalog, shown.id)),
            stacks=ids(each for each in catalog.stacks.values() if each.issuer == shown.id),
        )
    covers = roles_covered(catalog, levels_of_stack(catalog, shown))
    return "stack", StackJson.of(shown, covers=covers)


def credential_json(credential: MicroCredential, catalog: Catalog) -> CredentialJson:
    """Return a credential, and what it unlocks and counts toward."""
    parts = recognition_parts(credential, catalog.issuers.get(credential.issuer))
    renewal = credential.renewal
    return CredentialJson.of(
        credential,
        unlocks=ids(unlocked_by(catalog, credential.id)),
        stacks=ids(stacks_with(catalog, credential.id)),
        covers=roles_covered(catalog, levels_of(credential.awards)),
        price=price_json(credential.price, catalog.currency),
        renewal=renewal
        and RenewalJson.of(renewal, price=price_json(renewal.price, catalog.currency)),
        recognition_score=ScoreJson.of(
            score=sum(each.earned for each in parts), full=FULL, parts=parts
        ),
    )


def price_json(price: Price | None, currency: str) -> PriceJson | None:
    """Return a price, in the catalog's currency unless it says another."""
    if price is None:
        return None
    return PriceJson.of(price, currency=price.currency or currency)


def ids(things: Iterable[MicroCredential | Skill | Stack]) -> Texts:
    """Return the ids of things in their order."""
    return tuple(each.id for each in things)
