"""Which credentials anybody could ever hold."""

from __future__ import annotations

from collections import defaultdict

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, StackId
from skillgap.domain.stack import Stack


def obtainable_credentials(catalog: Catalog) -> frozenset[CredentialId]:
    """Find the credentials that can be reached from nothing, one after the other.

    Stacks that can be completed are among them, by their ids. An id that no record has counts as
    obtainable: it is wrong for another reason.
    """
    waiting: dict[CredentialId, list[CredentialId | Stack]] = defaultdict(list)
    for credential in catalog.credentials.values():
        for group in credential.prerequisites.credentials:
            for option in group:
                waiting[option].append(credential.id)
    for stack in catalog.stacks.values():
        for member in stack.members:
            waiting[member].append(stack)
    reached: set[CredentialId] = set()
    known = catalog.credentials
    agenda: list[CredentialId | Stack] = [*known, *catalog.stacks.values()]
    while agenda:
        each = agenda.pop()
        if isinstance(each, Stack):
            gains = (*each.earns, CredentialId(each.id))
            earned = gains if can_complete(each, catalog, reached) else ()
        else:
            earned = (each,) if can_start(known[each], catalog, reached) else ()
        for credential_id in earned:
            if has_record(catalog, credential_id) and credential_id not in reached:
                reached.add(credential_id)
                agenda.extend(waiting[credential_id])
    return frozenset(reached)


def has_record(catalog: Catalog, id_: CredentialId) -> bool:
    """Say whether there is a credential or a stack of this id."""
    return id_ in catalog.credentials or StackId(id_) in catalog.stacks


def can_start(credential: MicroCredential, catalog: Catalog, reached: set[CredentialId]) -> bool:
    """Say whether every prerequisite has an alternative that is reached, or unknown."""
    return all(
        any(option in reached or not has_record(catalog, option) for option in group)
        for group in credential.prerequisites.credentials
    )


def can_complete(stack: Stack, catalog: Catalog, reached: set[CredentialId]) -> bool:
    """Say whether enough members of a stack are reached, or unknown."""

    def is_reached(credential: CredentialId) -> bool:
        return credential in reached or not has_record(catalog, credential)

    electives = stack.choose.options if stack.choose else ()
    needed = stack.choose.count if stack.choose else 0
    return all(map(is_reached, stack.all_of)) and sum(map(is_reached, electives)) >= needed
