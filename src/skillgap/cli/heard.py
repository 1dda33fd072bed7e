"""What a person says they hold: their words read, asked about, and told where they do not count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from skillgap.cli.files import DEFAULT_PROFILE
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
from skillgap.gap import Implied, find_holdings, find_implied, is_in_force
from skillgap.gates import PERMITS, is_same_permit
from skillgap.matching.levels import says_no_level
from skillgap.matching.reading.held import hold, said_education, said_licences
from skillgap.matching.reading.part import Part
from skillgap.matching.reading.phrase import read_phrase
from skillgap.matching.reading.vocabulary import Vocabulary
from skillgap.rendering.report import HeldWord, held_word
from skillgap.text import clean, excerpt, listed

NEAREST_TOLD = 3
Told = TypeVar("Told")


class ToldOfSelf(msgspec.Struct, frozen=True):
    """What was typed about a person beside skills and credentials; None is not told."""

    education: EducationLevel | None = None
    experience: tuple[Experience, ...] | None = None
    licences: tuple[str, ...] | None = None
    region: str | None = None


class PersonOptions(msgspec.Struct, frozen=True):
    """What was typed about a person, which files to look things up in, and what day it is."""

    today: dt.date
    role: str | None = None
    have: tuple[str, ...] = ()
    have_credentials: tuple[str, ...] = ()
    told: ToldOfSelf = ToldOfSelf()
    profile: str | None = None
    catalogs: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    no_cache: bool = False
    no_input: bool = True


class Hearing(msgspec.Struct, frozen=True):
    """What somebody said they hold, as it was understood, and what follows from it."""

    words: tuple[HeldWord, ...] = ()
    learner: Learner = Learner()
    implied: tuple[Implied, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def hear(
    options: PersonOptions, profile: LearnerProfile, catalog: Catalog, *, asks: bool = False
) -> Hearing:
    """Read all that a person says they hold: in their profile, in words and by credential.

    Raises `UserError` where `--have-credential` names what there is not.
    """
    words = find_words(options, profile, catalog, asks=asks)
    credentials = held_credentials(options, profile, catalog)
    shown = [*words, *(credential_word(each, catalog, options.today) for each in credentials)]
    held = hold(catalog, [(each.part, each.level) for each in words], credentials)
    levels = find_holdings(held.learner, catalog, options.today).skills
    implied = find_implied(catalog, levels, held.settled)
    told, parts = options.told, [word.part for word in words]
    learner = Learner(
        (*held.learner.skills, *(HeldSkill(each.skill, each.level) for each in implied)),
        held.learner.credentials,
        education=first_told(told.education, profile.education, said_education(parts)),
        experience=first_told(told.experience, profile.experience),
        licences=first_told(told.licences, profile.licences, licences_in(parts, catalog)),
        region=first_told(told.region, profile.region),
    )
    diagnostics = tuple(found for word in words if (found := diagnose_word(word)))
    marked = tuple(without_settled(word, held.assumed) for word in shown if word is not None)
    return Hearing(marked, learner, implied, diagnostics)


def licences_in(parts: Sequence[Part], catalog: Catalog) -> tuple[str, ...] | None:
    """Return the licences that words speak of, None where they speak of none.

    A title that is the name of a licence which the role asks for, as CPA, is one too.
    """
    titles = tuple(
        part.text
        for part in parts
        if part.kind == "role" and part.is_counted and part.id in catalog.roles
        for gate in catalog.roles[RoleId(part.id or "")].gates
        for option in gate.options
        if option.kind in PERMITS and option.name and is_same_permit(option.name, part.text)
    )
    said = said_licences(parts)
    return (*(said or ()), *titles) if titles else said


def first_told(*told: Told | None) -> Told | None:
    """Return the first that was told: what is typed before the profile, and it before words."""
    return next((each for each in told if each is not None), None)


def find_words(
    options: PersonOptions, profile: LearnerProfile, catalog: Catalog, *, asks: bool = False
) -> tuple[HeldWord, ...]:
    """Read the words of a person; what is typed replaces what the profile says of the same."""
    vocabulary = Vocabulary(catalog, choices=profile.choices, year=options.today.year)
    kept = [word for each in profile.skills for word in read_words(vocabulary, each)]
    typed = [word for text in options.have for word in read_words(vocabulary, SkillWords(text))]
    words = [*kept, *typed]
    if asks:
        from skillgap.cli.clarify import clarify_words, offer_to_keep

        words, chosen = clarify_words(words, catalog)
        if chosen:
            offer_to_keep(chosen, options.profile or DEFAULT_PROFILE)
    kept, typed = words[: len(kept)], words[len(kept) :]
    named = {(word.part.kind, word.part.id) for word in typed if word.part.id is not None}
    return (*(word for word in kept if (word.part.kind, word.part.id) not in named), *typed)


def read_words(vocabulary: Vocabulary, words: SkillWords) -> list[HeldWord]:
    """Return each part of some words; a level beside them is that of all."""
    return [
        held_word(part, vocabulary.catalog, words.level)
        for part in read_phrase(vocabulary, words.text)
    ]


def without_settled(word: HeldWord, assumed: Mapping[SkillId, RoleId]) -> HeldWord:
    """Return a title with those of its skills alone that are assumed from it."""
    if word.part.kind != "role":
        return word
    gives = tuple(each for each in word.gives if assumed.get(each.skill) == word.part.id)
    return msgspec.structs.replace(word, gives=gives)


def credential_word(held: HeldCredential, catalog: Catalog, today: dt.date) -> HeldWord | None:
    """Return a credential that was named as such; nothing where the catalog lacks it."""
    known = catalog.credentials.get(held.credential)
    if known is None:
        return None
    part = Part(
        text=held.credential,
        kind="credential",
        status="matched" if is_in_force(held, catalog, today) else "expired",
        id=held.credential,
        label=known.title,
        method="exact",
        score=1.0,
    )
    return held_word(part, catalog)


def diagnose_word(word: HeldWord) -> Diagnostic | None:
    """Say what is wrong with a part that was not understood."""
    part = word.part
    if part.is_understood:
        return None
    text = excerpt(part.text)
    near = listed([f"`{each.id}`" for each in part.runners_up[:NEAREST_TOLD]], "or")
    if says_no_level(part.text):
        return diagnose(
            "SG505",
            f"`{text}` says a level that there is not, so it is not counted",
            hint="levels run from 1 (novice) to 5 (expert), as in `sql:3`",
        )
    if part.status == "ambiguous":
        kinds = {each.kind for each in part.runners_up}
        noun = kinds.pop() if len(kinds) == 1 else "thing"
        what = (
            f"may mean several {noun}s" if len(part.runners_up) > 1 else f"is not surely a {noun}"
        )
        return diagnose(
            "SG502", f"`{text}` {what}, so it is not counted", hint=f"say which: {near}"
        )
    noun = part.kind if part.kind in ("role", "credential") else "skill"
    return diagnose(
        "SG501",
        f"no {noun} is called `{text}`, so it is not counted",
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
    tell_missing(profile, catalog)
    kept = [each for each in profile.credentials if each.credential not in typed]
    return (*kept, *(HeldCredential(each) for each in typed))


def tell_missing(profile: LearnerProfile, catalog: Catalog) -> None:
    """Say which credentials of a profile the catalog does not have."""
    missing = [
        each.credential
        for each in profile.credentials
        if each.credential not in catalog.credentials
    ]
    if missing:
        named = listed([f"`{clean(each)}`" for each in missing])
        remark(f"the catalog does not have {named} of the profile, so it is not counted")
