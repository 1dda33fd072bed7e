"""Every id by which a record refers to another, with its data path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from skillgap.diagnostics.location import DataPath
from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.role import RoleProfile
from skillgap.domain.stack import Stack


class Reference(msgspec.Struct, frozen=True):
    """The id of a record of `section`, named at or inside `path`.

    `together` names the list in which no id should stand twice; a choice inside it is a list of
    its own.
    """

    section: str
    id: str
    path: DataPath
    together: DataPath


def references_in(catalog: Catalog) -> Iterator[Reference]:
    """Yield every reference in a catalog, record by record."""
    for skill in catalog.skills.values():
        yield from each_of("skills", skill.broader, ("skills", skill.id, "broader"))
    for credential in catalog.credentials.values():
        yield from credential_references(credential, catalog)
    for stack in catalog.stacks.values():
        yield from stack_references(stack, catalog)
    for role in catalog.roles.values():
        yield from role_references(role)


def each_of(section: str, ids: Iterable[str], path: DataPath) -> Iterator[Reference]:
    """Yield the ids of a plain list."""
    for index, each in enumerate(ids):
        yield Reference(section, each, (*path, index), path)


def chosen(
    section: str, options: tuple[str, ...], path: DataPath, together: DataPath
) -> Iterator[Reference]:
    """Yield the ids of an entry that is one id, or any one of several."""
    inside = together if len(options) == 1 else path
    for each in options:
        yield Reference(section, each, path, inside)


def credential_references(credential: MicroCredential, catalog: Catalog) -> Iterator[Reference]:
    """Yield the references of a credential; what it requires may be a stack."""
    here: DataPath = ("credentials", credential.id)
    yield Reference("issuers", credential.issuer, (*here, "issuer"), (*here, "issuer"))
    for index, award in enumerate(credential.awards):
        together = (*here, "awards")
        yield Reference("skills", award.skill, (*together, index, "skill"), together)
    for index, asked in enumerate(credential.prerequisites.skills):
        together = (*here, "prerequisites", "skills")
        yield from chosen("skills", asked.skills, (*together, index), together)
    for index, options in enumerate(credential.prerequisites.credentials):
        together = (*here, "prerequisites", "credentials")
        for reference in chosen("credentials", options, (*together, index), together):
            yield replace(reference, section=section_of(reference.id, catalog))
    yield from each_of("credentials", credential.corequisites, (*here, "corequisites"))
    yield from each_of("credentials", credential.recommends, (*here, "recommends"))


def member_references(catalog: Catalog, ids: Iterable[str], path: DataPath) -> Iterator[Reference]:
    """Yield the members of a stack, which may be stacks themselves."""
    for index, each in enumerate(ids):
        yield Reference(section_of(each, catalog), each, (*path, index), path)


def section_of(id_: str, catalog: Catalog) -> str:
    """Return where an id stands that is a credential's, unless a stack alone has it."""
    is_stack = id_ in catalog.stacks and id_ not in catalog.credentials
    return "stacks" if is_stack else "credentials"


def stack_references(stack: Stack, catalog: Catalog) -> Iterator[Reference]:
    """Yield the references of a stack."""
    here: DataPath = ("stacks", stack.id)
    if stack.issuer is not None:
        yield Reference("issuers", stack.issuer, (*here, "issuer"), (*here, "issuer"))
    yield from member_references(catalog, stack.all_of, (*here, "all_of"))
    if stack.choose is not None:
        yield from member_references(catalog, stack.choose.options, (*here, "choose", "from"))
    if stack.discount is not None:
        yield from member_references(
            catalog, stack.discount.members, (*here, "discount", "members")
        )
    for award in stack.awards:
        yield Reference("skills", award.skill, (*here, "awards"), (*here, "awards"))
    for earned in stack.earns:
        yield Reference("credentials", earned, (*here, "awards"), (*here, "awards"))


def role_references(role: RoleProfile) -> Iterator[Reference]:
    """Yield the references of a role."""
    here: DataPath = ("roles", role.id)
    for index, requirement in enumerate(role.requirements):
        together = (*here, "requirements")
        yield from chosen("skills", requirement.skills, (*together, index), together)
    yield from each_of("roles", role.related, (*here, "related"))
