"""What a role asks of a person."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from msgspec import Meta

from skillgap.domain.fields import (
    ISCO08_PATTERN,
    ONET_SOC_PATTERN,
    Amount,
    Currency,
    OneLine,
    Prose,
    Record,
    SchemaVersion,
    Url,
)
from skillgap.domain.gate import Gate
from skillgap.domain.identifiers import KEBAB, RoleId, RoleRef, SkillId
from skillgap.domain.skill import AsksSkills
from skillgap.domain.source import Source

ForeignFigure = Annotated[float, Meta(ge=0, le=1000)]


class Necessity(StrEnum):
    """The two strengths of a requirement (ESCO)."""

    ESSENTIAL = "essential"
    OPTIONAL = "optional"


class Evidence(Record, frozen=True):
    """A figure of an outside framework, on that framework's own scale.

    What a requirement derives from, as it stands there: O*NET levels run 0-7, importances 1-5.
    """

    framework: Annotated[OneLine, Meta(description="Which one.", examples=["O*NET 29.3"])]
    code: Annotated[OneLine | None, Meta(description="The code in it.", examples=["2.B.3.e"])] = (
        None
    )
    name: Annotated[
        OneLine | None, Meta(description="Its name in it.", examples=["Programming"])
    ] = None
    level: Annotated[ForeignFigure | None, Meta(description="The level as it stands there.")] = None
    importance: Annotated[
        ForeignFigure | None, Meta(description="The importance as it stands there.")
    ] = None


class SkillRequirement(AsksSkills, frozen=True, kw_only=True):
    """A skill that the role asks for, or several of which one is enough."""

    importance: Annotated[
        float,
        Meta(ge=0, le=1, description="How much it weighs, from 0 to 1.", examples=[0.9]),
    ]
    necessity: Annotated[
        Necessity, Meta(description="`essential`: the role cannot be done without it.")
    ]
    evidence: Annotated[
        tuple[Evidence, ...], Meta(description="What level and importance derive from.")
    ] = ()
    note: Annotated[Prose | None, Meta(description="What else a reader should know.")] = None

    @classmethod
    def of(
        cls,
        skills: Iterable[SkillId],
        level: int,
        importance: float,
        necessity: Necessity,
        evidence: tuple[Evidence, ...] = (),
        note: str | None = None,
    ) -> Self:
        """Ask for any one of `skills` at a level."""
        return cls(
            any_of=tuple(skills),
            level=level,
            importance=importance,
            necessity=necessity,
            evidence=evidence,
            note=note,
        )

    @property
    def is_essential(self) -> bool:
        """Whether the role cannot be done without it."""
        return self.necessity is Necessity.ESSENTIAL


class EscoOccupation(Record, frozen=True):
    """An ESCO occupation."""

    uri: Annotated[Url, Meta(description="The concept URI.")]
    label: Annotated[OneLine | None, Meta(description="The preferred label.")] = None


class OccupationCodes(Record, frozen=True):
    """The public names of the role."""

    onet_soc: Annotated[
        tuple[Annotated[str, Meta(pattern=ONET_SOC_PATTERN)], ...],
        Meta(description="O*NET-SOC.", examples=[["15-2051.01"]]),
    ] = ()
    esco: Annotated[tuple[EscoOccupation, ...], Meta(description="ESCO occupations.")] = ()
    isco08: Annotated[
        tuple[Annotated[str, Meta(pattern=ISCO08_PATTERN)], ...],
        Meta(description="ISCO-08, in quotes.", examples=[["2511"]]),
    ] = ()


class Pay(Record, frozen=True, kw_only=True):
    """What the role pays."""

    amount: Annotated[Amount, Meta(description="How much.")]
    currency: Annotated[Currency, Meta(description="ISO 4217.")]
    per: Annotated[Literal["hour", "month", "year"], Meta(description="For how long a time.")] = (
        "year"
    )
    statistic: Annotated[OneLine, Meta(description="Which statistic it is.")] = "median"
    area: Annotated[OneLine, Meta(description="Where.", examples=["US"])]
    year: Annotated[int, Meta(ge=1900, le=2199, description="Of which year it is.")]
    source: Annotated[Source | None, Meta(description="On what the figure rests.")] = None


class RoleProfile(Record, frozen=True, kw_only=True):
    """A role, the skills that it requires, and what it asks beside them."""

    written_order: ClassVar = (..., "requirements")

    schema_version: Annotated[SchemaVersion, Meta(description="The version of this shape: 1.")] = 1
    id: Annotated[
        RoleId,
        KEBAB,
        Meta(
            description="Lower-case words with hyphens; also the name of the file.",
            examples=["data-analyst"],
        ),
    ]
    title: Annotated[
        OneLine, Meta(description="The name that people see.", examples=["Data Analyst"])
    ]
    requirements: Annotated[
        tuple[SkillRequirement, ...],
        Meta(min_length=1, description="The skills that the role asks for."),
    ]
    family: Annotated[
        OneLine | None, Meta(description="The group of roles that it belongs to.")
    ] = None
    aliases: Annotated[
        tuple[OneLine, ...], Meta(description="Other titles that people use for it.")
    ] = ()
    codes: Annotated[OccupationCodes, Meta(description="Its public names.")] = OccupationCodes()
    job_zone: Annotated[
        Annotated[int, Meta(ge=1, le=5)] | None,
        Meta(description="How much preparation it takes (O*NET)."),
    ] = None
    gates: Annotated[
        tuple[Gate, ...],
        Meta(description="What it asks beside skills: education, licences, experience."),
    ] = ()
    pay: Annotated[Pay | None, Meta(description="What it pays.")] = None
    related: Annotated[
        tuple[RoleRef, ...], Meta(description="Ids of roles that are near to it.")
    ] = ()
    source: Annotated[Source | None, Meta(description="On what the record rests.")] = None

    def required(self, necessity: Necessity) -> tuple[SkillRequirement, ...]:
        """Return the requirements of one strength, in the role's own order."""
        return tuple(each for each in self.requirements if each.necessity is necessity)
