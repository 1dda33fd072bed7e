"""A person's words to what a plan needs: the role they want and what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from skillgap.api import match_role, match_skills
from skillgap.cli.clarify import can_ask
from skillgap.cli.files import DEFAULT_PROFILE, open_catalog, open_profile, tell
from skillgap.cli.options import HOURS_PER_WEEK
from skillgap.cli.streams import remark
from skillgap.diagnostics.diagnostic import Diagnostic, diagnose
from skillgap.domain.catalog import Catalog
from skillgap.domain.gate import EducationLevel
from skillgap.domain.identifiers import CredentialId, RoleId, SkillId
from skillgap.domain.learner import (
    Experience,
    HeldCredential,
    HeldSkill,
    Learner,
    LearnerProfile,
    SkillWords,
)
from skillgap.domain.proficiency import DEFAULT_HELD_LEVEL
from skillgap.domain.role import RoleProfile
from skillgap.errors import UserError
from skillgap.gates import find_standings
from skillgap.matching.levels import says_no_level
from skillgap.matching.lists import split_words
from skillgap.matching.match import Match
from skillgap.planning.request import DEFAULT_HOURS_PER_WEEK
from skillgap.rendering.report import HeldWord, Understanding
from skillgap.text import clean, excerpt, listed

ID_WITH_LEVEL: Final = r"(?a)([a-z0-9-]+)(?:\s*[:=]\s*([1-5]))?"
OWN_NAMES: Final = ("exact", "alias", "choice")
NEAREST_ROLES: Final = 5


class ToldOfSelf(msgspec.Struct, frozen=True):
    """What was typed about a person beside skills and credentials; None is not told."""

    education: EducationLevel | None = None
    experience: tuple[Experience, ...] | None = None
    licences: tuple[str, ...] | None = None
    region: str | None = None


class PersonOptions(msgspec.Struct, frozen=True):
    """What was typed about a person, and which files to look things up in."""

    role: str | None = None
    have: tuple[str, ...] = ()
    have_credentials: tuple[str, ...] = ()
    told: ToldOfSelf = ToldOfSelf()
    profile: str | None = None
    catalogs: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    no_cache: bool = False
    no_input: bool = True


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
    words = find_words(options, profile, catalog, asks=asks)
    diagnostics = tuple(found for word in words if (found := diagnose_word(word)))
    if is_told:
        tell(diagnostics)
    learner = learner_of(options, profile, words, catalog)
    standings = find_standings(role, learner, catalog)
    understanding = Understanding(catalog, role, role_match, words, diagnostics, standings)
    return Person(understanding, learner, profile)


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


def find_words(
    options: PersonOptions, profile: LearnerProfile, catalog: Catalog, *, asks: bool = False
) -> tuple[HeldWord, ...]:
    """Match the skills a person named; what is typed replaces the profile's word for a skill."""
    typed = [SkillWords(part) for text in options.have for part in split_words(text)]
    words = [*profile.skills, *typed]
    matches = match_all(words, profile, catalog)
    if asks:
        from skillgap.cli.clarify import clarify_skills, offer_to_keep

        matches, chosen = clarify_skills(matches)
        if chosen:
            offer_to_keep(chosen, options.profile or DEFAULT_PROFILE)
    held = tuple(map(held_word, words, matches))
    kept, typed_words = held[: len(profile.skills)], held[len(profile.skills) :]
    named = {word.match.id for word in typed_words if word.match.id is not None}
    kept = tuple(word for word in kept if word.match.id is None or word.match.id not in named)
    return (*kept, *typed_words)


def match_all(
    words: Sequence[SkillWords], profile: LearnerProfile, catalog: Catalog
) -> tuple[Match, ...]:
    """Match words to skills."""
    if not words:
        return ()
    matches = match_skills(catalog, [each.text for each in words], choices=profile.choices)
    return tuple(
        match_id(each.text, match, catalog) for each, match in zip(words, matches, strict=True)
    )


def held_word(words: SkillWords, match: Match) -> HeldWord:
    """Settle the level that a word counts at."""
    level = words.level if words.level is not None else match.level
    return HeldWord(
        words.text,
        match,
        DEFAULT_HELD_LEVEL if level is None else level,
        is_level_given=level is not None,
    )


def match_id(text: str, match: Match, catalog: Catalog) -> Match:
    """Take a skill's own id for what it is; anything else stays as it was matched."""
    if match.method in OWN_NAMES:
        return match
    import re

    found = re.fullmatch(ID_WITH_LEVEL, text.strip())
    if found is None or found[1] not in catalog.skills:
        return match
    skill = catalog.skills[SkillId(found[1])]
    level = int(found[2]) if found[2] else None
    return Match(text, "matched", skill.id, skill.label, "exact", 1.0, level, ())


def diagnose_word(word: HeldWord) -> Diagnostic | None:
    """Say what is wrong with a word that did not become a skill."""
    match = word.match
    if match.status == "matched":
        return None
    text, near = excerpt(word.text), listed([f"`{each.id}`" for each in match.runners_up[:3]], "or")
    if says_no_level(word.text):
        return diagnose(
            "SG505",
            f"`{text}` says a level that there is not, so it is not counted",
            hint="levels run from 1 (novice) to 5 (expert), as in `sql:3`",
        )
    if match.status == "ambiguous":
        what = "may mean several skills" if len(match.runners_up) > 1 else "is not surely a skill"
        return diagnose(
            "SG502", f"`{text}` {what}, so it is not counted", hint=f"say which: {near}"
        )
    return diagnose(
        "SG501",
        f"no skill is called `{text}`, so it is not counted",
        hint=f"nearest: {near}" if near else "`skillgap match` shows what words become",
    )


def held_credentials(
    options: PersonOptions, profile: LearnerProfile, catalog: Catalog
) -> tuple[HeldCredential, ...]:
    """Gather the credentials a person holds; what is typed replaces the profile's entry for it."""
    typed: tuple[CredentialId, ...] = ()
    if options.have_credentials:
        from skillgap.cli.lookup import find_credentials

        typed = find_credentials("--have-credential", options.have_credentials, catalog)
    missing = [
        each.credential
        for each in profile.credentials
        if each.credential not in catalog.credentials
    ]
    if missing:
        named = listed([f"`{clean(each)}`" for each in missing])
        remark(f"the catalog does not have {named} of the profile, so it is not counted")
    kept = [each for each in profile.credentials if each.credential not in typed]
    return (*kept, *(HeldCredential(each) for each in typed))


def learner_of(
    options: PersonOptions, profile: LearnerProfile, words: tuple[HeldWord, ...], catalog: Catalog
) -> Learner:
    """Return what a person holds."""
    skills = tuple(
        HeldSkill(SkillId(word.match.id), word.level)
        for word in words
        if word.match.status == "matched" and word.match.id is not None
    )
    told = options.told
    return Learner(
        skills,
        held_credentials(options, profile, catalog),
        education=profile.education if told.education is None else told.education,
        experience=profile.experience if told.experience is None else told.experience,
        licences=profile.licences if told.licences is None else told.licences,
        region=profile.region if told.region is None else told.region,
    )


def study_pace(typed: float | None, profile: LearnerProfile) -> float:
    """Return the hours of study a week: those typed, else the profile's, else the default.

    Raises `UserError` where the profile's are out of bounds.
    """
    if typed is not None:
        return typed
    if profile.hours_per_week is None:
        return DEFAULT_HOURS_PER_WEEK
    return HOURS_PER_WEEK("the profile's hours_per_week", f"{profile.hours_per_week:f}")
