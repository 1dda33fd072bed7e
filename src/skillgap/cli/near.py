"""Whose neighborhood `skillgap roles --near` shows, and what is known of them."""

from __future__ import annotations

import datetime as dt

import msgspec

from skillgap.cli.files import open_catalog, open_profile, tell
from skillgap.cli.options import read_preference
from skillgap.cli.person import (
    PersonOptions,
    diagnose_word,
    find_role,
    find_words,
    learner_of,
    study_pace,
)
from skillgap.cli.role_search import read_family, within_family
from skillgap.domain.learner import LearnerProfile
from skillgap.domain.role import RoleProfile
from skillgap.errors import UserError
from skillgap.planning.followups.nearby import DEFAULT_SHOWN, NearbyRequest, holder_of, nearby_roles
from skillgap.planning.request import Preference
from skillgap.rendering.report import HeldWord, NearReport

ME = "me"


class NearOptions(msgspec.Struct, frozen=True):
    """What was typed about a neighborhood; `person.role` is the role they have now."""

    near: str
    person: PersonOptions
    start: dt.date
    family: str | None = None
    limit: int | None = None
    prefer: Preference | None = None
    hours_per_week: float | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is about whoever asks, not about a role."""
        return self.near.strip().lower() == ME


def find_near(options: NearOptions, *, is_told: bool) -> NearReport:
    """Find the roles near to a role or to a person.

    Raises `UserError` where nothing is known of the person, or what was typed does not fit.
    """
    if not options.is_person:
        refuse_person(options.person)
    files = options.person
    catalog = open_catalog(files.catalogs, files.roles, no_cache=files.no_cache)
    among = within_family(read_family(options.family, catalog), catalog)
    profile, words = LearnerProfile(), tuple[HeldWord, ...]()
    now: RoleProfile | None
    if options.is_person:
        now = find_role(files.role, catalog)[0] if files.role else None
        profile = open_profile(files.profile) or LearnerProfile()
        words = find_words(files, profile, catalog)
        learner = learner_of(files, profile, words, catalog)
    else:
        now = find_role(options.near, catalog)[0]
        learner = holder_of(now)
    diagnostics = tuple(found for word in words if (found := diagnose_word(word)))
    if is_told:
        tell(diagnostics)
    if options.is_person and not learner.skills and not learner.credentials:
        raise UserError(
            "nothing is known of what you hold",
            hint='say it with `--have "excel:3, sql"`, `--have-credential` or `--profile`',
        )
    request = NearbyRequest(
        learner=learner,
        start=options.start,
        now=now.id if now else None,
        among=frozenset(role.id for role in among),
        limit=options.limit or DEFAULT_SHOWN,
        prefer=options.prefer or read_preference("--prefer", profile.prefer or Preference.BALANCED),
        hours_per_week=study_pace(options.hours_per_week, profile),
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
        start=options.start,
        words=words,
        diagnostics=diagnostics,
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
