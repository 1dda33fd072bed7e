"""The JSON objects that several reports share."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta

from skillgap.diagnostics.diagnostic import Severity
from skillgap.diagnostics.location import DataPath, format_path
from skillgap.domain.gate import EducationLevel, GateForce, GateKind
from skillgap.domain.role import Necessity
from skillgap.domain.source import Basis, Confidence
from skillgap.gap import GapStatus
from skillgap.gates import GateStatus
from skillgap.rendering.json_values import (
    Amount,
    At,
    Exact,
    JsonStruct,
    NoLess,
    Report,
    Share,
    Texts,
    amount,
    means,
)

if TYPE_CHECKING:
    from skillgap.planning.result import Step

Level = Annotated[int, Meta(ge=1, le=5)]
Held = Annotated[int, Meta(ge=0, le=5)]
"""A level, 0 for what is not held."""

Weight = Annotated[float, Meta(ge=0, le=1), amount]
Status = Literal["matched", "ambiguous", "unmatched"]
PathStatus = Literal["optimal", "feasible"]
Method = Literal["choice", "exact", "alias", "key", "words", "version", "fuzzy"]


def or_none(text: str) -> str | None:
    """Return None for an empty text."""
    return text or None


def told_place(place: DataPath) -> str | None:
    """Return a place as a person would index it."""
    return format_path(place) or None


def taken(steps: Sequence["Step"]) -> Texts:
    """Return the credentials of steps in their order."""
    return tuple(step.credential for step in steps)


class RelatedJson(JsonStruct, frozen=True):
    """A second place that a diagnostic speaks of; lines and columns count from 1."""

    message: str
    file: Annotated[str | None, At("location.file")]
    line: Annotated[int | None, At("location.line")]
    column: Annotated[int | None, At("location.column")]


class DiagnosticJson(JsonStruct, frozen=True):
    """One thing that is wrong; lines and columns count from 1, null where there is no place."""

    code: Annotated[str, Meta(pattern="^SG[0-9]{3}$")]
    name: str
    severity: Severity
    message: str
    file: Annotated[str | None, At("location.file")]
    line: Annotated[int | None, At("location.line")]
    column: Annotated[int | None, At("location.column")]
    place: Annotated[str | None, At("path"), told_place]
    hint: Annotated[str | None, or_none]
    related: tuple[RelatedJson, ...]


class CandidateJson(JsonStruct, frozen=True):
    """An entry that words may mean."""

    id: str
    label: str
    method: str | None
    score: Share


class MatchJson(JsonStruct, frozen=True):
    """What words were taken to mean."""

    query: Annotated[str, means("the words as they were given")]
    status: Status
    id: str | None
    label: str | None
    method: Annotated[Method | None, means("how it was found; null where nothing is near")]
    score: Annotated[Share, means("the share of such answers that are right")]
    level: Annotated[Level | None, means("the proficiency level that the words say")]
    runners_up: tuple[CandidateJson, ...]


class MatchesJson(Report, frozen=True):
    """What `skillgap match --format json` prints."""

    results: tuple[MatchJson, ...]


class WordJson(JsonStruct, frozen=True):
    """A skill in a person's words and what it counts as; no level where it is not matched."""

    input: Annotated[str, At("text")]
    status: Annotated[Status, At("match.status")]
    id: Annotated[str | None, At("match.id")]
    label: Annotated[str | None, At("match.label")]
    level: Annotated[Held | None, At("counted_level"), means("the level the skill counts at")]
    level_given: Annotated[
        bool, At("is_level_given"), means("false where the level is the default")
    ]
    method: Annotated[str | None, At("match.method")]
    score: Annotated[Share, At("match.score")]
    runners_up: Annotated[tuple[CandidateJson, ...], At("match.runners_up")]


class EscoJson(JsonStruct, frozen=True):
    """An ESCO occupation."""

    uri: str
    label: str | None


class CodesJson(JsonStruct, frozen=True):
    """A role's public codes."""

    onet_soc: Texts
    esco: tuple[EscoJson, ...]
    isco08: Texts


class PayJson(JsonStruct, frozen=True):
    """What a role pays."""

    amount: NoLess
    currency: str
    per: str
    statistic: str
    area: str
    year: int


class UnderstoodByJson(JsonStruct, frozen=True):
    """By what method a role was understood, and how surely."""

    query: str
    method: str | None
    score: Share


class GateOptionJson(JsonStruct, frozen=True):
    """One thing that a gate asks for."""

    kind: GateKind
    level: EducationLevel | None
    name: str | None
    years: Amount | None


class GateJson(JsonStruct, frozen=True):
    """What a role asks beside skills."""

    any_of: Annotated[tuple[GateOptionJson, ...], At("options"), means("one of them is enough")]
    force: Annotated[GateForce, means("`law`: nobody may do the job without it")]
    share: Annotated[Share | None, means("of the people in the job, those who have it or say so")]
    region: str | None
    note: str | None


class GateStandingJson(JsonStruct, frozen=True):
    """What a role asks beside skills, and how it stands for the person."""

    status: GateStatus
    gate: GateJson


class UnderstoodRoleJson(JsonStruct, frozen=True):
    """The role as it was understood."""

    id: Annotated[str, At("role.id")]
    title: Annotated[str, At("role.title")]
    family: Annotated[str | None, At("role.family")]
    matched: Annotated[UnderstoodByJson, At("role_match")]
    codes: Annotated[CodesJson, At("role.codes")]
    pay: Annotated[PayJson | None, At("role.pay")]


class GapJson(JsonStruct, frozen=True):
    """One requirement against what is held."""

    skill: Annotated[str, means("the option of the requirement that is held best")]
    any_of: Annotated[Texts, At("requirement.skills")]
    held: Held
    required: Annotated[Level, At("requirement.level")]
    importance: Annotated[Weight, At("requirement.importance")]
    necessity: Annotated[Necessity, At("requirement.necessity")]
    status: GapStatus


class SourceJson(JsonStruct, frozen=True):
    """On what a record rests."""

    basis: Basis
    as_of: dt.date | None
    url: str | None
    confidence: Confidence | None
    note: str | None


class OtherCreditJson(JsonStruct, frozen=True):
    """Credit in a system other than ECTS."""

    system: str
    amount: Amount


class CreditsJson(JsonStruct, frozen=True):
    """Credits by their systems."""

    ects: Amount | None
    other: tuple[OtherCreditJson, ...]


class DifferenceJson(JsonStruct, frozen=True):
    """What a path has more than the one told, less where below 0."""

    money: Amount
    hours: Amount
    weeks: Amount
    credentials: int
    value: Annotated[Exact, means("in the unit of the preference")]
    added: Texts
    dropped: Texts
