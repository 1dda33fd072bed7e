"""A whole catalog as a compiled file, and back as shelves that build what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import lt
from typing import IO, Any

import msgspec
from msgspec.json import Decoder
from msgspec.structs import replace

from skillgap.diagnostics.diagnostic import Diagnostic, Severity
from skillgap.diagnostics.told_before import ToldBefore, count_severities
from skillgap.domain.catalog import RECORD_KINDS, Catalog
from skillgap.domain.identifiers import SkillId
from skillgap.domain.money import ExchangeRates
from skillgap.domain.shelf import CredentialShelf, Shelf, positions_awarding
from skillgap.loading.cache.file import CompiledFile, CompiledWriter, DamagedError

Columns = Mapping[str, Any]
Rescue = Callable[[], Catalog]
"""Reads the files themselves; called at most once, where a part of the compiled file is damaged."""


class Frame(msgspec.Struct, frozen=True):
    """What is read at once: the catalog's money, and how much is wrong with its files."""

    currency: str
    exchange_rates: ExchangeRates
    severities: Mapping[str, int] = msgspec.field(default_factory=dict)


def write_catalog(
    stream: IO[bytes],
    key: str,
    catalog: Catalog,
    diagnostics: Sequence[Diagnostic],
    columns: Mapping[str, Columns],
    anchor: str = "",
) -> None:
    """Compile a catalog to a binary stream; `columns` are the match indexes of kinds of things.

    `anchor` is a folder that the names of files are told without.
    """
    writer = CompiledWriter(stream)
    severities = {each.value: count for each, count in count_severities(diagnostics).items()}
    frame = Frame(catalog.currency, catalog.exchange_rates, severities)
    writer.add_section("frame", frame)
    writer.add_section("diagnostics", [moved(each, anchor, "") for each in diagnostics])
    for name in RECORD_KINDS:
        things: Mapping[str, Any] = getattr(catalog, name)
        ids = sorted(things)
        writer.add_section(f"{name}.ids", " ".join(ids))
        writer.add_records(f"{name}.records", (things[each] for each in ids))
    awarding = positions_awarding(catalog.credentials[each] for each in sorted(catalog.credentials))
    writer.add_section(
        "awarding", {skill: " ".join(map(str, at)) for skill, at in sorted(awarding.items())}
    )
    for name, index in columns.items():
        for column, value in index.items():
            writer.add_section(f"{name}.index.{column}", value)
    writer.finish(key)


def moved(diagnostic: Diagnostic, old: str, new: str) -> Diagnostic:
    """Return a diagnostic whose files are told from another folder."""

    def move(file: str) -> str:
        return new + file[len(old) :] if file.startswith(old) else file

    location = diagnostic.location
    return replace(
        diagnostic,
        location=location and replace(location, file=move(location.file)),
        related=tuple(
            replace(each, location=replace(each.location, file=move(each.location.file)))
            for each in diagnostic.related
        ),
    )


def open_catalog(
    file: str, key: str, rescue: Rescue, anchor: str = ""
) -> tuple[Catalog, Sequence[Diagnostic]] | None:
    """Open a compiled catalog with its diagnostics; None where the file is not the one wanted.

    What turns out to be damaged later is taken from the files themselves.
    """
    try:
        compiled = CompiledFile(file, key)
        frame = compiled.section("frame", Decoder(Frame))
        counts = {Severity(name): count for name, count in frame.severities.items()}
        if counts.get(Severity.ERROR):
            return None
        compiled.section_bytes("diagnostics")
        ids = {name: read_ids(compiled, name) for name in RECORD_KINDS}
    except (OSError, ValueError):
        return None
    parts = Parts(compiled, rescue, ids)
    credentials = CredentialShelf(
        ids["credentials"],  # type: ignore[arg-type]
        parts.builder("credentials"),
        parts.awarding,
    )
    shelves: dict[str, Any] = {
        name: Shelf(
            ids[name],
            parts.builder(name),
            parts.index_of(name) if f"{name}.index.owners" in compiled.sections else None,
        )
        for name in RECORD_KINDS
        if name != "credentials"
    }

    def build() -> tuple[Diagnostic, ...]:
        told = compiled.section("diagnostics", Decoder(tuple[Diagnostic, ...]))
        return tuple(moved(each, "", anchor) for each in told)

    catalog = Catalog(frame.currency, frame.exchange_rates, credentials=credentials, **shelves)
    return catalog, ToldBefore(counts, build)


def read_ids(compiled: CompiledFile, name: str) -> list[str]:
    """Read the ids of one kind of thing, which are in order."""
    ids = compiled.section(f"{name}.ids", Decoder(str)).split()
    if not all(map(lt, ids, ids[1:])):
        raise DamagedError(f"the ids of {name} are not in order")
    return ids


class Parts:
    """The parts of an open file, each checked when it is wanted."""

    def __init__(
        self, compiled: CompiledFile, rescue: Rescue, ids: Mapping[str, Sequence[str]]
    ) -> None:
        """Read from a file; `rescue` gives the catalog where the file turns out to be damaged."""
        self.compiled = compiled
        self.rescue = rescue
        self.ids = ids
        self.fresh: Catalog | None = None
        self.positions: dict[str, str] | None = None

    def read_files(self) -> Catalog:
        """Return the catalog as its files have it."""
        if self.fresh is None:
            self.fresh = self.rescue()
        return self.fresh

    def builder(self, name: str) -> Callable[[int], Any]:
        """Return the function that builds the thing at a position."""
        decoder = Decoder[Any](RECORD_KINDS[name])

        def build(position: int) -> object:
            wanted = self.ids[name][position]
            if self.fresh is None:
                try:
                    thing = self.compiled.record(f"{name}.records", position, decoder)
                    if thing.id == wanted:
                        return thing
                except (OSError, DamagedError):
                    pass
            return getattr(self.read_files(), name)[wanted]

        return build

    def index_of(self, name: str) -> Callable[[str], Any]:
        """Return the function that reads a column of a match index; it raises as a section does."""
        return lambda column: self.compiled.section(f"{name}.index.{column}")

    def awarding(self, skill: SkillId) -> Sequence[int]:
        """Return where the credentials stand that award a skill."""
        count = len(self.ids["credentials"])
        try:
            if self.positions is None:
                self.positions = self.compiled.section("awarding", Decoder(dict[str, str]))
            found = [int(each) for each in self.positions.get(skill, "").split()]
            if found and not 0 <= found[0] <= found[-1] < count:
                raise DamagedError("no such credential")
        except (OSError, ValueError):
            credentials = self.read_files().credentials
            self.positions = {
                id_: " ".join(map(str, at))
                for id_, at in positions_awarding(
                    credentials[each] for each in sorted(credentials)
                ).items()
            }
            return [int(each) for each in self.positions.get(skill, "").split()]
        return found
