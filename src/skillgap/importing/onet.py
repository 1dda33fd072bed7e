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
from skillgap.errors import UserError
from skillgap.importing import onet_tables as tables
from skillgap.importing.draft_names import AliasDraft, Place
from skillgap.importing.imported import ALONE, Import, Imported, close_import, source_of
from skillgap.importing.report import Ledger
from skillgap.importing.role_drafts import NO_ROLE, Ask, RoleDraft, RoleDrafts
from skillgap.importing.skill_drafts import SkillDrafts
from skillgap.importing.tables import TAB_SEPARATED, Columns, folder_tables, read_table
from skillgap.importing.words import one_line
from skillgap.loading.invisible import printable
from skillgap.matching.normalize import normalize

IMPORTANCE: Final = "IM"
LEVEL: Final = "LV"
TOOL_KEY: Final = "tool "
TOOL_NOTE: Final = "a tool of {words} in {release}; level and importance are the import's default"

PlacedRow = tuple[Place, dict[str, str]]


class Rating(msgspec.Struct):
    """One element of one occupation: its two figures, and the rows they stand in."""

    name: str
    kind: SkillKind
    figures: dict[str, tuple[float, Place]]


def read_onet(folder: Path, asked: Import = ALONE) -> Imported:
    """Read a folder of O*NET tables of either generation.

    Raises `UserError` where the folder holds no table of occupations.
    """
    return OnetImport(folder, asked).read()


class OnetImport:
    """One import of one release."""

    def __init__(self, folder: Path, asked: Import) -> None:
        """Find the tables and the release."""
        self.asked = asked
        self.options = asked.options
        self.ledger = Ledger()
        self.files = folder_tables(folder)
        self.release, released = tables.find_release(folder)
        self.as_of = released or asked.options.as_of
        self.skills = SkillDrafts(asked.existing)
        self.roles = RoleDrafts(asked.existing)
        self.read_files: set[Path] = set()
        if "occupationdata" not in self.files:
            message = f"`{printable(str(folder))}` holds no table `Occupation Data.txt`"
            hint = "give the folder of the O*NET database's text files"
            raise UserError(message, hint=hint)

    def read(self) -> Imported:
        """Read the tables, each in one pass, those that decide on roles first."""
        self.read_occupations()
        self.read_ratings()
        self.read_tools()
        self.roles.drop_empty()
        for role in self.roles.drafts.values():
            if all(ask.skill.startswith(TOOL_KEY) for ask in role.asks):
                role.place.table.remark(role.place.line, "no-ratings", role.record.title)
        self.read_titles()
        self.read_job_zones()
        self.read_related()
        unread = set(self.files.values()) - self.read_files
        self.ledger.unread.extend(printable(file.name) for file in unread)
        self.ledger.notes.extend(self.notes())
        ids, skills = self.skills.settle()
        met = {"skills": len(self.skills.met), "roles": len(self.roles.known)}
        return close_import(
            self.ledger, self.asked, skills=skills, roles=self.roles.settle(ids), met=met
        )

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

    def rows(self, names: tuple[str, ...], columns: Columns) -> Iterator[PlacedRow]:
        """Give the rows of every table that has one of the names."""
        for name in names:
            file = self.files.get(name)
            if file is None:
                continue
            self.read_files.add(file)
            table = self.ledger.table(printable(str(file)))
            for line, row in read_table(
                file, columns, self.ledger, TAB_SEPARATED, self.asked.progress
            ):
                yield Place(table, line), row

    def read_occupations(self) -> None:
        """Make a role of every occupation."""
        for place, row in self.rows(("occupationdata",), tables.OCCUPATIONS):
            soc, title = row["soc"].strip(), one_line(row["title"])
            if not tables.SOC_CODE.match(soc):
                place.table.leave(place.line, "bad-value", "O*NET-SOC code")
            elif title is None:
                place.table.leave(place.line, "no-title", soc)
            else:
                source = source_of(self.as_of, None, Confidence.HIGH, self.release)
                record = RoleProfile(
                    id=NO_ROLE,
                    title=title,
                    requirements=(),
                    family=tables.MAJOR_GROUPS.get(soc[:2]),
                    codes=OccupationCodes(onet_soc=(soc,)),
                    source=source,
                )
                self.roles.add(soc, record, place)

    def element_names(self) -> dict[str, str]:
        """Read the names of elements, for editions whose rating tables lack them."""
        names = {}
        for _, row in self.rows(("contentmodelreference",), tables.ELEMENTS):
            names[row["element"]] = row["name"]
        return names

    def read_ratings(self) -> None:
        """Make requirements of the elements that are rated important enough."""
        names = self.element_names()
        for table in tables.RATED:
            kind = SkillKind.KNOWLEDGE if table == "knowledge" else SkillKind.SKILL
            ratings: dict[tuple[str, str], Rating] = {}
            for place, row in self.rows((table,), tables.RATINGS):
                self.read_rating(place, row, names, kind, ratings)
            for (soc, element), rating in ratings.items():
                self.ask_element(soc, element, rating)

    def read_rating(
        self,
        place: Place,
        row: dict[str, str],
        names: dict[str, str],
        kind: SkillKind,
        ratings: dict[tuple[str, str], Rating],
    ) -> None:
        """Keep one figure of one element, or leave its row out."""
        soc, element, scale = row["soc"], row["element"], row["scale"]
        leave, line = place.table.leave, place.line
        name = one_line(row["name"]) or one_line(names.get(element))
        figure = tables.figure_of(row["value"])
        if soc not in self.roles.drafts:
            self.roles.of_row(soc, place)
        elif scale not in (IMPORTANCE, LEVEL):
            leave(line, "other-scale", scale)
        elif name is None or one_line(element) != element:
            leave(line, "without-name", element)
        elif figure is None:
            leave(line, "bad-number", f"{name}: {row['value']}")
        elif row["suppress"] == "Y":
            leave(line, "suppressed", name)
        elif row["not_relevant"] == "Y":
            leave(line, "not-relevant", name)
        else:
            rating = ratings.setdefault((soc, element), Rating(name, kind, {}))
            if scale in rating.figures:
                leave(line, "duplicate", name)
            else:
                rating.figures[scale] = (figure, place)

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
        for _, place in rating.figures.values():
            place.table.leave(place.line, reason, rating.name)

    def read_tools(self) -> None:
        """Make a skill of every tool, and a requirement of those that employers ask for."""
        seen: set[tuple[str, str]] = set()
        for place, row in self.rows(tables.TOOL_TABLES, tables.TOOLS):
            role = self.roles.of_row(row["soc"], place)
            if role is None:
                continue
            tool = one_line(row["tool"])
            if tool is None or not normalize(tool):
                place.table.leave(place.line, "without-name")
                continue
            if (row["soc"], tool) in seen:
                place.table.leave(place.line, "duplicate", tool)
                continue
            seen.add((row["soc"], tool))
            self.ask_tool(role, tool, row, place)

    def ask_tool(self, role: RoleDraft, tool: str, row: dict[str, str], place: Place) -> None:
        """Carry one tool of one role."""
        commodity = one_line(row["commodity"])
        alignment = Alignment(self.release, commodity, None, tool)
        key = self.skills.add(
            TOOL_KEY + normalize(tool), tool, kind=SkillKind.TOOL, alignments=(alignment,)
        )
        in_demand, hot = row["in_demand"] == "Y", row["hot"] == "Y"
        if not in_demand and not hot:
            place.table.remark(place.line, "examples-only", tool)
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
        for place, row in self.rows(tables.TITLE_TABLES, tables.TITLES):
            role = self.roles.of_row(row["soc"], place)
            if role is None:
                continue
            title = one_line(row["title"])
            if title is None:
                place.table.leave(place.line, "no-title")
                continue
            role.names.aliases.append(AliasDraft(title, place, is_row=True))
            short = one_line(row["short"])
            if short is not None and short.lower() != "n/a":
                role.names.aliases.append(AliasDraft(short, place))

    def read_job_zones(self) -> None:
        """Note how much preparation each occupation takes."""
        for place, row in self.rows(("jobzones",), tables.JOB_ZONES):
            role = self.roles.of_row(row["soc"], place)
            if role is None:
                continue
            if row["zone"].strip() in ("1", "2", "3", "4", "5"):
                role.set_job_zone(int(row["zone"]))
            else:
                place.table.leave(place.line, "bad-value", row["zone"])

    def read_related(self) -> None:
        """Note which occupations are near to which."""
        for place, row in self.rows(("relatedoccupations",), tables.RELATED):
            role = self.roles.of_row(row["soc"], place)
            if role is None:
                continue
            if row["tier"].startswith("Supplemental"):
                place.table.leave(place.line, "too-far", row["other"])
            elif row["other"] not in self.roles.drafts:
                place.table.leave(place.line, "unknown-occupation", row["other"])
            else:
                role.related.append(row["other"])
