"""Credentials that together earn a larger qualification."""

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Self

import msgspec
from msgspec import Meta

from skillgap.domain.credential import Credits
from skillgap.domain.fields import Amount, Choice, Currency, Level, OneLine, Record, Url
from skillgap.domain.identifiers import (
    KEBAB,
    CredentialId,
    CredentialRef,
    IssuerRef,
    SkillRef,
    StackId,
)
from skillgap.domain.skill import SkillLevel
from skillgap.domain.source import Source

NO_CREDITS = Credits()


class StackAward(Choice, frozen=True):
    """What a whole stack earns: a skill at a level, or a credential."""

    ways: ClassVar = (("skill", "level"), ("credential",))

    skill: Annotated[SkillRef | None, Meta(description="The id of a skill.")] = None
    level: Annotated[Level | None, Meta(description="The level of the skill, 1-5.")] = None
    credential: Annotated[CredentialRef | None, Meta(description="The id of a credential.")] = None


class Electives(Record, frozen=True):
    """A choice among credentials.

    Any `count` of the credentials in `options`.
    """

    count: Annotated[int, Meta(ge=1, le=1_000, description="How many are needed.")]
    options: Annotated[
        tuple[CredentialRef, ...],
        Meta(min_length=1, description="Ids of the credentials or stacks to choose from."),
    ] = msgspec.field(name="from")


class Discount(Choice, frozen=True):
    """Money off where the whole stack is taken.

    An amount, or a share of 100. `amount` is in `currency`, the catalog's where it is None. Either
    is off what the credentials in `members` cost on the path, all of the stack where that is empty.
    """

    ways: ClassVar = (("amount",), ("percent",))

    amount: Annotated[Amount | None, Meta(description="So much money.", examples=[50])] = None
    percent: Annotated[
        Annotated[float, Meta(gt=0, le=100)] | None,
        Meta(description="So many hundredths of the price.", examples=[20]),
    ] = None
    currency: Annotated[
        Currency | None,
        Meta(description="ISO 4217, of the amount; the catalog's where it is left out."),
    ] = None
    members: Annotated[
        tuple[CredentialRef, ...],
        Meta(description="Ids of the members whose price falls; all of them where it is left out."),
    ] = ()


class Stack(Record, frozen=True):
    """Credentials, or other stacks, that together earn a larger qualification.

    Complete once all of `all_of` and `choose.count` of the electives are held. A completed stack
    awards `awards` (skills at levels) and counts as holding a credential of its own id and every
    one in `earns`; it costs nothing beyond its members, and less where it has a `discount`.
    """

    id: Annotated[StackId, KEBAB, Meta(description="Lower-case words with hyphens.")]
    title: Annotated[OneLine | None, Meta(description="The name of the larger qualification.")] = (
        None
    )
    issuer: Annotated[IssuerRef | None, Meta(description="The id of its issuer.")] = None
    url: Annotated[Url | None, Meta(description="The page that says so.")] = None
    all_of: Annotated[
        tuple[CredentialRef, ...], Meta(description="Ids of the compulsory members.")
    ] = ()
    choose: Annotated[Electives | None, Meta(description="Electives beside them.")] = None
    award_entries: Annotated[
        tuple[StackAward, ...], Meta(description="What the whole stack earns.")
    ] = msgspec.field(default=(), name="awards")
    discount: Annotated[
        Discount | None, Meta(description="Money off for whoever takes the whole stack.")
    ] = None
    credits: Annotated[Credits, Meta(description="Its size in credits.")] = NO_CREDITS
    leads_to: Annotated[OneLine | None, Meta(description="What it counts toward.")] = None
    source: Annotated[Source | None, Meta(description="On what the record rests.")] = None

    @classmethod
    def of(
        cls,
        *facts: Any,  # noqa: ANN401 - the fields in their order
        awards: Iterable[SkillLevel] = (),
        earns: Iterable[CredentialId] = (),
        **named: Any,  # noqa: ANN401 - the fields by name
    ) -> Self:
        """Make a stack that awards skills and earns credentials."""
        skills = (StackAward(each.skill, each.level) for each in awards)
        credentials = (StackAward(credential=each) for each in earns)
        named["award_entries"] = (*skills, *credentials)
        return cls(*facts, **named)

    @property
    def awards(self) -> tuple[SkillLevel, ...]:
        """The skills that it awards, each at a level."""
        return tuple(
            SkillLevel(each.skill, each.level)
            for each in self.award_entries
            if each.skill is not None and each.level is not None
        )

    @property
    def earns(self) -> tuple[CredentialId, ...]:
        """The credentials that it counts as."""
        return tuple(each.credential for each in self.award_entries if each.credential is not None)

    @property
    def members(self) -> tuple[CredentialId, ...]:
        """Every credential that can count, the compulsory ones first."""
        return self.all_of + (self.choose.options if self.choose else ())

    @property
    def members_needed(self) -> int:
        """How many credentials complete it."""
        return len(self.all_of) + (self.choose.count if self.choose else 0)
