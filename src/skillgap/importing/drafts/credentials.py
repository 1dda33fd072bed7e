"""Issuers, credentials and stacks while they are gathered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential, Prerequisites
from skillgap.domain.identifiers import CredentialId, IssuerId, SkillId, StackId
from skillgap.domain.issuer import Issuer
from skillgap.domain.skill import SkillLevel
from skillgap.domain.stack import Stack, StackAward
from skillgap.importing.drafts.known import (
    known_credentials,
    known_issuers,
    known_stacks,
    name_key,
)
from skillgap.importing.drafts.naming import assign_ids
from skillgap.importing.report import Origin
from skillgap.matching.normalize import normalize

NO_CREDENTIAL = CredentialId("")
NO_ISSUER = IssuerId("")
NO_STACK = StackId("")


class CredentialDraft(msgspec.Struct):
    """One credential; `record` has everything but what refers to other records.

    `awards` are keys of skills with a level, `requires` groups of keys of which one is enough,
    `recommends` keys. `wanted_id` is the id that the source itself gives, if it may stand.
    """

    record: MicroCredential
    origin: Origin
    issuer: str
    awards: list[tuple[str, int]] = msgspec.field(default_factory=list)
    requires: list[tuple[str, ...]] = msgspec.field(default_factory=list)
    recommends: list[str] = msgspec.field(default_factory=list)
    wanted_id: str = ""


class StackDraft(msgspec.Struct):
    """One stack; `parts` and `earns` are keys of credentials."""

    record: Stack
    origin: Origin
    issuer: str
    parts: tuple[str, ...]
    earns: tuple[str, ...] = ()


class CredentialDrafts:
    """Gathers issuers by normalized name, credentials and stacks by key, for one import.

    `pointers` are keys of credentials of the existing catalog.
    """

    def __init__(self, existing: Catalog) -> None:
        """Begin with what the catalog has."""
        self.existing = existing
        self.known_issuers = known_issuers(existing)
        self.issuers: dict[str, Issuer] = {}
        self.met_issuers: dict[str, IssuerId] = {}
        self.drafts: dict[str, CredentialDraft] = {}
        self.stacks: dict[str, StackDraft] = {}
        self.pointers: dict[str, CredentialId] = {}

    def add_issuer(self, issuer: Issuer) -> str:
        """Add an issuer, or meet one of the same name; return the key it goes by.

        Of two accounts of one issuer the first that knows something is kept.
        """
        key = normalize(issuer.name) or issuer.name
        found = self.known_issuers.find([name_key(issuer.name)])
        old = self.issuers.get(key, issuer)
        if found is not None:
            self.met_issuers[key] = found
        else:
            self.issuers[key] = replace(
                old, kind=old.kind or issuer.kind, url=old.url or issuer.url
            )
        return key

    def add(self, key: str, draft: CredentialDraft) -> None:
        """Add a credential; a second one of the same key is left out."""
        if key in self.drafts:
            draft.origin.leave("duplicate", draft.record.title)
        else:
            self.drafts[key] = draft

    def add_stack(
        self, key: str, origin: Origin, parts: Iterable[str], *, url: str | None = None
    ) -> None:
        """Say that whoever has all parts earns the credential of that key, which is there."""
        draft = self.drafts[key]
        stack = Stack(NO_STACK, draft.record.title, url=url, source=draft.record.source)
        self.stacks[key] = StackDraft(stack, origin, draft.issuer, tuple(parts), (key,))

    def settle(
        self, skills: Mapping[str, SkillId]
    ) -> tuple[
        dict[IssuerId, Issuer],
        dict[CredentialId, MicroCredential],
        dict[StackId, Stack],
    ]:
        """Return the issuers, credentials and stacks, each in the order of their ids."""
        issuer_ids, issuers = self.settle_issuers()
        met = self.meet_credentials(issuer_ids)
        new = {key: each for key, each in self.drafts.items() if key not in met}
        ids = self.pointers | met | self.name_credentials(new)
        credentials = {}
        for key, draft in new.items():
            credential = replace(
                draft.record,
                id=ids[key],
                issuer=issuer_ids[draft.issuer],
                awards=settle_awards(draft.awards, skills),
                prerequisites=self.settle_prerequisites(key, draft, ids),
                recommends=tuple(
                    ids[each]
                    for each in dict.fromkeys(draft.recommends)
                    if each in ids and each != key
                ),
            )
            credentials[credential.id] = credential
            if not credential.awards:
                draft.origin.remark("no-awards", credential.title)
        stacks = self.settle_stacks(ids, issuer_ids)
        return issuers, dict(sorted(credentials.items())), stacks

    def settle_issuers(self) -> tuple[dict[str, IssuerId], dict[IssuerId, Issuer]]:
        """Return the id of every issuer that a credential or a stack has, and the new ones."""
        used = {each.issuer for each in self.drafts.values()}
        used.update(each.issuer for each in self.stacks.values())
        new = {key: each for key, each in self.issuers.items() if key in used}
        names = assign_ids(
            ((key, each.name) for key, each in new.items()), "issuer", self.existing.issuers
        )
        ids = {key: IssuerId(each) for key, each in names.items()} | self.met_issuers
        issuers = {ids[key]: replace(each, id=ids[key]) for key, each in new.items()}
        return ids, dict(sorted(issuers.items()))

    def meet_credentials(self, issuers: Mapping[str, IssuerId]) -> dict[str, CredentialId]:
        """Find the credentials that the existing catalog has; they are left out."""
        index = known_credentials(self.existing)
        met = {}
        for key, draft in self.drafts.items():
            title = draft.record.title
            found = index.find([(issuers[draft.issuer], *name_key(title))])
            if found is not None:
                met[key] = found
                draft.origin.leave("known-credential", f"{title}: `{found}`")
        return met

    def name_credentials(self, new: Mapping[str, CredentialDraft]) -> dict[str, CredentialId]:
        """Give the new credentials their ids."""
        names = assign_ids(
            ((key, draft.wanted_id or draft.record.title) for key, draft in new.items()),
            "credential",
            self.existing.credentials,
        )
        return {key: CredentialId(each) for key, each in names.items()}

    def settle_prerequisites(
        self, key: str, draft: CredentialDraft, ids: Mapping[str, CredentialId]
    ) -> Prerequisites:
        """Return what must be held before; an option that is not in the import is reported."""
        groups = []
        for options in draft.requires:
            found = [ids[each] for each in options if each in ids and each != key]
            for each in options:
                if each not in ids:
                    draft.origin.remark("nothing-under-id", each)
            if found:
                groups.append(tuple(dict.fromkeys(found)))
        return Prerequisites.of(draft.record.prerequisites.skills, dict.fromkeys(groups))

    def settle_stacks(
        self, ids: Mapping[str, CredentialId], issuers: Mapping[str, IssuerId]
    ) -> dict[StackId, Stack]:
        """Return the stacks whose parts are all there."""
        index = known_stacks(self.existing)
        whole = {}
        for key, draft in self.stacks.items():
            title = draft.record.title or ""
            parts = tuple(each for each in draft.parts if each not in draft.earns)
            missing = [each for each in parts if each not in ids]
            known = index.find([(issuers[draft.issuer], *name_key(title))])
            if missing or not parts:
                draft.origin.remark("incomplete-stack", f"{title}: {', '.join(missing)}"[:300])
            elif known is not None:
                draft.origin.remark("known-stack", f"{title}: `{known}`")
            else:
                whole[key] = replace(draft, parts=parts)
        names = assign_ids(
            ((key, draft.record.title or key) for key, draft in whole.items()),
            "stack",
            self.existing.stacks,
        )
        stacks = {}
        for key, draft in whole.items():
            stack = StackId(names[key])
            stacks[stack] = replace(
                draft.record,
                id=stack,
                issuer=issuers[draft.issuer],
                all_of=tuple(dict.fromkeys(ids[each] for each in draft.parts)),
                award_entries=tuple(
                    StackAward(credential=ids[each]) for each in draft.earns if each in ids
                ),
            )
        return dict(sorted(stacks.items()))


def settle_awards(
    awards: list[tuple[str, int]], skills: Mapping[str, SkillId]
) -> tuple[SkillLevel, ...]:
    """Return each skill once, at the highest level that is named."""
    levels: dict[SkillId, int] = {}
    for key, level in awards:
        skill = skills[key]
        levels[skill] = max(level, levels.get(skill, 0))
    return tuple(SkillLevel(skill, level) for skill, level in levels.items())
