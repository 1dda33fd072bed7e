"""On what a record or a figure rests."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from skillgap.domain.fields import Prose, Record, Url, require_near


class Basis(StrEnum):
    """`read`: a page, file or data set was really read. `general-knowledge`: nothing was."""

    READ = "read"
    GENERAL_KNOWLEDGE = "general-knowledge"


class Confidence(StrEnum):
    """How far to trust the figures."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Source(Record, frozen=True):
    """On what a record or a figure rests."""

    written_order: ClassVar = ("url", ...)
    always_written: ClassVar = frozenset({"url", "as_of"})

    basis: Annotated[
        Basis,
        Meta(
            description="`read`: a page, file or data set was really read; `general-knowledge`: "
            "nothing was.",
            examples=["read"],
        ),
    ]
    as_of: Annotated[
        dt.date | None,
        Meta(
            description="The date of what was read; null where nothing was.",
            examples=["2025-03-01"],
        ),
    ] = None
    url: Annotated[Url | None, Meta(description="Where it was read.")] = None
    confidence: Annotated[Confidence | None, Meta(description="How far to trust the figures.")] = (
        None
    )
    note: Annotated[Prose | None, Meta(description="What else a reader should know.")] = None

    def __post_init__(self) -> None:
        """Refuse a day that is far from our time."""
        require_near(self.as_of)
