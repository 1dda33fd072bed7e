"""A person's words to what a plan needs: the role they want and what they hold."""

from __future__ import annotations

from typing import Final

import msgspec

from skillgap.api import match_role
from skillgap.cli.clarify import can_ask
from skillgap.cli.files import open_catalog, open_profile, tell
from skillgap.cli.heard import PersonOptions, hear
from skillgap.cli.options import HOURS_PER_WEEK
from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import RoleId
from skillgap.domain.learner import Learner, LearnerProfile
from skillgap.domain.role import RoleProfile
from skillgap.errors import UserError
from skillgap.gates import find_standings
from skillgap.matching.match import Match
from skillgap.planning.request import DEFAULT_HOURS_PER_WEEK
from skillgap.rendering.report import Understanding
from skillgap.text import clean, excerpt

NEAREST_ROLES: Final = 5


class Person(msgspec.Struct, frozen=True):
    """A person as understood; `profile` is empty where they have none."""

    understanding: Understanding
    learner: Learner
    profile: LearnerProfile


def understand(options: PersonOptions, *, is_told: bool) -> Person:
    """Load the files and match every word; `is_told` says aloud which words do not count.

    Unless `no_input`, somebody at a terminal is asked about what is unclear.
    Raises `UserError` where no role can be told, `ToldError` where a file has errors.
    """
    catalog = open_catalog(options.catalogs, options.roles, no_cache=options.no_cache)
    profile = open_profile(options.profile) or LearnerProfile()
    asks = not options.no_input and can_ask()
    role, role_match = find_role(options.role or profile.role, catalog, asks=asks)
    heard = hear(options, profile, catalog, asks=asks)
    if is_told:
        tell(heard.diagnostics)
    standings = find_standings(role, heard.learner, catalog)
    understanding = Understanding(
        catalog,
        role,
        role_match,
        heard.words,
        heard.implied,
        heard.diagnostics,
        standings,
        heard.learner.region,
    )
    return Person(understanding, heard.learner, profile)


def find_role(
    text: str | None, catalog: Catalog, *, asks: bool = False
) -> tuple[RoleProfile, Match]:
    """Find the role that a text means, asking where none is sure.

    Raises `UserError` naming the nearest where nobody can be asked, or says that it is none.
    """
    if not catalog.roles:
        raise UserError("there are no roles", hint="give a file or folder of roles with `--roles`")
    if text is None or not clean(text):
        raise UserError(
            "no role is given",
            hint='say which with `--role "data analyst"`; `skillgap roles` lists them all',
        )
    if text in catalog.roles:
        role = catalog.roles[RoleId(text)]
        return role, Match(text, "matched", role.id, role.title, "exact", 1.0, None, ())
    match = match_role(catalog, text)
    if match.status == "matched" and match.id is not None:
        return catalog.roles[RoleId(match.id)], match
    if asks:
        from skillgap.cli.clarify import clarify_role

        chosen = clarify_role(match, catalog)
        if chosen is not None:
            return chosen, Match(text, "matched", chosen.id, chosen.title, "choice", 1.0, None, ())
    raise UserError(
        f"no role is called `{excerpt(text)}`"
        if match.status == "unmatched"
        else f"`{excerpt(text)}` may mean several roles",
        hint=tell_nearest(match, catalog),
        candidates=tuple((each.id, each.label) for each in match.runners_up[:NEAREST_ROLES]),
    )


def tell_nearest(match: Match, catalog: Catalog) -> str:
    """List the nearest roles, with what tells them apart."""
    from skillgap.rendering.layout.words import Names
    from skillgap.rendering.roles.text import top_skills

    names = Names(catalog)
    lines = []
    for each in match.runners_up[:NEAREST_ROLES]:
        role = catalog.roles[RoleId(each.id)]
        family = f", {clean(role.family)}" if role.family else ""
        skills = ", ".join(top_skills(role, names))
        lines.append(f"  {role.id}: {clean(role.title)}{family} ({skills})")
    if not lines:
        return "`skillgap roles` lists all roles"
    return "nearest:\n" + "\n".join(lines) + "\n`skillgap roles` lists them all"


def study_pace(typed: float | None, profile: LearnerProfile) -> float:
    """Return the hours of study a week: those typed, else the profile's, else the default.

    Raises `UserError` where the profile's are out of bounds.
    """
    if typed is not None:
        return typed
    if profile.hours_per_week is None:
        return DEFAULT_HOURS_PER_WEEK
    return HOURS_PER_WEEK("the profile's hours_per_week", f"{profile.hours_per_week:f}")
