"""What a preference minimizes, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from skillgap.domain.digests import sha256
from skillgap.domain.identifiers import CredentialId
from skillgap.planning.offers import Offer
from skillgap.planning.recognition import FULL
from skillgap.planning.request import Preference

RECOGNITION_WEIGHT: Final = 100
"""What a credential that nobody recognizes costs more than one that everybody does, in money.

Why: five hours at the stated default; enough to choose the better known of two near equals, too
little to send anybody through a second credential.
"""

EXTRA_CREDENTIAL: Final = 25
"""What each credential costs for being one more to enroll in and to finish, in money."""

STACK_BONUS: Final = 25
"""What a newly completed stack takes off, in money.

Why so little: it decides between paths that are nearly equal and never pays for a credential that
closes nothing, unless that one is free and takes no time to speak of.
"""

CENTS: Final = 100
MINUTES: Final = 60
DAYS_A_WEEK: Final = 7
IMPORTANCE_SCALE: Final = 1000
TIE_BREAK_SIZE: Final = 2**20

UNITS: Mapping[Preference, int] = MappingProxyType(
    {
        Preference.BALANCED: CENTS,
        Preference.CHEAPEST: CENTS,
        Preference.FASTEST: DAYS_A_WEEK,
        Preference.FEWEST: 1,
        Preference.RECOGNIZED: FULL,
        Preference.HANDS_ON: FULL,
    }
)
"""By what the whole-number value of each preference is divided to be printed.

Balanced and cheapest come out in money, fastest in weeks, fewest in credentials, the others in
credentials' worth of what is lacking.
"""


def importance_weight(importance: float) -> int:
    """Return an importance of 0-1 as a whole number, at least 1.

    Why at least 1: what a role calls essential is to be covered even where it gives it no weight.
    """
    return max(1, round(importance * IMPORTANCE_SCALE))


def balanced_cost(offer: Offer, hour_value: float) -> int:
    """Add up money, time, weak recognition and the credential as such, in cents."""
    return (
        offer.cents
        + round(offer.minutes * hour_value * CENTS / MINUTES)
        + (FULL - offer.recognition) * RECOGNITION_WEIGHT * CENTS // FULL
        + EXTRA_CREDENTIAL * CENTS
    )


def preference_cost(offer: Offer, preference: Preference, hour_value: float) -> int:
    """Return what a credential adds to the value that the preference minimizes; see UNITS."""
    match preference:
        case Preference.BALANCED:
            return balanced_cost(offer, hour_value)
        case Preference.CHEAPEST:
            return offer.cents
        case Preference.FASTEST:
            return offer.days
        case Preference.FEWEST:
            return 1
        case Preference.RECOGNIZED:
            return FULL - offer.recognition
        case Preference.HANDS_ON:
            return FULL - offer.practice


def stack_reward(preference: Preference) -> int:
    """Return what completing a stack takes off the value that the preference minimizes."""
    return STACK_BONUS * CENTS if preference is Preference.BALANCED else 0


def tie_break_cost(credential: CredentialId) -> int:
    """Return a number that depends on nothing but the id.

    Why: between paths equal in everything that matters the same one must win, however the catalog
    is ordered and whatever else is in it.
    """
    digest = sha256(credential.encode()).digest()
    return 1 + int.from_bytes(digest[:8], "big") % TIE_BREAK_SIZE
