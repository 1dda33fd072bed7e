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
from skillgap.importing.draft_names import Place
from skillgap.importing.json_text import JsonText, read_json
from skillgap.importing.jsonld import Json, Record, as_list
from skillgap.importing.report import Ledger
from skillgap.importing.tables import Progress
from skillgap.importing.words import distinct, one_line, web_address
from skillgap.loading.document import read_document
from skillgap.loading.invisible import printable
from skillgap.loading.limits import PROFILE_LIMITS

FILES_AT_MOST: Final = 200_000
MINUTES_AT_MOST: Final = 100_000
KIND: Final = re.compile(r"\A#+ *YamlMime: *(\w+)")
TITLE: Final = re.compile(r"^title:", re.MULTILINE)
LOCALE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
MONTH_FIRST: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\Z")


class Unit(msgspec.Struct, frozen=True):
    """A module, a path, or a unit of a module; `parts` are the uids of what it is made of."""

    uid: str
    title: str
    place: Place
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
        read_catalog(document, units, ledger)
    return units


def yaml_files(folder: Path) -> Iterator[Path]:
    """Give the YAML files of a tree in the order of their names; links out of it are not followed.

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
        table.remark(1, "not-readable", document.message)
        return
    table.rows += 1
    text, data = document.lines.text, document.data
    kind = KIND.match(text)
    if data is None:
        table.leave(1, "not-readable", document.diagnostics[0].message)
        return
    if kind is None or not isinstance(data, dict):
        table.leave(1, "wrong-type", "no module, path or unit")
        return
    title = TITLE.search(text)
    place = Place(table, text.count("\n", 0, title.start()) + 1 if title else 1)
    groups = {
        "Module": (units.modules, "units"),
        "LearningPath": (units.paths, "modules"),
        "ModuleUnit": (units.parts, ""),
    }
    if kind.group(1) not in groups:
        table.leave(1, "not-a-credential", kind.group(1))
        return
    group, parts = groups[kind.group(1)]
    minutes = data.get("durationInMinutes")
    metadata = data.get("metadata")
    day = metadata.get("ms.date") if isinstance(metadata, dict) else None
    keep_unit(group, unit_of(data, place, parts, minutes, day_of(day)), place, data)


def read_catalog(document: JsonText, units: Units, ledger: Ledger) -> None:
    """Read the catalog's lists."""
    table = ledger.table(document.name)
    data = document.data if isinstance(document.data, dict) else {}
    for kind, name in (("products", "product"), ("subjects", "subject")):
        for each in as_list(data.get(kind)):
            read_names(each, name, units)
    lists = (
        ("units", units.parts, ""),
        ("modules", units.modules, "units"),
        ("learningPaths", units.paths, "modules"),
    )
    for kind, group, parts in lists:
        for index, each in enumerate(as_list(data.get(kind))):
            table.rows += 1
            place = Place(table, document.line((kind, index)))
            if not isinstance(each, dict):
                table.leave(place.line, "wrong-type", kind)
                continue
            day = day_of(each.get("last_modified"))
            minutes = each.get("duration_in_minutes")
            keep_unit(group, unit_of(each, place, parts, minutes, day), place, each)
    carried = {"units", "modules", "learningPaths", "products", "subjects"}
    table.fields.update(str(name)[:100] for name in data if name not in carried)
    if not table.rows:
        table.remark(1, "wrong-type", "no list of modules or learning paths")


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


def unit_of(
    data: Record, place: Place, parts: str, minutes: Json, as_of: dt.date | None
) -> Unit | None:
    """Make a record of plain data; None without a uid or a title."""
    uid, title = one_line(data.get("uid")), one_line(data.get("title"))
    if uid is None or title is None:
        return None
    is_number = isinstance(minutes, int | float) and not isinstance(minutes, bool)
    locale = data.get("locale")
    is_locale = isinstance(locale, str) and LOCALE.match(locale) is not None
    return Unit(
        uid=uid,
        title=title,
        place=place,
        minutes=minutes if is_number and 0 <= minutes <= MINUTES_AT_MOST else None,
        parts=codes_of(data.get(parts)) if parts else (),
        levels=codes_of(data.get("levels")),
        products=codes_of(data.get("products")),
        subjects=codes_of(data.get("subjects")),
        languages=(locale,) if is_locale and isinstance(locale, str) else (),
        url=web_address(data.get("url")),
        as_of=as_of,
    )


def keep_unit(group: dict[str, Unit], unit: Unit | None, place: Place, data: Record) -> None:
    """Keep a record, once."""
    if unit is None:
        place.table.leave(place.line, "no-title", str(data.get("uid"))[:100])
    elif unit.uid in group:
        place.table.leave(place.line, "duplicate", unit.uid)
    else:
        group[unit.uid] = unit


def codes_of(value: Json) -> tuple[str, ...]:
    """Give the codes of a list."""
    return distinct(code for each in as_list(value) if (code := one_line(each)))


def day_of(value: Json) -> dt.date | None:
    """Read a day, as `10/12/2022` (month first) in the tree or a time stamp in the catalog."""
    if not isinstance(value, str):
        return None
    found = MONTH_FIRST.match(value.strip())
    try:
        if found:
            return dt.date(int(found.group(3)), int(found.group(1)), int(found.group(2)))
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None
