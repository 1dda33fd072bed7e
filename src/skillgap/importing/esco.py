"""ESCO: occupations to roles, skills to skills.

Source: the CSV edition of the European Commission's classification,
https://esco.ec.europa.eu/en/use-esco/download.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from skillgap.domain.role import EscoOccupation, Necessity, OccupationCodes, RoleProfile
from skillgap.domain.skill import Alignment, SkillKind
from skillgap.domain.source import Confidence
from skillgap.errors import UserError
from skillgap.importing import esco_tables as tables
from skillgap.importing.draft_names import AliasDraft, Place
from skillgap.importing.imported import ALONE, Import, Imported, close_import, source_of
from skillgap.importing.report import Ledger
from skillgap.importing.role_drafts import NO_ROLE, Ask, RoleDrafts
from skillgap.importing.skill_drafts import SkillDrafts
from skillgap.importing.tables import COMMA_SEPARATED, Columns, read_table
from skillgap.importing.words import one_line, split_labels, web_address
from skillgap.loading.invisible import printable
from skillgap.matching.normalize import normalize

KINDS = {
    "knowledge": SkillKind.KNOWLEDGE,
    "skill/competence": SkillKind.SKILL,
}

TABLES_NEEDED = ("skills", "occupations", "occupationskillrelations")


def read_esco(folder: Path, asked: Import = ALONE) -> Imported:
    """Read a folder of ESCO's CSV tables.

    Raises `UserError` where one of the three tables is missing that make roles.
    """
    return EscoImport(folder, asked).read()


class EscoImport:
    """One import of one release."""

    def __init__(self, folder: Path, asked: Import) -> None:
        """Find the tables and the release."""
        self.asked = asked
        self.ledger = Ledger()
        self.files = tables.find_files(folder)
        self.release = tables.find_release(folder)
        self.skills = SkillDrafts(asked.existing)
        self.roles = RoleDrafts(asked.existing)
        self.by_label: dict[str, str] = {}
        self.families: dict[str, str] = {}
        self.read_files: set[Path] = set()
        missing = [each for each in TABLES_NEEDED if each not in self.files]
        if missing:
            message = f"`{printable(str(folder))}` holds no table `{missing[0]}`"
            raise UserError(message, hint="give the folder of ESCO's CSV files, in one language")

    def read(self) -> Imported:
        """Read the tables, each in one pass."""
        self.read_skills()
        self.read_transversal()
        self.read_broader()
        self.read_groups()
        self.read_occupations()
        self.read_relations()
        self.roles.drop_empty()
        unread = set(self.files.values()) - self.read_files
        self.ledger.unread.extend(printable(file.name) for file in unread)
        self.ledger.notes.append(self.defaults())
        ids, skills = self.skills.settle()
        met = {"skills": len(self.skills.met), "roles": len(self.roles.known)}
        return close_import(
            self.ledger, self.asked, skills=skills, roles=self.roles.settle(ids), met=met
        )

    def defaults(self) -> str:
        """Say which figures are ours, for ESCO has neither levels nor importances."""
        options = self.asked.options
        return (
            f"level {options.esco_level} and importance {options.esco_essential_importance:g}"
            f" (essential) or {options.esco_optional_importance:g} (optional) are the import's"
            " defaults"
        )

    def rows(self, name: str, columns: Columns) -> Iterator[tuple[Place, dict[str, str]]]:
        """Give the rows of a table, none where the folder has no such table."""
        file = self.files.get(name)
        if file is None:
            return
        self.read_files.add(file)
        table = self.ledger.table(printable(str(file)))
        for line, row in read_table(
            file, columns, self.ledger, COMMA_SEPARATED, self.asked.progress
        ):
            yield Place(table, line), row

    def read_skills(self) -> None:
        """Make a skill of every concept."""
        for place, row in self.rows("skills", tables.SKILLS):
            uri, label = web_address(row["uri"]), one_line(row["label"])
            if uri is None or label is None:
                reason = "bad-url" if uri is None else "without-name"
                place.table.leave(place.line, reason, row["uri"][:100])
                continue
            if row["status"].strip() not in ("", "released"):
                place.table.leave(place.line, "is-not-offered", label)
                continue
            if uri in self.skills.same:
                place.table.leave(place.line, "duplicate", label)
                continue
            kind = KINDS.get(row["type"].strip())
            if row["reuse"].strip() == "transversal":
                kind = SkillKind.TRANSVERSAL
            alignment = Alignment(self.release, None, uri, label)
            self.skills.add(uri, label, kind=kind, alignments=(alignment,))
            self.by_label.setdefault(normalize(label), uri)
            for text in (*split_labels(row["aliases"]), *split_labels(row["hidden"])):
                self.skills.add_alias(uri, AliasDraft(text, place))

    def read_transversal(self) -> None:
        """Note which skills serve in every occupation."""
        for place, row in self.rows("transversalskillscollection", tables.TRANSVERSAL):
            if row["uri"] in self.skills.same:
                self.skills.set_kind(row["uri"], SkillKind.TRANSVERSAL)
            else:
                place.table.leave(place.line, "unknown-skill", row["uri"])

    def read_broader(self) -> None:
        """Note which skill is broader than which."""
        for place, row in self.rows("broaderrelationsskillpillar", tables.BROADER):
            if "SkillGroup" in (row["broader_type"], row["type"]):
                place.table.leave(place.line, "broader-is-a-group", row["broader"])
            elif row["uri"] not in self.skills.same:
                place.table.leave(place.line, "unknown-skill", row["uri"])
            else:
                self.skills.add_broader(row["uri"], row["broader"], place)

    def read_groups(self) -> None:
        """Note the names of ISCO's two-digit groups, which are the families of roles."""
        for place, row in self.rows("iscogroups", tables.GROUPS):
            label = one_line(row["label"])
            if label is None:
                place.table.leave(place.line, "without-name", row["code"])
            elif len(row["code"]) == 2:
                self.families[row["code"]] = label
            else:
                place.table.leave(place.line, "other-group", row["code"])

    def read_occupations(self) -> None:
        """Make a role of every occupation."""
        for place, row in self.rows("occupations", tables.OCCUPATIONS):
            uri, title = web_address(row["uri"]), one_line(row["label"])
            if uri is None or title is None:
                reason = "bad-url" if uri is None else "no-title"
                place.table.leave(place.line, reason, row["uri"][:100])
                continue
            if row["status"].strip() not in ("", "released"):
                place.table.leave(place.line, "is-not-offered", title)
                continue
            self.roles.add(uri, self.role_of(uri, title, row), place)
            role = self.roles.drafts.get(uri)
            if role is not None:
                role.names.aliases.extend(
                    AliasDraft(text, place)
                    for text in (*split_labels(row["aliases"]), *split_labels(row["hidden"]))
                )

    def role_of(self, uri: str, title: str, row: dict[str, str]) -> RoleProfile:
        """Make a role of one occupation."""
        isco = row["isco"].strip()
        is_isco = isco.isascii() and isco.isdigit() and len(isco) <= 4
        source = source_of(
            tables.day_of(row["modified"]) or self.asked.options.as_of,
            uri,
            Confidence.MEDIUM,
            f"{self.release}; {self.defaults()}",
        )
        return RoleProfile(
            id=NO_ROLE,
            title=title,
            requirements=(),
            family=self.families.get(isco[:2]),
            codes=OccupationCodes(
                esco=(EscoOccupation(uri, title),), isco08=(isco,) if is_isco else ()
            ),
            source=source,
        )

    def read_relations(self) -> None:
        """Make a requirement of every skill that an occupation has."""
        options = self.asked.options
        essential = (options.esco_essential_importance, Necessity.ESSENTIAL)
        optional = (options.esco_optional_importance, Necessity.OPTIONAL)
        figures = {"essential": essential, "optional": optional}
        seen: set[tuple[str, str]] = set()
        for place, row in self.rows("occupationskillrelations", tables.RELATIONS):
            role = self.roles.of_row(row["occupation"], place)
            if role is None:
                continue
            skill = self.skills.same.get(row["skill"]) or self.by_label.get(normalize(row["label"]))
            figure = figures.get(row["relation"].strip())
            if skill is None:
                place.table.leave(place.line, "unknown-skill", row["skill"] or row["label"])
            elif figure is None:
                place.table.leave(place.line, "other-relation", row["relation"])
            elif (row["occupation"], skill) in seen:
                place.table.leave(place.line, "duplicate", row["label"] or skill)
            else:
                seen.add((row["occupation"], skill))
                role.asks.append(Ask(skill, options.esco_level, *figure))
