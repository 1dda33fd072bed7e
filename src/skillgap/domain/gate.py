"""What a role asks beside skills: education, licences, registration, experience."""

from enum import StrEnum
from typing import Annotated, ClassVar, Final

from msgspec import Meta

from skillgap.domain.fields import Choice, OneLine, Prose, Record
from skillgap.domain.source import Source

REGION_PATTERN: Final = r"^[A-Z]{2}(-[A-Z0-9]{1,3})?\Z"

COUNTRY_CODES: Final = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
    GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
    VN VU WF WS YE YT ZA ZM ZW
"""

COUNTRIES: Final = frozenset(COUNTRY_CODES.split())
"""The countries of ISO 3166-1, by two letters."""

Region = Annotated[str, Meta(pattern=REGION_PATTERN)]
"""A country, or a part of one, by ISO 3166: `US`, `US-CA`."""

Years = Annotated[float, Meta(ge=0, le=80)]


class EducationLevel(StrEnum):
    """The highest schooling that is completed, lowest first."""

    NONE = "none"
    HIGH_SCHOOL = "high-school"
    CERTIFICATE = "certificate"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"

    @property
    def rank(self) -> int:
        """How many levels are below it."""
        return list(EducationLevel).index(self)


class GateKind(StrEnum):
    """The kind of thing that a gate asks for."""

    EDUCATION = "education"
    LICENCE = "licence"
    REGISTRATION = "registration"
    EXPERIENCE = "experience"
    EXAM = "exam"
    BACKGROUND = "background"
    AGE = "age"


class GateForce(StrEnum):
    """Who asks: the law, or those who hire."""

    LAW = "law"
    CUSTOM = "custom"


class GateOption(Record, frozen=True):
    """One of several things of which a gate asks for any."""

    kind: Annotated[GateKind, Meta(description="What sort of thing it is.")]
    level: Annotated[EducationLevel | None, Meta(description="The schooling that is asked.")] = None
    name: Annotated[
        OneLine | None, Meta(description="Of what: the licence, the exam, the field of work.")
    ] = None
    years: Annotated[Years | None, Meta(description="How many years.")] = None


class Gate(Choice, frozen=True, kw_only=True):
    """What a role asks beside skills, by law or by custom; or several things, one being enough.

    `share` is the part of the people in the job who have it, 0-1.
    """

    ways: ClassVar = (("kind",), ("any_of",))

    kind: Annotated[GateKind | None, Meta(description="What sort of thing it is.")] = None
    level: Annotated[
        EducationLevel | None,
        Meta(description="The schooling that is asked.", examples=["bachelor"]),
    ] = None
    name: Annotated[
        OneLine | None,
        Meta(
            description="Of what: the licence, the exam, the field of work.",
            examples=["registered nurse"],
        ),
    ] = None
    years: Annotated[Years | None, Meta(description="How many years.", examples=[3])] = None
    any_of: Annotated[
        Annotated[tuple[GateOption, ...], Meta(min_length=2)] | None,
        Meta(description="Several things of which one is enough."),
    ] = None
    force: Annotated[GateForce, Meta(description="`law`: nobody may do the job without it.")]
    share: Annotated[
        Annotated[float, Meta(ge=0, le=1)] | None,
        Meta(description="The part of the people in the job who have it.", examples=[0.72]),
    ] = None
    region: Annotated[
        Region | None, Meta(description="Where it is asked; null: everywhere.", examples=["US"])
    ] = None
    note: Annotated[Prose | None, Meta(description="What else a reader should know.")] = None
    source: Annotated[Source | None, Meta(description="On what it rests.")] = None

    @property
    def options(self) -> tuple[GateOption, ...]:
        """The things of which one is enough."""
        if self.any_of is not None:
            return self.any_of
        if self.kind is None:
            return ()
        return (GateOption(self.kind, self.level, self.name, self.years),)
