"""What a catalog already has, found again by its codes in other frameworks or by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, IssuerId, RoleId, SkillId, StackId
from skillgap.domain.role import OccupationCodes
from skillgap.domain.skill import Alignment
from skillgap.matching.normalize import normalize

Id = TypeVar("Id", bound=str)

Key = tuple[str, ...]
"""Something that belongs to one record alone: an address, a code of a framework, a name."""

SHARED_CODE = re.compile(r"[0-9]{8}\Z")
"""A commodity code (UNSPSC), which O*NET gives to many tools alike."""


class Known(Generic[Id]):
    """Records by their keys; a key of several records finds none of them."""

    def __init__(self, records: Iterable[tuple[Id, Iterable[Key]]]) -> None:
        """Index the records."""
        self.by_key: dict[Key, Id | None] = {}
        for record, keys in records:
            for key in keys:
                if self.by_key.setdefault(key, record) != record:
                    self.by_key[key] = None

    def find(self, keys: Iterable[Key]) -> Id | None:
        """Return the record of the first key that has one."""
        for key in keys:
            found = self.by_key.get(key)
            if found is not None:
                return found
        return None


def alignment_keys(alignments: Iterable[Alignment]) -> Iterator[Key]:
    """Yield the keys of pointers into frameworks, whatever the version of the framework."""
    for alignment in alignments:
        for text in (alignment.url, alignment.code):
            if text and text.startswith(("http://", "https://")):
                yield ("address", text.split("://", 1)[1].rstrip("/").lower())
        code = alignment.code
        if code and "://" not in code:
            framework = re.sub(r"[^a-z]", "", alignment.framework.lower())
            if not SHARED_CODE.match(code):
                yield (framework, code.lower())
            elif alignment.name:
                yield (framework, code, normalize(alignment.name))


def name_key(name: str) -> Key:
    """Return the key of a name."""
    return ("name", normalize(name))


def code_keys(codes: OccupationCodes) -> Iterator[Key]:
    """Yield the keys of a role's public codes; ISCO-08 codes are shared by many roles."""
    for code in codes.onet_soc:
        yield ("onet", code)
    for each in codes.esco:
        yield ("address", each.uri.split("://", 1)[-1].rstrip("/").lower())


def known_skills(catalog: Catalog) -> Known[SkillId]:
    """Index the skills of a catalog."""
    return Known(
        (
            skill.id,
            [
                *alignment_keys(skill.alignments),
                name_key(skill.label),
                *map(name_key, skill.aliases),
            ],
        )
        for skill in catalog.skills.values()
    )


def known_roles(catalog: Catalog) -> Known[RoleId]:
    """Index the roles of a catalog."""
    return Known(
        (role.id, [*code_keys(role.codes), name_key(role.title)]) for role in catalog.roles.values()
    )


def known_issuers(catalog: Catalog) -> Known[IssuerId]:
    """Index the issuers of a catalog."""
    return Known(
        (issuer.id, [*map(name_key, (issuer.name, issuer.id, *issuer.aliases))])
        for issuer in catalog.issuers.values()
    )


def known_credentials(catalog: Catalog) -> Known[CredentialId]:
    """Index the credentials of a catalog, by issuer and title."""
    return Known(
        (each.id, [(each.issuer, *name_key(each.title))]) for each in catalog.credentials.values()
    )


def known_stacks(catalog: Catalog) -> Known[StackId]:
    """Index the stacks of a catalog, by issuer and title."""
    return Known(
        (each.id, [(each.issuer or "", *name_key(each.title or each.id))])
        for each in catalog.stacks.values()
    )
