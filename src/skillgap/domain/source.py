"""On what a record or a figure rests."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec


class Basis(StrEnum):
    """`read`: a page, file or data set was really read. `general-knowledge`: nothing was."""

    READ = "read"
    GENERAL_KNOWLEDGE = "general-knowledge"


class Confidence(StrEnum):
    """How far to trust the figures."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Source(msgspec.Struct, frozen=True):
    """Where a figure comes from; `as_of` is the date of what was read, None if nothing was."""

    basis: Basis
    as_of: dt.date | None = None
    url: str | None = None
    confidence: Confidence | None = None
    note: str | None = None
