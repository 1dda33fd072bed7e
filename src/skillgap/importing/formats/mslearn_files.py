"""Microsoft Learn's two editions, a tree of YAML files and one JSON file, as the same records."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.importing.reading.json_text import JsonText, read_json
from skillgap.importing.reading.jsonld import Json, Record, as_list
from skillgap.importing.reading.tables import Progress
from skillgap.importing.reading.values import (
    amount_of,
    day_of,
    distinct,
    language_tag,
    one_line,
    web_address,
)
from skillgap.importing.report import Ledger, Origin
from skillgap.loading.yaml.document import read_document
from skillgap.loading.yaml.reader import PROFILE_LIMITS
from skillgap.loading.yaml.text import printable

FILES_AT_MOST: Final = 200_000
MINUTES_AT_MOST: Final = 100_000
KIND: Final = re.compile(r"\A#+ *YamlMime: *(\w+)")
TITLE: Final = re.compile(r"^title:", re.MULTILINE)
MONTH_FIRST: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\Z")


class Unit(msgspec.Struct, frozen=True):
    """A module, a path, or a unit of a module; `parts` are the uids of what it is made of."""

    uid: str
    title: str
    origin: Origin
    minutes: float | None = None
    parts: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    url: str | None = None
    as_of: dt.date | None = None


class Units(msgspec.Struct):
    """All records by uid, and the names of products and subjects where the edition has them."""

    modules: dict[str, Unit] = msgspec.field(default_factory=dict)
    paths: dict[str, Unit] = msgspec.field(default_factory=dict)
    parts: dict[str, Unit] = msgspec.field(default_factory=dict)
    names: dict[tuple[str, str], str] = msgspec.field(default_factory=dict)

    def kinds(self) -> tuple[tuple[str, str, dict[str, Unit], str], ...]:
        """Return for each kind its name in tree and catalog, its records, the key of its parts."""
        return (
            ("ModuleUnit", "units", self.parts, ""),
            ("Module", "modules", self.modules, "units"),
            ("LearningPath", "learningPaths", self.paths, "modules"),
        )


def read_units(source: Path, ledger: Ledger, progress: Progress) -> Units:
    """Read either edition: a folder is the tree, a file the catalog."""
    units = Units()
    if source.is_dir():
        files = list(yaml_files(source))
        for number, file in enumerate(files):
            read_yaml_unit(file, units, ledger)
            progress(printable(str(file)), number + 1, len(files))
        return units
    document = read_json(source, ledger)
    if document is not None:
        read_catalog(document, units)
    return units


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files of a tree in the order of their names; links out of it are not followed.

    Why a bound: a folder may hold anything, and a mistaken one may be a whole disk.
    """
    count = 0
    for holder, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".yml", ".yaml")):
                count += 1
                if count > FILES_AT_MOST:
                    return
                yield Path(holder, name)


def read_yaml_unit(file: Path, units: Units, ledger: Ledger) -> None:
    """Read one file of the tree, whose first line says what it is."""
    table = ledger.table(printable(str(file)))
    document = read_document(file, PROFILE_LIMITS)
    if isinstance(document, Diagnostic):
        table.at(1).remark("not-readable", document.message)
        return
    table.rows += 1
    text, data = document.lines.text, document.data
    kind = KIND.match(text)
    if data is None:
        table.at(1).leave("not-readable", document.diagnostics[0].message)
        return
    if kind is None or not isinstance(data, dict):
        table.at(1).leave("wrong-type", "no module, path or unit")
        return
    for name, _, group, parts in units.kinds():
        if name == kind.group(1):
            title = TITLE.search(text)
            origin = table.at(text.count("\n", 0, title.start()) + 1 if title else 1)
            metadata = data.get("metadata")
            day = metadata.get("ms.date") if isinstance(metadata, dict) else None
            keep(group, data, origin, parts, (data.get("durationInMinutes"), day))
            return
    table.at(1).leave("not-a-credential", kind.group(1))


def read_catalog(document: JsonText, units: Units) -> None:
    """Read the catalog's lists."""
    table = document.table
    data = document.data if isinstance(document.data, dict) else {}
    for section, name in (("products", "product"), ("subjects", "subject")):
        for each in as_list(data.get(section)):
            read_names(each, name, units)
    for _, section, group, parts in units.kinds():
        for index, each in enumerate(as_list(data.get(section))):
            table.rows += 1
            origin = document.at((section, index))
            if isinstance(each, dict):
                figures = (each.get("duration_in_minutes"), each.get("last_modified"))
                keep(group, each, origin, parts, figures)
            else:
                origin.leave("wrong-type", section)
    carried = {"units", "modules", "learningPaths", "products", "subjects"}
    table.fields.update(str(name)[:100] for name in data if name not in carried)
    if not table.rows:
        table.at(1).remark("wrong-type", "no list of modules or learning paths")


def read_names(value: Json, kind: str, units: Units) -> None:
    """Note the names of products or subjects, and of those below them."""
    if not isinstance(value, dict):
        return
    code, name = value.get("id"), one_line(value.get("name"))
    if isinstance(code, str) and name is not None:
        units.names[kind, code] = name
    for child in as_list(value.get("children")):
        if isinstance(child, dict):
            read_names({**child, "children": None}, kind, units)


def keep(
    group: dict[str, Unit], data: Record, origin: Origin, parts: str, figures: tuple[Json, Json]
) -> None:
    """Keep a record, once; `figures` are its minutes and its day."""
    uid, title = one_line(data.get("uid")), one_line(data.get("title"))
    minutes, day = figures
    language = language_tag(data.get("locale"))
    if uid is None or title is None:
        origin.leave("no-title", str(data.get("uid"))[:100])
    elif data.get("hidden") is True:
        origin.leave("hidden", title)
    elif uid in group:
        origin.leave("duplicate", uid)
    else:
        group[uid] = Unit(
            uid=uid,
            title=title,
            origin=origin,
            minutes=None if isinstance(minutes, str) else amount_of(minutes, MINUTES_AT_MOST),
            parts=codes_of(data.get(parts)) if parts else (),
            levels=codes_of(data.get("levels")),
            products=codes_of(data.get("products")),
            subjects=codes_of(data.get("subjects")),
            languages=(language,) if language else (),
            url=web_address(data.get("url")),
            as_of=learn_day(day),
        )


def codes_of(value: Json) -> tuple[str, ...]:
    """Return the codes of a list."""
    return distinct(code for each in as_list(value) if (code := one_line(each)))


def learn_day(value: Json) -> dt.date | None:
    """Read a day, as `10/12/2022` (month first) in the tree or a time stamp in the catalog."""
    found = MONTH_FIRST.match(value.strip()) if isinstance(value, str) else None
    if found is None:
        return day_of(value)
    month, day, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
