"""Why a credential is not on the path, found by solving again with it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId, SkillId, StackId
from skillgap.domain.skill import SkillLevel
from skillgap.errors import UserError
from skillgap.planning.explain.gaps import FactChain, find_excess, find_within_reach
from skillgap.planning.facts import Fact, FigureUnknown, NoLongerOffered, OverLimit, RuledOut
from skillgap.planning.followups.alternatives import Difference, compare
from skillgap.planning.graph.build import Trace
from skillgap.planning.graph.world import Need, all_items, credential_need
from skillgap.planning.planner import describe
from skillgap.planning.question import Question, ask
from skillgap.planning.request import PlanRequest
from skillgap.planning.result import LearningPath, PlanStatus
from skillgap.planning.search.pool import costs_no_more
from skillgap.planning.search.stages import Found, coverage, find_best
from skillgap.planning.solver.stopping import Deadline


class AbsenceKind(StrEnum):
    """What keeps a credential off the path, the first of these that holds."""

    ON_PATH = "on-path"
    HELD = "held"
    EARNED = "earned"
    RULED_OUT = "ruled-out"
    FIGURE_UNKNOWN = "figure-unknown"
    NO_LONGER_OFFERED = "no-longer-offered"
    OVER_LIMIT = "over-limit"
    OUT_OF_REACH = "out-of-reach"
    NO_ROOM = "no-room"
    NOT_SETTLED = "not-settled"
    ADDS_NOTHING = "adds-nothing"
    DOMINATED = "dominated"
    COSTS_MORE = "costs-more"
    TIED = "tied"


class Absence(msgspec.Struct, frozen=True):
    """Why a credential is not on the path.

    `facts` say what forbids it. Where it could be taken, `more` is what the best path with it has
    more than the best, and `is_proven` that this is the least. `dominated_by` is on the path,
    serves all that it serves and takes no more of anything. `held_skills` are what it awards of
    what the role asks, held already at that level. `order` is its place where it is on the path,
    and `earned_by` the stack that the path completes and that it comes with.
    """

    credential: CredentialId
    kind: AbsenceKind
    facts: tuple[Fact, ...] = ()
    more: Difference | None = None
    dominated_by: CredentialId | None = None
    held_skills: tuple[SkillLevel, ...] = ()
    order: int | None = None
    earned_by: StackId | None = None
    is_proven: bool = True


def why_not(
    catalog: Catalog,
    request: PlanRequest,
    credentials: Sequence[CredentialId],
    deadline: Deadline | None = None,
) -> tuple[Absence, ...]:
    """Return of each credential why it is not on the best path.

    Raises UserError where the catalog lacks one of them, or like `plan_path`.
    """
    for each in credentials:
        if each not in catalog.credentials:
            raise UserError(f"unknown credential `{each}`")
    deadline = deadline or Deadline.after(request.time_limit)
    question = ask(catalog, request)
    best = find_best(question, deadline)
    path = None if best is None else describe(question, best, deadline, explains_open=False)
    case = Case(question, best, path, deadline)
    return tuple(case.explain(each) for each in credentials)


class Case(msgspec.Struct, frozen=True):
    """The best path, with which credentials that are not on it are compared.

    `best` and `path` are None where no path keeps the limits.
    """

    question: Question
    best: Found | None
    path: LearningPath | None
    deadline: Deadline

    def explain(self, credential: CredentialId) -> Absence:
        """Return why one credential is not on the path."""
        question, screening = self.question, self.question.screening
        steps = self.path.steps if self.path is not None else ()
        for step in steps:
            if step.credential == credential:
                return Absence(credential, AbsenceKind.ON_PATH, order=step.order)
        if credential in question.holdings.credentials:
            return Absence(credential, AbsenceKind.HELD)
        earned_by = self.find_earning_stack(credential)
        if earned_by is not None:
            return Absence(credential, AbsenceKind.EARNED, earned_by=earned_by)
        if credential in screening.left_out:
            fact = screening.left_out[credential]
            return Absence(credential, kind_of(fact), (fact,))
        if not self.leads_anywhere(credential):
            return self.weigh_idle(credential)
        if credential in screening.over_limit:
            fact = screening.over_limit[credential]
            return Absence(credential, AbsenceKind.OVER_LIMIT, (fact,))
        within_reach = find_within_reach(question)
        if credential not in within_reach.credentials:
            facts = tuple(FactChain(question, within_reach, ()).why_not(credential))
            return Absence(credential, AbsenceKind.OUT_OF_REACH, facts)
        return self.weigh(credential)

    def find_earning_stack(self, credential: CredentialId) -> StackId | None:
        """Return a stack that the path completes and that earns a credential."""
        stacks = self.path.stacks if self.path is not None else ()
        for each in stacks:
            earned = self.question.catalog.stacks[each.stack].earns
            if each.completed and credential in (*earned, each.stack):
                return each.stack
        return None

    def weigh_idle(self, credential: CredentialId) -> Absence:
        """Return what a credential costs that closes nothing, where the limits allow it."""
        weighed = self.weigh(credential)
        return replace(
            weighed,
            kind=AbsenceKind.ADDS_NOTHING,
            facts=(),
            dominated_by=None,
            held_skills=self.held_already(credential),
        )

    def weigh(self, credential: CredentialId) -> Absence:
        """Return what changes where a credential that leads somewhere is taken."""
        request = self.question.request
        include = (*request.limits.include, credential)
        variant = ask(
            self.question.catalog,
            replace(request, limits=replace(request.limits, include=include)),
        )
        found = find_best(variant, self.deadline)
        if self.best is None or self.path is None:
            return Absence(credential, AbsenceKind.NO_ROOM, self.excess(variant, credential))
        if found is None or (
            coverage(variant, found.reach) < coverage(self.question, self.best.reach)
        ):
            if found is not None and not found.is_proven:
                return Absence(credential, AbsenceKind.NOT_SETTLED, is_proven=False)
            return Absence(credential, AbsenceKind.NO_ROOM, self.excess(variant, credential))
        other = describe(variant, found, self.deadline, explains_open=False)
        more = compare(other, self.path)
        dominated_by = self.find_dominating(credential)
        if dominated_by is not None:
            kind = AbsenceKind.DOMINATED
        else:
            kind = AbsenceKind.COSTS_MORE if more.value else AbsenceKind.TIED
        is_proven = found.is_proven and self.path.status is PlanStatus.OPTIMAL
        return Absence(credential, kind, more=more, dominated_by=dominated_by, is_proven=is_proven)

    def excess(self, variant: Question, credential: CredentialId) -> tuple[Fact, ...]:
        """Return which limits forbid a credential beside what the best path covers."""
        needs: list[Need] = [*variant.includes, credential_need((credential,))]
        if self.best is not None:
            needs += [
                target.need
                for target in self.question.targets
                if self.best.reach.serves(self.question.number(target.need))
            ]
        known = [need for need in dict.fromkeys(needs) if need in variant.world.number_of]
        return find_excess(variant, known, self.deadline)

    def leads_anywhere(self, credential: CredentialId) -> bool:
        """Return whether it closes anything that counts, or unlocks what does."""
        question = self.question
        items = all_items(question.catalog, question.screening.offers, question.holdings)
        trace = Trace(items)
        trace.follow(question.needs)
        return any(items[each].id == credential and items[each].offer for each in trace.found)

    def held_already(self, credential: CredentialId) -> tuple[SkillLevel, ...]:
        """List what it awards of what the role asks, where that much is held."""
        asked: set[SkillId] = {
            skill for each in self.question.role.requirements for skill in each.skills
        }
        return tuple(
            award
            for award in self.question.catalog.credentials[credential].awards
            if award.skill in asked and self.question.holdings.level_of(award.skill) >= award.level
        )

    def find_dominating(self, credential: CredentialId) -> CredentialId | None:
        """Find a step that serves all that it serves here and takes no more of anything.

        Prerequisites are no matter: those of the step are met on the path.
        """
        question = self.question
        on_path = {step.credential for step in self.path.steps} if self.path is not None else set()
        offers = question.offers()
        number = next((at for at, each in offers.items() if each.credential.id == credential), None)
        if number is None:
            return None
        mine, served = offers[number], set(question.world.provides[number])
        for at, offer in offers.items():
            if (
                offer.credential.id in on_path
                and costs_no_more(offer, mine)
                and served.issubset(question.world.provides[at])
            ):
                return offer.credential.id
        return None


def kind_of(fact: Fact) -> AbsenceKind:
    """Return the kind of the fact that keeps a credential out by itself."""
    match fact:
        case FigureUnknown():
            return AbsenceKind.FIGURE_UNKNOWN
        case NoLongerOffered():
            return AbsenceKind.NO_LONGER_OFFERED
        case OverLimit():
            return AbsenceKind.OVER_LIMIT
        case RuledOut():
            return AbsenceKind.RULED_OUT
        case _:
            return AbsenceKind.OUT_OF_REACH
