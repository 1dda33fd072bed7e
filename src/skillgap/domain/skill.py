"""A knowledge, skill or competence, and where other frameworks keep it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from msgspec import Meta
from msgspec.structs import force_setattr

from skillgap.domain.fields import Choice, Level, OneLine, Record, Url
from skillgap.domain.identifiers import KEBAB, SkillId, SkillRef


class SkillKind(StrEnum):
    """What sort of thing is known; `transversal` skills serve in every occupation (ESCO)."""

    TOOL = "tool"
    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    TRANSVERSAL = "transversal"


class Alignment(Record, frozen=True):
    """A pointer into an outside framework.

    In the words of Open Badges 3.0.
    """

    framework: Annotated[OneLine, Meta(description="Which one.", examples=["ESCO", "O*NET 29.3"])]
    code: Annotated[OneLine | None, Meta(description="The code in it.", examples=["2.B.3.e"])] = (
        None
    )
    url: Annotated[Url | None, Meta(description="Its address in the framework.")] = None
    name: Annotated[OneLine | None, Meta(description="Its name in the framework.")] = None


class Skill(Record, frozen=True):
    """A knowledge, skill or competence.

    A leaf of the taxonomy; `aliases` are what matching knows it by beside its label.
    """

    id: Annotated[
        SkillId,
        KEBAB,
        Meta(description="Lower-case words with hyphens.", examples=["power-bi"]),
    ]
    label: Annotated[OneLine, Meta(description="The name that people see.", examples=["Power BI"])]
    kind: Annotated[SkillKind | None, Meta(description="What sort of thing it is.")] = None
    aliases: Annotated[
        tuple[OneLine, ...],
        Meta(description="Other words that people use for it.", examples=[["PBI", "PowerBI"]]),
    ] = ()
    broader: Annotated[
        tuple[SkillRef, ...], Meta(description="Ids of the skills that it is a part of.")
    ] = ()
    alignments: Annotated[
        tuple[Alignment, ...], Meta(description="Where other frameworks keep it.")
    ] = ()


class SkillLevel(Record, frozen=True):
    """A skill at a level.

    What a credential awards, or a step closes.
    """

    skill: Annotated[SkillRef, Meta(description="The id of a skill.", examples=["sql"])]
    level: Annotated[
        Level,
        Meta(description="1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert."),
    ]


class AsksSkills(Choice, frozen=True, kw_only=True):
    """One skill, or any one of several, at a level or above."""

    ways: ClassVar = (("skill",), ("any_of",))

    skill: Annotated[SkillRef | None, Meta(description="The id of a skill.", examples=["sql"])] = (
        None
    )
    any_of: Annotated[
        Annotated[tuple[SkillRef, ...], Meta(min_length=1)] | None,
        Meta(description="Ids of skills of which one is enough.", examples=[["sql", "python"]]),
    ] = None
    level: Annotated[Level, Meta(description="The least level that counts, 1-5.")]

    def __post_init__(self) -> None:
        """Refuse an entry that names both or neither; of several that are one, take that one."""
        super().__post_init__()
        if self.any_of is not None and len(self.any_of) == 1:
            force_setattr(self, "skill", self.any_of[0])
            force_setattr(self, "any_of", None)

    @property
    def skills(self) -> tuple[SkillId, ...]:
        """The skills of which one is enough."""
        return (self.any_of or ()) if self.skill is None else (self.skill,)


class SkillOptions(AsksSkills, frozen=True):
    """One skill, or any one of several, at a level or above."""

    @classmethod
    def of(cls, skills: Iterable[SkillId], level: int) -> Self:
        """Ask for any one of `skills` at a level."""
        return cls(any_of=tuple(skills), level=level)
