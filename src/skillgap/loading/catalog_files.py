"""Catalog and role files to one catalog, with everything that is wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic, Related, in_reading_order
from skillgap.diagnostics.location import DataPath
from skillgap.domain.catalog import DEFAULT_CURRENCY, Catalog
from skillgap.domain.money import ExchangeRates
from skillgap.loading.catalog_nouns import (
    to_credential,
    to_exchange_rates,
    to_issuer,
    to_skill,
    to_stack,
)
from skillgap.loading.document import Document, read_document
from skillgap.loading.fitting import Gauge, fitted
from skillgap.loading.folders import yaml_files
from skillgap.loading.kinds import FileKind, looks_like_role
from skillgap.loading.limits import CATALOG_LIMITS, PROFILE_LIMITS, ReadingLimits
from skillgap.loading.molds.catalog import CATALOG_FRAME, CREDENTIAL, ISSUER, SKILL, STACK
from skillgap.loading.reader import resting_collector
from skillgap.loading.sources import CatalogSources

if TYPE_CHECKING:
    from skillgap.loading.cache_folder import Progress
    from skillgap.loading.shapes.catalog import CatalogFrame

RECORDS_PER_WORD: Final = 500
"""After how many records it is told how far the reading has come."""

FRAME: Final = Gauge(CATALOG_FRAME, "catalog.CatalogFrame")

SECTIONS: tuple[tuple[str, Gauge, Callable[[Any, str | None], Any]], ...] = (
    ("skills", Gauge(SKILL, "skill.SkillShape"), lambda shape, _: to_skill(shape)),
    ("issuers", Gauge(ISSUER, "issuer.IssuerShape"), lambda shape, _: to_issuer(shape)),
    ("credentials", Gauge(CREDENTIAL, "credential.CredentialShape"), to_credential),
    ("stacks", Gauge(STACK, "stack.StackShape"), to_stack),
)


class Loaded(msgspec.Struct, frozen=True):
    """What the files say, what is wrong with them, and where everything stands.

    A record that cannot be read is left out of `catalog`; the others stay.
    """

    catalog: Catalog
    diagnostics: tuple[Diagnostic, ...]
    sources: CatalogSources


def load_catalog_files(
    files: Sequence[Path],
    role_files: Sequence[Path] = (),
    *,
    limits: ReadingLimits = CATALOG_LIMITS,
    role_limits: ReadingLimits = PROFILE_LIMITS,
    progress: Progress | None = None,
) -> Loaded:
    """Read catalogs and roles, each a file or a folder of them.

    Later files add to earlier ones. A file among `files` that has the keys of a role is read as
    one.
    """
    reading = Reading(progress)
    catalog_names, missing = yaml_files(files, with_roles=True)
    role_names, missing_roles = yaml_files(role_files)
    reading.diagnostics += [*missing, *missing_roles]
    with resting_collector():
        for file in catalog_names:
            reading.read_file(file, limits, is_role=False)
        for file in role_names:
            if file not in catalog_names:
                reading.read_file(file, role_limits, is_role=True)
        return reading.result()


class Reading:
    """What has been read so far."""

    def __init__(self, progress: Progress | None = None) -> None:
        """Start with nothing; `progress` is told what is being read."""
        self.progress = progress
        self.diagnostics: list[Diagnostic] = []
        self.documents: list[Document] = []
        self.found: dict[str, dict[str, Any]] = {name: {} for name, _, _ in SECTIONS}
        self.found["roles"] = {}
        self.records: dict[tuple[str, str], tuple[Document, DataPath]] = {}
        self.declared: dict[tuple[str, str], tuple[Document, DataPath]] = {}
        self.unread: list[tuple[str, Document, DataPath]] = []
        self.currency: str | None = None
        self.rates: dict[str, float] = {}
        self.rates_from: dict[str, tuple[Document, DataPath]] = {}
        self.exchange_rates = ExchangeRates()

    def read_file(self, file: Path, limits: ReadingLimits, *, is_role: bool) -> None:
        """Read one file and add what it holds."""
        if self.progress is not None:
            self.progress(f"reading {file.name}", 0, 0)
        document = read_document(file, limits)
        if isinstance(document, Diagnostic):
            self.diagnostics.append(document)
            return
        self.add(file, document, FileKind.ROLE if is_role else None)

    def add(self, file: Path, document: Document, kind: FileKind | None = None) -> None:
        """Add what a document holds; without a `kind` it is a catalog or a role by its keys."""
        self.documents.append(document)
        self.diagnostics += document.diagnostics
        if document.data is None:
            return
        if kind is FileKind.ROLE or (kind is None and looks_like_role(document.data)):
            self.read_role(file, document)
        else:
            self.read_catalog(document)

    def read_role(self, file: Path, document: Document) -> None:
        """Add one role."""
        # the mold of a role is made only where there is one
        from skillgap.loading.molds.role import ROLE
        from skillgap.loading.role_noun import to_role

        before = len(self.found["roles"])
        gauge = Gauge(ROLE, "role.RoleShape")
        self.read_record("roles", gauge, to_role, document.data, document, ())
        if len(self.found["roles"]) == before:
            return
        role_id = list(self.found["roles"])[-1]
        if file.stem != role_id:
            message = f"the role `{role_id}` stands in a file named `{file.name}`"
            hint = f"name the file `{role_id}{file.suffix}`"
            self.diagnostics.append(document.diagnose("SG308", message, ("id",), hint=hint))

    def read_catalog(self, document: Document) -> None:
        """Add what a catalog holds, record by record."""
        before = len(self.diagnostics)
        frame: CatalogFrame | None = self.fit(FRAME, document.data, document, ())
        data = document.data
        if not isinstance(data, dict) or self.has_unknown_version(document):
            return
        currency = None if frame is None else frame.currency
        if frame is not None:
            self.add_money(frame, document)
        for section, gauge, convert in SECTIONS:
            records = data.get(section)
            if not isinstance(records, list):
                continue
            noun_of = at_currency(convert, currency)
            for index, record in enumerate(records):
                if self.progress is not None and not index % RECORDS_PER_WORD:
                    self.progress(f"reading {section}", index, len(records))
                if len(self.diagnostics) - before >= document.limits.problems:
                    from skillgap.loading.shape_errors import flood

                    self.diagnostics.append(flood(document, (section, index)))
                    return
                self.read_record(section, gauge, noun_of, record, document, (section, index))

    def has_unknown_version(self, document: Document) -> bool:
        """Say whether the document was just refused for its version."""
        return any(
            each.code == "SG210" and each.location and each.location.file == document.name
            for each in self.diagnostics
        )

    def read_record(
        self,
        section: str,
        gauge: Gauge,
        convert: Callable[[Any], Any],
        record: object,
        document: Document,
        place: DataPath,
    ) -> None:
        """Add one record, unless it is wrong or its id is taken."""
        written = record.get("id") if isinstance(record, dict) else None
        valid = self.fit(gauge, record, document, place)
        if valid is None and self.diagnostics[-1].code != "SG210":
            self.unread.append((section, document, place))
        if not isinstance(written, str):
            return
        key = section, written
        if key in self.declared:
            self.note_duplicate(section, written, document, (*place, "id"), self.declared[key])
        else:
            self.declared[key] = (document, place)
        if valid is not None and key not in self.records:
            self.records[key] = (document, place)
            self.found[section][written] = convert(valid)

    def note_duplicate(
        self,
        section: str,
        record_id: str,
        document: Document,
        place: DataPath,
        first: tuple[Document, DataPath],
    ) -> None:
        """Note an id that is taken, with the place of the first."""
        location = first[0].source_map.locate((*first[1], "id"))
        noun = section.removesuffix("s")
        self.diagnostics.append(
            document.diagnose(
                "SG301",
                f"a second {noun} has the id `{record_id}`",
                place,
                hint="give one of them another id, or delete it",
                related=(Related("the first is here", location),),
            )
        )

    def fit(self, gauge: Gauge, value: object, document: Document, place: DataPath) -> Any:  # noqa: ANN401
        """Give the value of a place in its shape, None where it has another."""
        shape, wrong = fitted(gauge, value, document, place)
        if wrong:
            newer = [each for each in wrong if each.code == "SG210"]
            self.diagnostics += newer or wrong
        return shape

    def add_money(self, frame: CatalogFrame, document: Document) -> None:
        """Add the currency and the exchange rates of a catalog.

        The first currency is the catalog's; rates that lead to another one are left aside.
        """
        if self.currency is None:
            self.currency = frame.currency
        if frame.exchange_rates is None or (frame.currency or self.currency) != self.currency:
            return
        added = to_exchange_rates(frame.exchange_rates)
        if not self.rates:
            self.exchange_rates = added
        for code, rate in added.rates.items():
            place: DataPath = ("exchange_rates", "rates", code)
            if self.rates.setdefault(code, rate) == rate:
                self.rates_from.setdefault(code, (document, place))
                continue
            first, first_place = self.rates_from[code]
            message = f"`{code}` is worth {rate} here and {self.rates[code]} in another catalog"
            related = (Related("the first is here", first.source_map.locate(first_place)),)
            hint = "keep one of the two"
            self.diagnostics.append(
                document.diagnose("SG309", message, place, hint=hint, related=related)
            )

    def result(self) -> Loaded:
        """Give the catalog, every part in the order of ids."""
        parts: dict[str, Any] = {
            name: MappingProxyType(dict(sorted(records.items())))
            for name, records in self.found.items()
        }
        rates = ExchangeRates(
            MappingProxyType(dict(sorted(self.rates.items()))),
            self.exchange_rates.as_of,
            self.exchange_rates.source,
        )
        return Loaded(
            catalog=Catalog(
                currency=self.currency or DEFAULT_CURRENCY, exchange_rates=rates, **parts
            ),
            diagnostics=in_reading_order(self.diagnostics),
            sources=CatalogSources(
                tuple(self.documents),
                MappingProxyType(self.records),
                frozenset(self.declared),
                tuple(self.unread),
            ),
        )


def at_currency(
    convert: Callable[[Any, str | None], Any], currency: str | None
) -> Callable[[Any], Any]:
    """Give the conversion of the records of a file, whose amounts have that currency."""
    return lambda shape: convert(shape, currency)
