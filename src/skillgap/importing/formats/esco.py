"""ESCO: occupations to roles, skills to skills.

Source: the CSV edition of the European Commission's classification,
https://esco.ec.europa.eu/en/use-esco/download.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from skillgap.domain.fields import ISCO08_PATTERN
from skillgap.domain.role import EscoOccupation, Necessity, OccupationCodes, RoleProfile
from skillgap.domain.skill import Alignment, SkillKind
from skillgap.domain.source import Confidence
from skillgap.importing.drafts.aliases import AliasDraft
from skillgap.importing.drafts.roles import NO_ROLE, Ask
from skillgap.importing.formats import esco_tables as tables
from skillgap.importing.formats.folders import FolderImporter
from skillgap.importing.importer import ALONE, Import, Imported
from skillgap.importing.reading.tables import COMMA_SEPARATED, folder_tables
from skillgap.importing.reading.values import day_of, one_line, split_labels, web_address
from skillgap.importing.report import Origin
from skillgap.matching.normalize import normalize

KINDS: Mapping[str, SkillKind] = MappingProxyType(
    {"knowledge": SkillKind.KNOWLEDGE, "skill/competence": SkillKind.SKILL}
)

TABLES_NEEDED = ("skills", "occupations", "occupationskillrelations")


def read_esco(folder: Path, asked: Import = ALONE) -> Imported:
    """Read a folder of ESCO's CSV tables.

    Raises `UserError` where one of the three tables is missing that make roles.
    """
    return EscoImport(folder, asked).read()


class EscoImport(FolderImporter):
    """One import of one release."""

    def __init__(self, folder: Path, asked: Import) -> None:
        """Find the tables and the release."""
        super().__init__(asked, folder_tables(folder, dropped=tables.ENDINGS), COMMA_SEPARATED)
        self.release = tables.find_release(folder)
        self.by_label: dict[str, str] = {}
        self.families: dict[str, str] = {}
        for table in TABLES_NEEDED:
            self.require(
                folder, table, table, "give the folder of ESCO's CSV files, in one language"
            )

    def read(self) -> Imported:
        """Read the tables, each in one pass."""
        self.read_skills()
        self.read_transversal()
        self.read_broader()
        self.read_groups()
        self.read_occupations()
        self.read_relations()
        self.roles.drop_empty()
        self.tell_unread()
        return self.settle(self.defaults())

    def defaults(self) -> str:
        """Say which figures are ours, for ESCO has neither levels nor importances."""
        options = self.options
        return (
            f"level {options.esco_level} and importance {options.esco_essential_importance:g}"
            f" (essential) or {options.esco_optional_importance:g} (optional) are the import's"
            " defaults"
        )

    def concept(self, origin: Origin, row: dict[str, str], nameless: str) -> tuple[str, str] | None:
        """Return the address and the label of a concept that stands; else its row is left out."""
        uri, label = web_address(row["uri"]), one_line(row["label"])
        if uri is None or label is None:
            origin.leave("bad-url" if uri is None else nameless, row["uri"][:100])
        elif row["status"].strip() not in ("", "released"):
            origin.leave("is-not-offered", label)
        else:
            return uri, label
        return None

    def read_skills(self) -> None:
        """Make a skill of every concept."""
        for origin, row in self.rows(tables.SKILLS, "skills"):
            found = self.concept(origin, row, "without-name")
            if found is None:
                continue
            uri, label = found
            if uri in self.skills.same:
                origin.leave("duplicate", label)
                continue
            kind = KINDS.get(row["type"].strip())
            if row["reuse"].strip() == "transversal":
                kind = SkillKind.TRANSVERSAL
            alignment = Alignment(self.release, None, uri, label)
            self.skills.add(uri, label, kind=kind, alignments=(alignment,))
            self.by_label.setdefault(normalize(label), uri)
            for text in (*split_labels(row["aliases"]), *split_labels(row["hidden"])):
                self.skills.add_alias(uri, AliasDraft(text, origin))

    def read_transversal(self) -> None:
        """Note which skills serve in every occupation."""
        for origin, row in self.rows(tables.TRANSVERSAL, "transversalskillscollection"):
            if row["uri"] in self.skills.same:
                self.skills.set_kind(row["uri"], SkillKind.TRANSVERSAL)
            else:
                origin.leave("unknown-skill", row["uri"])

    def read_broader(self) -> None:
        """Note which skill is broader than which."""
        for origin, row in self.rows(tables.BROADER, "broaderrelationsskillpillar"):
            if "SkillGroup" in (row["broader_type"], row["type"]):
                origin.leave("broader-is-a-group", row["broader"])
            elif row["uri"] not in self.skills.same:
                origin.leave("unknown-skill", row["uri"])
            else:
                self.skills.add_broader(row["uri"], row["broader"], origin)

    def read_groups(self) -> None:
        """Note the names of ISCO's two-digit groups, which are the families of roles."""
        for origin, row in self.rows(tables.GROUPS, "iscogroups"):
            label = one_line(row["label"])
            if label is None:
                origin.leave("without-name", row["code"])
            elif len(row["code"]) == 2:
                self.families[row["code"]] = label
            else:
                origin.leave("other-group", row["code"])

    def read_occupations(self) -> None:
        """Make a role of every occupation."""
        for origin, row in self.rows(tables.OCCUPATIONS, "occupations"):
            found = self.concept(origin, row, "no-title")
            if found is None:
                continue
            uri, title = found
            self.roles.add(uri, self.role_of(uri, title, row), origin)
            role = self.roles.drafts.get(uri)
            if role is not None:
                role.names.aliases.extend(
                    AliasDraft(text, origin)
                    for text in (*split_labels(row["aliases"]), *split_labels(row["hidden"]))
                )

    def role_of(self, uri: str, title: str, row: dict[str, str]) -> RoleProfile:
        """Make a role of one occupation."""
        isco = row["isco"].strip()
        is_isco = re.match(ISCO08_PATTERN, isco) is not None
        source = self.source_of(
            day_of(row["modified"]),
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
        options = self.options
        essential = (options.esco_essential_importance, Necessity.ESSENTIAL)
        optional = (options.esco_optional_importance, Necessity.OPTIONAL)
        figures = {"essential": essential, "optional": optional}
        seen: set[tuple[str, str]] = set()
        for origin, row in self.rows(tables.RELATIONS, "occupationskillrelations"):
            role = self.roles.of_row(row["occupation"], origin)
            if role is None:
                continue
            skill = self.skills.same.get(row["skill"]) or self.by_label.get(normalize(row["label"]))
            figure = figures.get(row["relation"].strip())
            if skill is None:
                origin.leave("unknown-skill", row["skill"] or row["label"])
            elif figure is None:
                origin.leave("other-relation", row["relation"])
            elif (row["occupation"], skill) in seen:
                origin.leave("duplicate", row["label"] or skill)
            else:
                seen.add((row["occupation"], skill))
                role.asks.append(Ask(skill, options.esco_level, *figure))
