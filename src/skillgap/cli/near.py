"""Whose neighborhood `skillgap roles --near` shows, and what is known of them."""

from __future__ import annotations

import msgspec

from skillgap.cli.files import open_catalog, open_profile, tell
from skillgap.cli.heard import Hearing, PersonOptions, hear
from skillgap.cli.person import find_role
from skillgap.cli.plan_request import (
    HOURS_IN_A_WEEK,
    LEAST_HOURS_PER_WEEK,
    read_hours_per_week,
    read_prefer,
)
from skillgap.cli.role_search import read_family, within_family
from skillgap.cli.values import read_number
from skillgap.domain.learner import LearnerProfile
from skillgap.domain.role import RoleProfile
from skillgap.errors import UserError
from skillgap.planning.followups.nearby import DEFAULT_SHOWN, NearbyRequest, holder_of, nearby_roles
from skillgap.planning.request import DEFAULT_HOURS_PER_WEEK
from skillgap.rendering.report import NearReport

ME = "me"
MOST_SHOWN = 50


class NearOptions(msgspec.Struct, frozen=True):
    """What was typed about a neighborhood; `person.role` is the role they have now."""

    near: str
    person: PersonOptions
    family: str | None = None
    limit: str | None = None
    prefer: str | None = None
    hours_per_week: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is about whoever asks, not about a role."""
        return self.near.strip().lower() == ME


def find_near(options: NearOptions, *, is_told: bool) -> NearReport:
    """Find the roles near to a role or to a person.

    Raises `UserError` where nothing is known of the person, or what was typed does not fit.
    """
    limit = read_limit(options.limit)
    read_hours_per_week(options.hours_per_week)
    read_prefer(options.prefer)
    if not options.is_person:
        refuse_person(options.person)
    files = options.person
    catalog = open_catalog(files.catalogs, files.roles, no_cache=files.no_cache)
    among = within_family(read_family(options.family, catalog), catalog)
    profile, heard = LearnerProfile(), Hearing()
    now: RoleProfile | None
    if options.is_person:
        now = find_role(files.role, catalog)[0] if files.role else None
        profile = open_profile(files.profile) or LearnerProfile()
        heard = hear(files, profile, catalog)
        learner = heard.learner
    else:
        now = find_role(options.near, catalog)[0]
        learner = holder_of(now)
    if is_told:
        tell(heard.diagnostics)
    if options.is_person and not learner.skills and not learner.credentials:
        raise UserError(
            "nothing is known of what you hold",
            hint='say it with `--have "excel:3, sql"`, `--have-credential` or `--profile`',
        )
    request = NearbyRequest(
        learner=learner,
        start=options.person.today,
        now=now.id if now else None,
        among=frozenset(role.id for role in among),
        limit=limit,
        prefer=read_prefer(options.prefer or profile.prefer),
        hours_per_week=read_pace(options.hours_per_week, profile),
        languages=profile.languages,
    )
    return NearReport(
        catalog=catalog,
        query=options.near,
        now=now,
        is_person=options.is_person,
        neighborhood=nearby_roles(catalog, request),
        prefer=request.prefer,
        hours_per_week=request.hours_per_week,
        start=options.person.today,
        words=heard.words,
        implied=heard.implied,
        diagnostics=heard.diagnostics,
    )


def refuse_person(person: PersonOptions) -> None:
    """Refuse what says who somebody is where it is about a role."""
    for option, given in (
        ("--have", person.have),
        ("--have-credential", person.have_credentials),
        ("--profile", person.profile),
        ("--role", person.role),
    ):
        if given:
            raise UserError(
                f"`{option}` says something of you, and `--near` names a role",
                hint=f"`--near {ME}` finds the roles near to you",
            )


def read_limit(text: str | None) -> int:
    """Read `--limit`."""
    limit = read_number("--limit", text, at_least=1, at_most=MOST_SHOWN, is_whole=True)
    return DEFAULT_SHOWN if limit is None else int(limit)


def read_pace(text: str | None, profile: LearnerProfile) -> float:
    """Give the hours a week: what was typed, else the profile's."""
    typed = read_hours_per_week(text)
    if typed is not None:
        return typed
    if profile.hours_per_week is None:
        return DEFAULT_HOURS_PER_WEEK
    kept = read_number(
        "the profile's hours_per_week",
        f"{profile.hours_per_week:f}",
        at_least=LEAST_HOURS_PER_WEEK,
        at_most=HOURS_IN_A_WEEK,
    )
    return kept or DEFAULT_HOURS_PER_WEEK
