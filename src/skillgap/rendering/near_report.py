"""What the renderers of near roles are given.

Why apart from the other reports: they are read where nothing is planned.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.domain.catalog import Catalog
from skillgap.domain.role import RoleProfile
from skillgap.planning.nearby import Neighborhood
from skillgap.planning.request import Preference
from skillgap.rendering.report import HeldWord


class NearReport(msgspec.Struct, frozen=True):
    """The roles near to somebody who is in the role `now`, or near to a person.

    `now` is then the role they have, None where they do not say. `query` is what was asked.
    """

    catalog: Catalog
    query: str
    now: RoleProfile | None
    is_person: bool
    neighborhood: Neighborhood
    prefer: Preference
    hours_per_week: float
    start: dt.date
    words: tuple[HeldWord, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
