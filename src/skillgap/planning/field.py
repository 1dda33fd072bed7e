"""What is the same for everybody who asks the same and holds the same credentials."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId
from skillgap.planning.crossers import find_possible_crossers
from skillgap.planning.dominance import can_exchange
from skillgap.planning.focus import find_contenders
from skillgap.planning.offers import Offer
from skillgap.planning.question import Question, Screen, ask
from skillgap.planning.request import PlanRequest
from skillgap.planning.world import Need

Served = Callable[[Need], bool]
"""Says whether a need is served."""


class Field:
    """The offers that could be on anybody's best path, and what is served without one of them.

    Why they are the same for all: whoever holds more skills asks for less and comes by everything
    for less. So what is outweighed for who holds none is outweighed for everybody, and what they
    have another way to, everybody has.
    """

    def __init__(self, catalog: Catalog, request: PlanRequest, screen: Screen) -> None:
        """Look the catalog through for a request, whose learner's skills are left aside."""
        nobody = replace(request, learner=replace(request.learner, skills=()))
        self.question = ask(catalog, nobody, screen)
        self.offers: Mapping[CredentialId, Offer] = self.question.screening.offers
        self.served: dict[CredentialId, Served] = {}
        anybody = ask(catalog, nobody, screen, whatever_is_held=True)
        if can_exchange(anybody):
            items = anybody.world.items
            contenders = find_contenders(anybody, find_possible_crossers(anybody.world))
            offers = (items[each].offer for each in sorted(contenders))
            self.offers = {each.credential.id: each for each in offers if each is not None}

    def served_without(self, credential: CredentialId) -> Served:
        """Say what is served without a credential, whatever skills are held."""
        served = self.served.get(credential)
        if served is None:
            served = self.served[credential] = served_without(self.question, credential)
        return served


def served_without(question: Question, credential: CredentialId) -> Served:
    """Say what is served without a credential by what is within reach."""
    reach = question.reach_without(credential)
    return lambda need: reach.serves(question.number(need))
