"""Small catalogs cut out of the shipped data, and ways to damage them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skillgap.loading.shipped import shipped_catalog_file, shipped_role_files
from skillgap.loading.yaml.document import read_document
from skillgap.loading.yaml.reader import CATALOG_LIMITS

SECTIONS = ("skills", "issuers", "credentials", "stacks")
REQUIRED = {
    "skills": ("label",),
    "issuers": ("name",),
    "credentials": ("title", "issuer", "awards", "workload_hours", "price"),
}
REFERENCE_KEYS = {"skill", "any_of", "broader", "issuer", "recommends", "all_of", "from"}
OTHER_TYPES = ("[[]]", "{x: 1}", "7.5", "true", '""')


@dataclass(frozen=True)
class Extract:
    """Some records of the shipped data as a catalog of their own; lines as they stand there."""

    text: str


@dataclass(frozen=True)
class Mutant:
    """A damaged text; `lines` are where it may be told, counted from 1."""

    kind: str
    text: str
    lines: frozenset[int]


class Quarry:
    """The shipped catalog, record by record."""

    def __init__(self) -> None:
        document = read_document(shipped_catalog_file(), CATALOG_LIMITS)
        self.data = document.data
        self.lines = document.lines.lines
        self.where = {}
        starts = []
        for section in SECTIONS:
            for index, record in enumerate(self.data.get(section, [])):
                line = document.source_map.locate((section, index)).line - 1
                starts.append(line)
                self.where[section, record["id"]] = (line, record)
            key = document.source_map.keys.get((section,))
            if key is not None:
                starts.append(key.line - 1)
        self.ends = dict(zip(sorted(starts), [*sorted(starts)[1:], len(self.lines)], strict=True))
        self.top = self.lines[: min(starts)]

    def record_text(self, section: str, record_id: str) -> str:
        start, _ = self.where[section, record_id]
        lines = [each for each in self.lines[start : self.ends[start]] if each.strip()]
        return "\n".join(each for each in lines if not each.lstrip().startswith("#")) + "\n"

    def extract(self, chance: random.Random) -> Extract:
        """Take some credentials, a stack now and then, and everything that they mention."""
        chosen = {section: set() for section in SECTIONS}
        agenda = [("credentials", name) for name in chance.sample(self.ids("credentials"), 4)]
        if chance.random() < 0.5 and self.ids("stacks"):
            agenda.append(("stacks", chance.choice(self.ids("stacks"))))
        while agenda:
            section, name = agenda.pop()
            if name not in chosen[section]:
                chosen[section].add(name)
                agenda += self.mentions(self.where[section, name][1])
        parts = ["\n".join(self.top) + "\n"]
        for section in SECTIONS:
            if chosen[section]:
                parts.append(f"{section}:\n")
                parts += [self.record_text(section, name) for name in sorted(chosen[section])]
        return Extract("".join(parts))

    def ids(self, section: str) -> list[str]:
        return [name for kind, name in self.where if kind == section]

    def mentions(self, value: object) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key not in ("id", "title", "aliases", "note", "label"):
                    yield from self.mentions(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from self.mentions(inner)
        elif isinstance(value, str):
            yield from ((section, value) for section in SECTIONS if (section, value) in self.where)


def role_extract(quarry: Quarry, file: Path) -> tuple[str, str]:
    """Take a role, and a catalog of the skills that it mentions."""
    text = file.read_text(encoding="utf-8")
    document = read_document(file, CATALOG_LIMITS)
    wanted = {name for kind, name in quarry.mentions(document.data) if kind == "skills"}
    agenda, chosen = list(wanted), set()
    while agenda:
        name = agenda.pop()
        if name not in chosen:
            chosen.add(name)
            agenda += quarry.where["skills", name][1].get("broader", [])
    body = "".join(quarry.record_text("skills", name) for name in sorted(chosen))
    return text, "schema_version: 1\nskills:\n" + body


def roles(chance: random.Random, count: int) -> list[Path]:
    return chance.sample(list(shipped_role_files()), count)


def damaged(text: str, document, chance: random.Random, count: int) -> Iterator[Mutant]:
    """Damage a text in `count` ways, each at one place."""
    ways = (
        drop_key,
        change_type,
        misspell_reference,
        close_cycle,
        duplicate_id,
        misspell_key,
        repeat_key,
        exceed_range,
        open_quote,
    )
    lines = text.splitlines(keepends=True)
    made, tries = 0, 0
    while made < count and tries < count * 30:
        way = ways[tries % len(ways)]
        tries += 1
        mutant = way(lines, document, chance)
        if mutant is not None:
            made += 1
            yield mutant


def replaced(lines, where, new: str) -> str:
    """Put a text in the place of a location."""
    line = lines[where.line - 1]
    start = where.column - 1
    changed = line[:start] + new + line[start + where.length :]
    return "".join([*lines[: where.line - 1], changed, *lines[where.line :]])


def scalars(document):
    """Every scalar inside a record: its place, value and location, one on its line or not."""
    for place, where in document.source_map.values.items():
        value = document.data
        for part in place:
            value = value[part]
        is_inside = len(place) > 2 or (place and place[0] not in SECTIONS and "id" in document.data)
        if is_inside and not isinstance(value, dict | list):
            yield place, value, where


def drop_key(lines, document, chance):
    """Take a required key out, with all that belongs to it."""
    found = []
    for place, where in document.source_map.keys.items():
        if len(place) == 3 and place[2] in REQUIRED.get(place[0], ()):
            found.append((place, where))
    if not found:
        return None
    place, where = chance.choice(found)
    first = document.source_map.locate(place[:2])
    if first.line == where.line:
        return None
    end = where.line
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) >= where.column:
        end += 1
    return Mutant("drop", "".join(lines[: where.line - 1] + lines[end:]), frozenset({first.line}))


def change_type(lines, document, chance):
    """Put a value of another type in the place of one."""
    found = [each for each in scalars(document) if each[0][-1] != "id"]
    _, value, where = chance.choice(found)
    new = chance.choice(OTHER_TYPES[:2] if isinstance(value, str) else OTHER_TYPES)
    if value is None or (isinstance(value, int | float) and new == "7.5"):
        new = OTHER_TYPES[0]
    if isinstance(value, bool) and new == "true":
        new = OTHER_TYPES[0]
    return Mutant("type", replaced(lines, where, new), frozenset({where.line}))


def misspell_reference(lines, document, chance):
    """Change a letter in the id of something else."""
    found = [
        (value, where)
        for place, value, where in scalars(document)
        if isinstance(value, str)
        and (REFERENCE_KEYS & set(place[2:]) or place[-2:-1] == ("credentials",))
        and "note" not in place
    ]
    if not found:
        return None
    value, where = chance.choice(found)
    at = chance.randrange(len(value))
    new = value[:at] + ("q" if value[at] != "q" else "z") + value[at + 1 :]
    if new in "".join(lines) or new.strip("-") != new or "--" in new:
        return None
    return Mutant("reference", replaced(lines, where, new), frozenset({where.line}))


def close_cycle(lines, document, chance):
    """Let a credential require what requires it, or itself."""
    credentials = document.data.get("credentials", [])
    if not credentials:
        return None
    index = chance.randrange(len(credentials))
    record = credentials[index]
    # what a stack earns as well can be held without its prerequisites
    earned = [
        award for stack in document.data.get("stacks", []) for award in stack.get("awards", [])
    ]
    if "prerequisites" in record or any(each.get("credential") for each in earned):
        return None
    followers = [
        each["id"]
        for each in credentials
        if record["id"] in each.get("prerequisites", {}).get("credentials", [])
    ]
    other = chance.choice(followers or [record["id"]])
    where = document.source_map.locate(("credentials", index, "id"))
    added = f"    prerequisites: {{credentials: [{other}]}}\n"
    text = "".join([*lines[: where.line], added, *lines[where.line :]])
    return Mutant("cycle", text, frozenset({where.line + 1}))


def duplicate_id(lines, document, chance):
    """Give a record the id of another."""
    section = chance.choice(SECTIONS)
    records = document.data.get(section, [])
    if len(records) < 2:
        return None
    first, second = sorted(chance.sample(range(len(records)), 2))
    taken, lost = records[first]["id"], records[second]["id"]
    if len(re.findall(rf"(?<![\w-]){re.escape(lost)}(?![\w-])", "".join(lines))) > 1:
        return None
    where = document.source_map.locate((section, second, "id"))
    return Mutant("duplicate", replaced(lines, where, taken), frozenset({where.line}))


def misspell_key(lines, document, chance):
    """Give a key a letter too many."""
    found = [
        (place, where)
        for place, where in document.source_map.keys.items()
        if (len(place) > 2 or "id" in document.data)
        and "rates" not in place
        and place[-1] not in ("id", "schema_version")
    ]
    place, where = chance.choice(found)
    around = document.source_map.locate(place[:-1])
    return Mutant(
        "key", replaced(lines, where, f"{place[-1]}q"), frozenset({where.line, around.line})
    )


def repeat_key(lines, document, chance):
    """Write a key of a record a second time."""
    found = [
        where
        for place, where in document.source_map.keys.items()
        if len(place) == 3
        and isinstance(place[1], int)
        and place[2] != "id"
        # above the first key of an element a line belongs to the element before
        and not lines[where.line - 1][: where.column - 1].strip()
    ]
    if not found:
        return None
    where = chance.choice(found)
    key = lines[where.line - 1][where.column - 1 :].split(":")[0]
    added = " " * (where.column - 1) + f"{key}: null\n"
    text = "".join([*lines[: where.line - 1], added, *lines[where.line - 1 :]])
    return Mutant("repeat", text, frozenset({where.line, where.line + 1}))


def exceed_range(lines, document, chance):
    """Put a level, a price or a workload beyond its bounds."""
    found = [
        where
        for place, value, where in scalars(document)
        if place[-1] in ("level", "amount", "workload_hours", "importance", "ects")
        and isinstance(value, int | float)
        and "evidence" not in place
    ]
    if not found:
        return None
    where = chance.choice(found)
    return Mutant("range", replaced(lines, where, "-99"), frozenset({where.line}))


def open_quote(lines, document, chance):
    """Open a quote that is never closed; the file has no other double quote after it."""
    _, value, where = chance.choice(list(scalars(document)))
    if not isinstance(value, str) or '"' in "".join(lines[where.line - 1 :]):
        return None
    return Mutant("quote", replaced(lines, where, f'"{value}'), frozenset({where.line}))
