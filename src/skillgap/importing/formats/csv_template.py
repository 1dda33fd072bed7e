"""Our own template: credentials that somebody lists in a spreadsheet, one a row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from skillgap.domain.credential import (
    AchievementType,
    Assessment,
    AssessmentKind,
    Credits,
    Delivery,
    DeliveryMode,
    MicroCredential,
    Pace,
    Verification,
)
from skillgap.domain.identifiers import SkillId, is_identifier
from skillgap.domain.issuer import Issuer, IssuerKind
from skillgap.domain.money import Price, PricePer
from skillgap.domain.source import Basis, Confidence, Source
from skillgap.importing.drafts.credentials import NO_CREDENTIAL, NO_ISSUER, CredentialDraft
from skillgap.importing.drafts.known import name_key
from skillgap.importing.importer import ALONE, Import, Imported, Importer
from skillgap.importing.reading.cells import Cells
from skillgap.importing.reading.tables import Columns, Dialect, read_table
from skillgap.importing.reading.values import (
    AMOUNT_AT_MOST,
    HOURS_AT_MOST,
    MONTHS_AT_MOST,
    WEEKS_AT_MOST,
    clean,
)
from skillgap.matching.levels import LEVEL_OF_WORD
from skillgap.matching.normalize import normalize

COLUMNS: Final = (
    ("title", "SQL Basics"),
    ("issuer", "Example Institute"),
    ("issuer_kind", "non-profit"),
    ("issuer_url", "https://example.org/"),
    ("id", "example-sql-basics"),
    ("type", "Certificate"),
    ("url", "https://example.org/sql-basics"),
    ("awards", "SQL:2; Data modeling:1"),
    ("hours", "20"),
    ("price", "40"),
    ("per", "once"),
    ("currency", "USD"),
    ("min_weeks", ""),
    ("requires", ""),
    ("recommends", ""),
    ("mode", "online"),
    ("pace", "self"),
    ("languages", "en; fr"),
    ("assessment", "project"),
    ("proctored", "no"),
    ("hands_on", "yes"),
    ("verification", "open-badge"),
    ("valid_months", ""),
    ("ects", ""),
    ("eqf_level", ""),
    ("subject", ""),
    ("aliases", "ESQL-1"),
    ("offered_until", ""),
    ("read_on", ""),
    ("source_url", ""),
    ("confidence", "low"),
    ("note", ""),
)
"""Every column with an example; the documentation and the template come from here."""

HEADERS: Final = {name: (name,) for name, _ in COLUMNS}
DELIMITERS: Final = (",", ";", "\t")
HEADER_CHARACTERS: Final = 10_000
SEPARATOR: Final = re.compile(r"sep=([^\w\s\"]|\t)\r?\n", re.IGNORECASE)
"""The first line by which Excel says what parts the cells."""

LEVEL: Final = rf"[1-5]|{'|'.join(LEVEL_OF_WORD)}"
AWARD: Final = re.compile(
    rf"(?P<name>.+?)\s*(?:[:=]\s*(?:level )?(?P<level>{LEVEL})"
    rf"|[(\[]\s*(?:level )?(?P<inner>{LEVEL})\s*[)\]])\Z",
    re.IGNORECASE,
)
NO_LEVEL: Final = re.compile(r"(?P<name>.+?)\s*[:=]\s*-?[0-9][0-9.]*\Z")
"""A level that there is not."""


def template_text() -> str:
    """Return the template: the header, and one row as an example to overwrite."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(name for name, _ in COLUMNS)
    writer.writerow(example for _, example in COLUMNS)
    return text.getvalue()


def read_csv(file: Path, asked: Import = ALONE) -> Imported:
    """Read a filled-in template, parted by commas, semicolons or tabs."""
    return SheetImport(asked).read(file)


def find_dialect(file: Path) -> Dialect:
    """Find what parts the cells by the header; a comma where the file cannot be read."""
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as stream:
            header = stream.readline(HEADER_CHARACTERS)
    except (OSError, ValueError):
        header = ""
    if stated := SEPARATOR.match(header):
        return Dialect(stated[1], quoted=True)
    return Dialect(max(DELIMITERS, key=header.count), quoted=True)


class SheetImport(Importer):
    """One import; `keys` finds a row again by its id and its title."""

    def __init__(self, asked: Import) -> None:
        """Begin with nothing found."""
        super().__init__(asked)
        self.keys: dict[str, str] = {}

    def read(self, file: Path) -> Imported:
        """Carry every row."""
        dialect = find_dialect(file)
        needed = ("title",) if self.options.default_issuer else ("title", "issuer")
        columns = Columns(HEADERS, needed)
        for origin, row in read_table(file, columns, self.ledger, dialect, self.asked.progress):
            self.carry(Cells(row, origin, decimal_comma=dialect.delimiter != ","))
        for draft in self.credentials.drafts.values():
            draft.requires = [tuple(map(self.key_of, group)) for group in draft.requires]
            draft.recommends = [self.key_of(each) for each in draft.recommends]
        return self.settle(f"a skill without a level is awarded at {self.options.award_level}")

    def carry(self, cells: Cells) -> None:
        """Carry one row."""
        title = cells.text("title")
        issuer_name = cells.text("issuer") or self.options.default_issuer
        if title is None or issuer_name is None:
            cells.origin.leave("no-title" if title is None else "no-issuer", title or "")
            return
        kind = cells.word("issuer_kind", IssuerKind)
        issuer = self.credentials.add_issuer(
            Issuer(NO_ISSUER, issuer_name, kind, cells.address("issuer_url"))
        )
        draft = CredentialDraft(credential_of(cells, title), cells.origin, issuer)
        wanted = cells.text("id") or ""
        if wanted and not is_identifier(wanted):
            cells.say("bad-id", wanted)
        elif wanted in self.asked.existing.credentials:
            cells.origin.leave("known-credential", f"{title}: `{wanted}`")
            return
        draft.wanted_id = wanted if is_identifier(wanted) else ""
        draft.awards.extend(self.awards_of(cells))
        draft.requires.extend(cells.groups("requires"))
        draft.recommends.extend(cells.items("recommends"))
        key = draft.wanted_id or f"{issuer} {normalize(title)}"
        self.credentials.add(key, draft)
        self.keys.setdefault(key, key)
        self.keys.setdefault(normalize(title), key)

    def awards_of(self, cells: Cells) -> Iterator[tuple[str, int]]:
        """Yield the skills of a row by their keys, each with its level."""
        for entry in self.award_entries(cells):
            found = AWARD.match(entry)
            beyond = NO_LEVEL.match(entry) if found is None else None
            name = (found or beyond or {"name": entry})["name"]
            level = self.options.award_level
            if found is not None:
                level = level_of(found["level"] or found["inner"])
            elif beyond is not None:
                cells.say("bad-number", f"awards: {entry}")
            else:
                cells.say("default-level", name)
            key = f"name {normalize(name) or name}"
            if SkillId(name) in self.asked.existing.skills:
                self.skills.meet(key, SkillId(name))
            yield self.skills.add(key, name), level

    def award_entries(self, cells: Cells) -> Iterator[str]:
        """Yield the entries of a cell; a comma parts them too where it cannot be part of a name.

        That is after a level, and between names that the catalog knows.
        """
        for item in cells.items("awards"):
            parts = [part.strip() for part in item.split(",")]
            if not self.is_known(item) and all(map(self.is_known, parts)):
                yield from parts
                continue
            entry = ""
            for part in parts:
                entry = f"{entry}, {part}" if entry else part
                if AWARD.match(entry):
                    yield entry
                    entry = ""
            if entry:
                yield entry

    def is_known(self, name: str) -> bool:
        """Say whether the catalog has a skill of that name or id."""
        is_id = SkillId(name) in self.asked.existing.skills
        return is_id or self.skills.known.find([name_key(name)]) is not None

    def key_of(self, name: str) -> str:
        """Return the key of a credential that a row names by its id or title, wherever it is."""
        found = self.keys.get(name) or self.keys.get(normalize(name))
        if found is not None:
            return found
        for credential in self.asked.existing.credentials.values():
            if name == credential.id or normalize(name) == normalize(credential.title):
                self.credentials.pointers[name] = credential.id
        return name


def level_of(text: str) -> int:
    """Return a level, written as its figure or as a word for it."""
    return int(text) if text.isdigit() else LEVEL_OF_WORD[text.lower()]


def credential_of(cells: Cells, title: str) -> MicroCredential:
    """Make a credential of the cells that refer to nothing."""
    months, eqf = cells.whole("valid_months", 1, MONTHS_AT_MOST), cells.whole("eqf_level", 1, 8)
    day = cells.day("read_on")
    return MicroCredential(
        id=NO_CREDENTIAL,
        title=title,
        issuer=NO_ISSUER,
        awards=(),
        workload_hours=cells.number("hours", HOURS_AT_MOST),
        price=Price(
            cells.number("price", AMOUNT_AT_MOST, words={"free": 0.0}),
            cells.word("per", PricePer) or PricePer.ONCE,
            cells.currency("currency"),
        ),
        achievement_type=cells.word("type", AchievementType),
        aliases=tuple(cells.items("aliases")),
        url=cells.address("url"),
        subject=cells.text("subject"),
        min_weeks=cells.number("min_weeks", WEEKS_AT_MOST),
        delivery=Delivery(
            cells.word("mode", DeliveryMode), cells.word("pace", Pace), cells.languages("languages")
        ),
        assessment=Assessment(
            cells.word("assessment", AssessmentKind),
            cells.truth("proctored"),
            cells.truth("hands_on"),
        ),
        verification=cells.word("verification", Verification),
        valid_months=months,
        credits=Credits(ects=cells.number("ects", AMOUNT_AT_MOST)),
        eqf_level=eqf,
        offered_until=cells.day("offered_until"),
        source=Source(
            Basis.GENERAL_KNOWLEDGE if day is None else Basis.READ,
            day,
            url=cells.address("source_url"),
            confidence=cells.word("confidence", Confidence),
            note=clean(cells.row["note"])[:4000] or None,
        ),
    )
