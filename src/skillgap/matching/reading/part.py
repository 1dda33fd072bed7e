"""What a phrase was taken to say, one thing after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from skillgap.matching.match import Candidate, Match

if TYPE_CHECKING:
    PartKind = Literal["skill", "credential", "role", "education", "language", "licence", "none"]
    PartStatus = Literal[
        "matched", "ambiguous", "unmatched", "negated", "wanted", "in-progress", "expired"
    ]
else:
    PartKind = PartStatus = str

COUNTED_KINDS = ("skill", "credential", "role")
"""What a person's gap can be reckoned with; the other kinds are only understood."""

ASKED_AT_MOST = 5


class Part(msgspec.Struct, frozen=True):
    """One thing that a phrase names.

    `text` are its words as they stand, `kind` what sort of thing it is, `status` whether it counts:
    `matched` does, and `expired` for the skills of a credential alone; `negated`, `wanted` and
    `in-progress` are said not to be held. `level` is 1 to 5 where one is said, `level_said` its
    words, `years` how long. `method` and `score` are those of a `Match`; of a credential
    `exact`, `alias` or `key`, of a part of a longer text `within`. `runners_up` are what else
    it may be, or all it may be where it is `ambiguous`, five at most.
    """

    text: str
    kind: PartKind = "none"
    status: PartStatus = "unmatched"
    id: str | None = None
    label: str | None = None
    method: str | None = None
    score: float = 0.0
    level: int | None = None
    level_said: str | None = None
    years: float | None = None
    runners_up: tuple[Candidate, ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether the part adds to what a person holds."""
        return self.kind in COUNTED_KINDS and self.status in ("matched", "expired")

    @property
    def is_understood(self) -> bool:
        """Whether it is known what the part says, be it counted or not."""
        return self.status not in ("ambiguous", "unmatched")


class Reading(msgspec.Struct, frozen=True):
    """A phrase, and the things that it names, in its order; never none."""

    query: str
    parts: tuple[Part, ...]

    @property
    def status(self) -> str:
        """The status of the one part, `several` where there are more."""
        return self.parts[0].status if len(self.parts) == 1 else "several"

    @property
    def only(self) -> Part:
        """The one part, or one that says nothing where there are several."""
        return self.parts[0] if len(self.parts) == 1 else Part(self.query)


def part_of(
    match: Match, text: str | None = None, kind: Literal["skill", "role"] = "skill"
) -> Part:
    """Return the part that is a match, under other words where `text` is given."""
    return Part(
        text=match.query if text is None else text,
        kind=kind if match.status != "unmatched" else "none",
        status=match.status,
        id=match.id,
        label=match.label,
        method=match.method,
        score=match.score,
        level=match.level,
        runners_up=match.runners_up[:ASKED_AT_MOST]
        if kind == "skill"
        else tuple(
            msgspec.structs.replace(each, kind=kind) for each in match.runners_up[:ASKED_AT_MOST]
        ),
    )


def with_status(part: Part, status: PartStatus) -> Part:
    """Return the part with another status; what is not understood stays so unless it is denied."""
    if status == "matched" or part.status not in ("matched", "ambiguous", "unmatched"):
        return part
    if status == "expired" and (
        part.kind not in ("credential", "licence") or part.status != "matched"
    ):
        return part
    return msgspec.structs.replace(part, status=status)


def with_level(part: Part, level: int | None, said: str | None, years: float | None) -> Part:
    """Return the part with a level, unless it has its own."""
    if part.level_said is not None or said is None or part.kind == "credential":
        return part
    return msgspec.structs.replace(part, level=level, level_said=said, years=years)
