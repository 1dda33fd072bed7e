"""Stacks as wholes: what counts toward them, what would complete them, and their credits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain as joined
from typing import Final

from skillgap.domain.catalog import Catalog
from skillgap.domain.credential import Credits, OtherCredit
from skillgap.domain.identifiers import CredentialId, StackId
from skillgap.domain.stack import Stack
from skillgap.gap import Holdings
from skillgap.planning.offers import Offer, find_discount_terms
from skillgap.planning.question import Question
from skillgap.planning.result import StackAdvice
from skillgap.planning.schedule import ScheduledStep, hold_also, is_open

MISSING_AT_MOST: Final = 3
"""A stack that takes more than this is another plan, not advice."""

ECTS: Final = ""
"""Stands for the European system among the names of others."""


def members_within(catalog: Catalog, stack: StackId) -> frozenset[CredentialId]:
    """List the credentials that can count toward a stack, through stacks inside it too."""
    found: set[CredentialId] = set()
    earning: dict[CredentialId, list[StackId]] = {}
    for each in catalog.stacks.values():
        for earned in each.earns:
            earning.setdefault(earned, []).append(each.id)
    waiting, seen = [stack], {stack}
    while waiting:
        for member in catalog.stacks[waiting.pop()].members:
            found.add(member)
            inner = [*earning.get(member, ()), StackId(member)]
            fresh = [each for each in inner if each in catalog.stacks and each not in seen]
            waiting += fresh
            seen.update(fresh)
    return frozenset(found)


def find_advice(question: Question, schedule: Sequence[ScheduledStep]) -> tuple[StackAdvice, ...]:
    """Find the unfinished stacks that a few more credentials would complete, the fewest first.

    What the person's filters rule out is not advised; limits on sums are for the path alone.
    """
    final = schedule[-1].after if schedule else question.holdings
    found = []
    for stack in question.catalog.stacks.values():
        if stack.id in final.stacks or not final.credentials.intersection(stack.members):
            continue
        missing = find_missing(question, stack, final, frozenset())
        if missing is None or not 0 < len(missing) <= MISSING_AT_MOST:
            continue
        taken = [scheduled.id for scheduled in schedule]
        order = find_order(question, taken, missing)
        if order is None or stack.id not in hold(question, [*taken, *order]).stacks:
            continue
        discount = sum(
            find_discount(question, stack, [*(scheduled.offer for scheduled in schedule), *missing])
        )
        cents = max(0, sum(offer.cents for offer in missing) - discount)
        hours = sum(offer.minutes for offer in missing) / 60
        found.append(StackAdvice(stack.id, order, cents / 100, hours))
    return tuple(sorted(found, key=lambda each: (len(each.missing), each.money, each.stack)))


def find_missing(
    question: Question, stack: Stack, held: Holdings, inside: frozenset[StackId]
) -> tuple[Offer, ...] | None:
    """Find what completes a stack, the cheapest of its electives; None where something cannot be.

    `inside` are the stacks on behalf of which it is asked.
    """
    if stack.id in inside or not stack.members:
        return None
    inside |= {stack.id}
    needed: dict[CredentialId, Offer] = {}
    for member in stack.all_of:
        more = find_missing_member(question, member, held, inside)
        if more is None:
            return None
        needed |= {offer.credential.id: offer for offer in more}
    if stack.choose is not None:
        electives = [
            more
            for each in dict.fromkeys(stack.choose.options)
            if (more := find_missing_member(question, each, held, inside)) is not None
        ]
        if len(electives) < stack.choose.count:
            return None
        electives.sort(key=cost_of)
        chosen = joined.from_iterable(electives[: stack.choose.count])
        needed |= {offer.credential.id: offer for offer in chosen}
    return tuple(needed[each] for each in sorted(needed))


def cost_of(offers: tuple[Offer, ...]) -> tuple[int, int, int, tuple[str, ...]]:
    """Return the key by which electives are chosen, the least first."""
    return (
        sum(offer.cents for offer in offers),
        sum(offer.minutes for offer in offers),
        len(offers),
        tuple(offer.credential.id for offer in offers),
    )


def find_missing_member(
    question: Question, member: CredentialId, held: Holdings, inside: frozenset[StackId]
) -> tuple[Offer, ...] | None:
    """Find what brings one member: nothing, the credential itself, or what completes a stack."""
    if member in held.credentials:
        return ()
    if member in question.screening.offers:
        return (question.screening.offers[member],)
    inner = question.catalog.stacks.get(StackId(member))
    return None if inner is None else find_missing(question, inner, held, inside)


def find_order(
    question: Question, taken: Sequence[CredentialId], missing: Iterable[Offer]
) -> tuple[CredentialId, ...] | None:
    """Order offers so that they can be taken after others; None where that cannot be."""
    order: list[CredentialId] = []
    waiting = list(missing)
    while waiting:
        held = hold(question, [*taken, *order])
        following = next((each for each in waiting if is_open(each.credential, held)), None)
        if following is None:
            return None
        waiting.remove(following)
        order.append(following.credential.id)
    held = hold(question, [*taken, *order])
    credentials = question.catalog.credentials
    if not all(held.credentials.issuperset(credentials[each].corequisites) for each in order):
        return None
    return tuple(order)


def hold(question: Question, taken: Sequence[CredentialId]) -> Holdings:
    """Compute what is held once some credentials are taken."""
    request = question.request
    return hold_also(request.learner, taken, question.catalog, request.start)


def find_discount(question: Question, stack: Stack, offers: Iterable[Offer]) -> Iterable[int]:
    """Yield what completing a stack takes off these offers, in cents."""
    discount = find_discount_terms(stack, question.catalog)
    if discount is None:
        return
    prices = {
        offer.credential.id: offer.price_cents
        for offer in offers
        if offer.credential.id in discount.members
    }
    yield from (cents for _, cents in discount.savings(prices))


def add_up_credits(question: Question, schedule: Sequence[ScheduledStep]) -> Credits:
    """Add up the credits of the steps, and what newly completed stacks are worth beyond them."""
    totals: dict[str, float] = {}
    for scheduled in schedule:
        for system, amount in systems(scheduled.offer.credential.credits):
            totals[system] = totals.get(system, 0.0) + amount
    catalog = question.catalog
    final = schedule[-1].after if schedule else question.holdings
    parts = {each: members_within(catalog, each) & final.credentials for each in final.stacks}
    beyond: dict[tuple[StackId, str], float] = {}
    for id_ in sorted(parts, key=lambda each: (len(parts[each]), each)):
        stack = catalog.stacks[id_]
        for system, amount in systems(stack.credits):
            inside = sum(credit_of(catalog, each, system) for each in sorted(parts[id_]))
            inside += sum(
                more
                for (inner, same), more in beyond.items()
                if same == system and counts_in(catalog.stacks[inner], parts[id_])
            )
            more = max(0.0, amount - inside)
            beyond[id_, system] = more
            if more and id_ not in question.holdings.stacks:
                totals[system] = totals.get(system, 0.0) + more
    return Credits(
        totals.pop(ECTS, None),
        tuple(OtherCredit(system, totals[system]) for system in sorted(totals)),
    )


def counts_in(stack: Stack, parts: frozenset[CredentialId]) -> bool:
    """Return whether a stack is one of the parts of another."""
    return not parts.isdisjoint((CredentialId(stack.id), *stack.earns))


def systems(credits_: Credits) -> Iterable[tuple[str, float]]:
    """Return the amounts by the names of their systems."""
    if credits_.ects:
        yield ECTS, credits_.ects
    yield from ((each.system, each.amount) for each in credits_.other if each.amount)


def credit_of(catalog: Catalog, id_: CredentialId, system: str) -> float:
    """Return what one credential is worth in a system."""
    credential = catalog.credentials.get(id_)
    return 0.0 if credential is None else dict(systems(credential.credits)).get(system, 0.0)
