"""Catalog and role files to one catalog, with everything that is wrong on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from msgspec.structs import replace

from skillgap.diagnostics.diagnostic import Diagnostic, Related, in_reading_order
from skillgap.diagnostics.location import DataPath
from skillgap.domain.catalog import DEFAULT_CURRENCY, RECORD_KINDS, Catalog, CatalogFile
from skillgap.domain.credential import MicroCredential
from skillgap.domain.fields import Record
from skillgap.domain.identifiers import RoleId
from skillgap.domain.money import ExchangeRates
from skillgap.domain.role import RoleProfile
from skillgap.domain.stack import Stack
from skillgap.loading.check.fitting import fitted
from skillgap.loading.kinds import FileKind, looks_like_role
from skillgap.loading.shipped import shipped_role_files
from skillgap.loading.sources import CatalogSources
from skillgap.loading.yaml.document import Document, read_document
from skillgap.loading.yaml.files import yaml_files
from skillgap.loading.yaml.reader import (
    CATALOG_LIMITS,
    PROFILE_LIMITS,
    ReadingLimits,
    resting_collector,
)

if TYPE_CHECKING:
    from skillgap.loading.cache.folder import Progress

Noun = TypeVar("Noun", bound=Record)

RECORDS_PER_WORD: Final = 500
"""After how many records it is told how far the reading has come."""


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
        self.found: dict[str, dict[str, Any]] = {name: {} for name in RECORD_KINDS}
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
        before = len(self.found["roles"])
        self.read_record("roles", document.data, document, ())
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
        data = document.data
        file = self.fit(CatalogFile, without_records(data), document, ())
        if not isinstance(data, dict) or self.has_unknown_version(document):
            return
        money = money_in(data) if file is None else file
        self.add_money(money, document)
        for section in RECORD_KINDS:
            key = key_of(CatalogFile, section, data) if file is None else section
            records = data.get(key)
            if section == "roles" or not isinstance(records, list):
                continue
            for index, record in enumerate(records):
                if self.progress is not None and not index % RECORDS_PER_WORD:
                    self.progress(f"reading {section}", index, len(records))
                if len(self.diagnostics) - before >= document.limits.problems:
                    from skillgap.loading.check.misfits import flood

                    self.diagnostics.append(flood(document, (key, index)))
                    return
                self.read_record(section, record, document, (key, index), money.currency)

    def has_unknown_version(self, document: Document) -> bool:
        """Say whether the document was just refused for its version."""
        return any(
            each.code == "SG210" and each.location and each.location.file == document.name
            for each in self.diagnostics
        )

    def read_record(
        self,
        section: str,
        record: object,
        document: Document,
        place: DataPath,
        currency: str | None = None,
    ) -> None:
        """Add one record, unless it is wrong or its id is taken.

        `currency` is its file's, of amounts that name none.
        """
        kind = RECORD_KINDS[section]
        valid = self.fit(kind, record, document, place)
        id_key = "id"
        if valid is None and self.diagnostics[-1].code != "SG210":
            self.unread.append((section, document, place))
            id_key = key_of(kind, "id", record)
        written = record.get(id_key) if isinstance(record, dict) else None
        if not isinstance(written, str):
            return
        key = section, written
        if key in self.declared:
            self.note_duplicate(section, written, document, (*place, id_key), self.declared[key])
        else:
            self.declared[key] = (document, place)
        if valid is not None and key not in self.records:
            self.records[key] = (document, place)
            self.found[section][written] = in_currency(valid, currency)

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

    def fit(
        self, kind: type[Noun], value: object, document: Document, place: DataPath
    ) -> Noun | None:
        """Return the value of a place as a record, None where it is none."""
        noun, wrong = fitted(kind, value, document, place)
        if wrong:
            newer = [each for each in wrong if each.code == "SG210"]
            self.diagnostics += newer or wrong
        return noun

    def add_money(self, file: CatalogFile, document: Document) -> None:
        """Add the currency and the exchange rates of a catalog.

        The first currency is the catalog's; rates that lead to another one are left aside.
        """
        if self.currency is None:
            self.currency = file.currency
        if file.exchange_rates is None or (file.currency or self.currency) != self.currency:
            return
        added = file.exchange_rates
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
        """Return the catalog, every part in the order of ids."""
        parts: dict[str, Any] = {
            name: MappingProxyType(dict(sorted(records.items())))
            for name, records in self.found.items()
        }
        rates = ExchangeRates(
            dict(sorted(self.rates.items())),
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


def without_records(data: object) -> object:
    """Return the data of a catalog file without a look into its records.

    Why: each record is checked by itself, so that a bad one takes no other with it.
    """
    if not isinstance(data, dict):
        return data
    return {
        key: [] if key in RECORD_KINDS and isinstance(value, list) else value
        for key, value in data.items()
    }


def money_in(data: Mapping[str, object]) -> CatalogFile:
    """Return what fits of the money of a file that does not fit, so that no price lacks it."""
    known = CatalogFile(1)
    for key in ("currency", "exchange_rates"):
        with suppress(msgspec.ValidationError):
            part = msgspec.convert({"schema_version": 1, key: data.get(key)}, CatalogFile)
            known = replace(known, **{key: getattr(part, key)})
    return known


def key_of(kind: type[Record], name: str, data: object) -> str:
    """Return the key under which a map that does not fit has what belongs under `name`.

    Why: what stands under a misspelled key is there, and a mistake is told once.
    """
    if not isinstance(data, dict) or name in data:
        return name
    from skillgap.loading.check.misfits import written_key

    return written_key(name, kind, data) or name


def in_currency(record: Record, currency: str | None) -> Record:
    """Return a record whose amounts all name their currency, and its sources in one order."""
    if isinstance(record, MicroCredential):
        changes: dict[str, Any] = {}
        if currency is not None and record.price.currency is None:
            changes["price"] = replace(record.price, currency=currency)
        if (
            record.renewal is not None
            and record.renewal.price is not None
            and currency is not None
            and record.renewal.price.currency is None
        ):
            price = replace(record.renewal.price, currency=currency)
            changes["renewal"] = replace(record.renewal, price=price)
        if len(record.field_sources) > 1:
            changes["field_sources"] = dict(sorted(record.field_sources.items()))
        return replace(record, **changes) if changes else record
    if isinstance(record, Stack) and record.discount is not None:
        discount = record.discount
        own = None if discount.amount is None else discount.currency or currency
        return replace(record, discount=replace(discount, currency=own))
    return record


def shipped_roles_for(catalog: Catalog) -> Mapping[RoleId, RoleProfile]:
    """Return the shipped roles that ask for nothing but skills of the catalog."""
    shipped = load_catalog_files((), shipped_role_files()).catalog.roles
    return MappingProxyType(
        {
            id_: role
            for id_, role in shipped.items()
            if all(catalog.skills.keys() >= set(each.skills) for each in role.requirements)
        }
    )
