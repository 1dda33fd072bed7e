"""O*NET: occupations to roles, rated elements and tools to skills.

Source: the O*NET database's own tables, https://www.onetcenter.org/database.html.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from skillgap.domain.proficiency import level_from_onet
from skillgap.domain.role import Evidence, Necessity, OccupationCodes, RoleProfile
from skillgap.domain.skill import Alignment, SkillKind
from skillgap.domain.source import Confidence
from skillgap.importing.drafts.aliases import AliasDraft
from skillgap.importing.drafts.roles import NO_ROLE, Ask, RoleDraft
from skillgap.importing.formats import onet_tables as tables
from skillgap.importing.formats.folders import FolderImporter
from skillgap.importing.importer import ALONE, Import, Imported
from skillgap.importing.reading.tables import TAB_SEPARATED, folder_tables
from skillgap.importing.reading.values import amount_of, one_line
from skillgap.importing.report import Origin
from skillgap.matching.normalize import normalize

IMPORTANCE: Final = "IM"
LEVEL: Final = "LV"
RATING_AT_MOST: Final = 7
TOOL_KEY: Final = "tool "
TOOL_NOTE: Final = "a tool of {words} in {release}; level and importance are the import's default"


class Rating(msgspec.Struct):
    """One element of one occupation: its two figures, and the rows they stand in."""

    name: str
    kind: SkillKind
    figures: dict[str, tuple[float, Origin]]


def read_onet(folder: Path, asked: Import = ALONE) -> Imported:
    """Read a folder of O*NET tables of either generation.

    Raises `UserError` where the folder holds no table of occupations.
    """
    return OnetImport(folder, asked).read()


class OnetImport(FolderImporter):
    """One import of one release."""

    def __init__(self, folder: Path, asked: Import) -> None:
        """Find the tables and the release."""
        super().__init__(asked, folder_tables(folder), TAB_SEPARATED)
        self.release, self.released = tables.find_release(folder)
        hint = "give the folder of the O*NET database's text files"
        self.require(folder, "occupationdata", "Occupation Data.txt", hint)

    def read(self) -> Imported:
        """Read the tables, each in one pass, those that decide on roles first."""
        self.read_occupations()
        self.read_ratings()
        self.read_tools()
        self.roles.drop_empty()
        for role in self.roles.drafts.values():
            if all(ask.skill.startswith(TOOL_KEY) for ask in role.asks):
                role.origin.remark("no-ratings", role.record.title)
        self.read_titles()
        self.read_job_zones()
        self.read_related()
        self.tell_unread()
        return self.settle(*self.notes())

    def notes(self) -> Iterator[str]:
        """Say which rules made our figures out of theirs."""
        options = self.options
        yield "levels are ceil(5x/7) of O*NET's 0-7, importances (x-1)/4 of its 1-5"
        yield (
            f"an importance of {options.essential_from:g} or more is essential, of "
            f"{options.optional_from:g} or more optional"
        )
        yield (
            f"tools in demand are essential (importance {options.in_demand_importance:g}), hot ones"
            f" optional ({options.hot_importance:g}), all at level {options.tool_level}"
        )

    def read_occupations(self) -> None:
        """Make a role of every occupation."""
        for origin, row in self.rows(tables.OCCUPATIONS, "occupationdata"):
            soc, title = row["soc"].strip(), one_line(row["title"])
            if not tables.SOC_CODE.match(soc):
                origin.leave("bad-value", "O*NET-SOC code")
            elif title is None:
                origin.leave("no-title", soc)
            else:
                source = self.source_of(self.released, None, Confidence.HIGH, self.release)
                record = RoleProfile(
                    id=NO_ROLE,
                    title=title,
                    requirements=(),
                    family=tables.MAJOR_GROUPS.get(soc[:2]),
                    codes=OccupationCodes(onet_soc=(soc,)),
                    source=source,
                )
                self.roles.add(soc, record, origin)

    def element_names(self) -> dict[str, str]:
        """Read the names of elements, for editions whose rating tables lack them."""
        names = {}
        for _, row in self.rows(tables.ELEMENTS, "contentmodelreference"):
            names[row["element"]] = row["name"]
        return names

    def read_ratings(self) -> None:
        """Make requirements of the elements that are rated important enough."""
        names = self.element_names()
        for table in tables.RATED:
            kind = SkillKind.KNOWLEDGE if table == "knowledge" else SkillKind.SKILL
            ratings: dict[tuple[str, str], Rating] = {}
            for origin, row in self.rows(tables.RATINGS, table):
                self.read_rating(origin, row, names, kind, ratings)
            for (soc, element), rating in ratings.items():
                self.ask_element(soc, element, rating)

    def read_rating(
        self,
        origin: Origin,
        row: dict[str, str],
        names: dict[str, str],
        kind: SkillKind,
        ratings: dict[tuple[str, str], Rating],
    ) -> None:
        """Keep one figure of one element, or leave its row out."""
        soc, element, scale = row["soc"], row["element"], row["scale"]
        leave = origin.leave
        name = one_line(row["name"]) or one_line(names.get(element))
        figure = amount_of(row["value"], RATING_AT_MOST)
        if soc not in self.roles.drafts:
            self.roles.of_row(soc, origin)
        elif scale not in (IMPORTANCE, LEVEL):
            leave("other-scale", scale)
        elif name is None or one_line(element) != element:
            leave("without-name", element)
        elif figure is None:
            leave("bad-number", f"{name}: {row['value']}")
        elif row["suppress"] == "Y":
            leave("suppressed", name)
        elif row["not_relevant"] == "Y":
            leave("not-relevant", name)
        else:
            rating = ratings.setdefault((soc, element), Rating(name, kind, {}))
            if scale in rating.figures:
                leave("duplicate", name)
            else:
                rating.figures[scale] = (figure, origin)

    def ask_element(self, soc: str, element: str, rating: Rating) -> None:
        """Make a requirement of an element with both figures, or leave its rows out."""
        importance, level = rating.figures.get(IMPORTANCE), rating.figures.get(LEVEL)
        if importance is None or level is None:
            missing = "without-importance" if importance is None else "without-level"
            self.leave_rating(rating, missing)
        elif importance[0] < self.options.optional_from:
            self.leave_rating(rating, "below-importance")
        elif level[0] <= 0:
            self.leave_rating(rating, "level-zero")
        else:
            alignment = Alignment(self.release, element, None, rating.name)
            key = self.skills.add(element, rating.name, kind=rating.kind, alignments=(alignment,))
            is_essential = importance[0] >= self.options.essential_from
            ask = Ask(
                skill=key,
                level=level_from_onet(level[0]),
                importance=round((importance[0] - 1) / 4, 4),
                necessity=Necessity.ESSENTIAL if is_essential else Necessity.OPTIONAL,
                evidence=(Evidence(self.release, element, rating.name, level[0], importance[0]),),
            )
            self.roles.drafts[soc].asks.append(ask)

    def leave_rating(self, rating: Rating, reason: str) -> None:
        """Leave the rows of a rating out."""
        for _, origin in rating.figures.values():
            origin.leave(reason, rating.name)

    def read_tools(self) -> None:
        """Make a skill of every tool, and a requirement of those that employers ask for."""
        seen: set[tuple[str, str]] = set()
        for origin, row in self.rows(tables.TOOLS, *tables.TOOL_TABLES):
            role = self.roles.of_row(row["soc"], origin)
            if role is None:
                continue
            tool = one_line(row["tool"])
            if tool is None or not normalize(tool):
                origin.leave("without-name")
                continue
            if (row["soc"], tool) in seen:
                origin.leave("duplicate", tool)
                continue
            seen.add((row["soc"], tool))
            self.ask_tool(role, tool, row, origin)

    def ask_tool(self, role: RoleDraft, tool: str, row: dict[str, str], origin: Origin) -> None:
        """Carry one tool of one role."""
        commodity = one_line(row["commodity"])
        alignment = Alignment(self.release, commodity, None, tool)
        key = self.skills.add(
            TOOL_KEY + normalize(tool), tool, kind=SkillKind.TOOL, alignments=(alignment,)
        )
        in_demand, hot = row["in_demand"] == "Y", row["hot"] == "Y"
        if not in_demand and not hot:
            origin.remark("examples-only", tool)
            return
        words = "demand" if in_demand else "frequent use"
        ask = Ask(
            skill=key,
            level=self.options.tool_level,
            importance=self.options.in_demand_importance
            if in_demand
            else self.options.hot_importance,
            necessity=Necessity.ESSENTIAL if in_demand else Necessity.OPTIONAL,
            evidence=(Evidence(self.release, commodity, tool),),
            note=TOOL_NOTE.format(words=words, release=self.release),
        )
        role.asks.append(ask)

    def read_titles(self) -> None:
        """Make aliases of the titles that name one occupation alone."""
        for origin, row in self.rows(tables.TITLES, *tables.TITLE_TABLES):
            role = self.roles.of_row(row["soc"], origin)
            if role is None:
                continue
            title = one_line(row["title"])
            if title is None:
                origin.leave("no-title")
                continue
            role.names.aliases.append(AliasDraft(title, origin, is_row=True))
            short = one_line(row["short"])
            if short is not None and short.lower() != "n/a":
                role.names.aliases.append(AliasDraft(short, origin))

    def read_job_zones(self) -> None:
        """Note how much preparation each occupation takes."""
        for origin, row in self.rows(tables.JOB_ZONES, "jobzones"):
            role = self.roles.of_row(row["soc"], origin)
            if role is None:
                continue
            if row["zone"].strip() in ("1", "2", "3", "4", "5"):
                role.set_job_zone(int(row["zone"]))
            else:
                origin.leave("bad-value", row["zone"])

    def read_related(self) -> None:
        """Note which occupations are near to which."""
        for origin, row in self.rows(tables.RELATED, "relatedoccupations"):
            role = self.roles.of_row(row["soc"], origin)
            if role is None:
                continue
            if row["tier"].startswith("Supplemental"):
                origin.leave("too-far", row["other"])
            elif row["other"] not in self.roles.drafts:
                origin.leave("unknown-occupation", row["other"])
            else:
                role.related.append(row["other"])
