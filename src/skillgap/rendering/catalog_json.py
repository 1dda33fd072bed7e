"""What a catalog holds, what changed in it and what is kept of it, as a script reads it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import field

from skillgap.rendering.json_values import At, JsonStruct, Report, means

if TYPE_CHECKING:
    from skillgap.checks.survey import Survey
    from skillgap.loading.write.differences import RecordChange


class CountsJson(JsonStruct, frozen=True):
    """Records by their kind."""

    skills: int
    issuers: int
    credentials: int
    stacks: int
    roles: int


class PricesJson(JsonStruct, frozen=True):
    """Credentials by how they are paid."""

    free: int
    once: int
    month: int
    unknown: int


class ReadJson(JsonStruct, frozen=True):
    """Of when the figures are that were read."""

    oldest: dt.date | None
    newest: dt.date | None
    by_year: Annotated[dict[str, int], At("years")]


class IssuerCountJson(JsonStruct, frozen=True):
    """An issuer, and how much it awards."""

    id: str
    credentials: int


class RoleCoverageJson(JsonStruct, frozen=True):
    """How much of a role a path can meet."""

    id: Annotated[str, At("role")]
    title: str
    essential: int
    covered: Annotated[int, means("essential requirements that a path can meet")]
    credentials: int


class StatsJson(Report, frozen=True):
    """What `skillgap catalog stats --format json` prints."""

    counts: CountsJson
    currency: Annotated[str, means("of all prices here")]
    prices: Annotated[PricesJson, means("credentials by how they are paid")]
    median_price_once: Annotated[
        float | None,
        At("median_price"),
        means("of those that cost something once, in the catalog's currency"),
    ]
    median_workload_hours: Annotated[float | None, At("median_hours")]
    plannable: Annotated[int, means("credentials whose price and workload are known")]
    expired: Annotated[int, means("credentials that can no longer be begun")]
    bases: Annotated[dict[str, int], means("credentials by what they rest on")]
    read: Annotated[ReadJson, At("")]
    issuers: tuple[IssuerCountJson, ...]
    roles: tuple[RoleCoverageJson, ...]


class FieldChangeJson(JsonStruct, frozen=True):
    """What a field was and is."""

    field: Annotated[str, means("the place in the record: `awards[sql].level`")]
    before: str | None
    after: str | None


class ChangeJson(JsonStruct, frozen=True):
    """A record that changed."""

    section: Literal["catalog", "skills", "issuers", "credentials", "stacks", "roles"]
    id: str
    title: str
    kind: Literal["added", "removed", "changed"]
    fields: tuple[FieldChangeJson, ...]


class ChangeCountsJson(JsonStruct, frozen=True):
    """Changed records by what became of them."""

    added: int
    removed: int
    changed: int


class DiffJson(Report, frozen=True):
    """What `skillgap catalog diff --format json` prints."""

    changes: tuple[ChangeJson, ...]
    summary: ChangeCountsJson


class CacheJson(Report, frozen=True):
    """What `skillgap cache info --format json` prints."""

    folder: Annotated[str | None, means("null where the machine names no place for it")]
    catalogs: int
    size: int = field(name="bytes")


def stats_json(survey: "Survey", currency: str) -> StatsJson:
    """Return the counts of a catalog."""
    return StatsJson.of(
        survey,
        currency=currency,
        counts=CountsJson.of(**survey.counts),
        prices=PricesJson.of(**survey.prices),
        issuers=[IssuerCountJson(issuer, count) for issuer, count in survey.issuers],
    )


def differences_json(changes: Sequence["RecordChange"]) -> DiffJson:
    """Return the changes."""
    kinds = ("added", "removed", "changed")
    counts = {kind: sum(each.kind == kind for each in changes) for kind in kinds}
    return DiffJson.of(changes=changes, summary=ChangeCountsJson.of(**counts))


def cache_json(folder: Path | None, sizes: Sequence[int]) -> CacheJson:
    """Return where compiled catalogs are kept, and what they take in bytes."""
    return CacheJson.of(
        folder=None if folder is None else str(folder), catalogs=len(sizes), size=sum(sizes)
    )
