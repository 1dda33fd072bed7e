"""Job titles: which words name an occupation, and what else stands in a title."""

from __future__ import annotations

from skillgap.matching.levels import whole
from skillgap.matching.lexicon import words_of
from skillgap.matching.normalize import normalize

OCCUPATIONS = frozenset(
    words_of(
        """
        accountant actor actuary actuarial adjuster admin administrator advisor adviser
        advocate aide agent agronomist analyst anesthetist animator apprentice architect
        archivist artist assembler assessor assistant associate astronomer athlete attendant
        attorney auditor author baker banker barber barista bartender beautician biochemist
        biologist blacksmith boilermaker bookkeeper bricklayer broker builder butcher buyer
        cameraman captain caregiver caretaker carer carpenter cartographer cashier caterer
        chaplain chauffeur chef chemist chiropractor choreographer cleaner clerk coach coder
        comedian concierge constable consultant contractor controller cook coordinator
        copywriter correspondent counselor counsellor courier crew curator custodian dancer
        dealer dean decorator dental dentist deputy dermatologist designer detective
        developer dietitian dietician director dispatcher diver doctor doorman draftsman
        dramatist driver ecologist economist editor educator electrician employee engineer
        engraver entertainer entrepreneur epidemiologist estimator evaluator examiner
        executive fabricator farmer farmworker financier firefighter fireman fisherman
        fitter florist foreman forester founder framer fundraiser gardener generalist
        geographer geologist geophysicist glazier goldsmith grader groomer guard guide
        hairdresser handyman helper historian host hostess housekeeper hygienist inspector
        installer instructor intern interpreter interviewer investigator investor ironworker
        jailer janitor jeweler joiner journalist journeyman judge keeper laborer labourer
        landscaper lawyer lead leader lecturer librarian lifeguard lineman loader lobbyist
        locksmith logger logistician machinist magistrate maid mailman manager marketer
        mason masseur mathematician mechanic mediator merchandiser messenger metallurgist
        meteorologist midwife miller miner moderator mover musician nanny navigator
        negotiator neurologist nurse nutritionist officer operative operator optician
        optometrist orderly organizer owner packer painter paralegal paramedic partner
        pathologist pediatrician performer pharmacist philosopher phlebotomist photographer
        physician physicist physiotherapist picker pilot pipefitter planner plasterer
        plumber police politician porter practitioner preacher presenter president presser
        principal producer professor programmer promoter proofreader psychiatrist
        psychologist psychotherapist publicist purchaser radiographer radiologist ranger
        receptionist recruiter referee registrar rep reporter representative researcher
        rigger roofer sailor salesman salesperson saleswoman scheduler scientist sculptor
        seamstress secretary security sheriff shopkeeper singer sociologist soldier
        solicitor specialist statistician steward stewardess stocker storekeeper strategist
        stylist superintendent supervisor supplier surgeon surveyor sysadmin tailor tanner
        teacher technician technologist telemarketer teller tester therapist toolmaker
        trader trainee trainer translator treasurer trucker tutor typist underwriter
        upholsterer usher valet vendor veterinarian vet waiter waitress warden watchman
        weaver welder worker writer zoologist
        """
    )
)
NOT_ALONE = frozenset(
    words_of(
        """
        lead leader coach security police principal crew dental employee host guide partner
        owner executive associate assistant supplier vendor keeper miller tanner deputy
        loader picker controller agent admin builder grader framer
        """
    )
)
"""Occupations that are as often something else, so that they name a title only behind a word."""

AS_A = (
    r"(?:.*\b(?:worked|working|work|employed|experience|years?|yrs?|job|career|trained|served|hired"
    r"|position|role)\b.*?\s)?as\s(?:an?|the)\s(?P<title>.+?)"
    r"(?:\s(?:at|in|with|from|using|where|who|and|for)\s.*)?"
)
I_AM_A = r"i\s?(?:am|was|['\u2019]m)\s(?:currently\s|now\s)?(?:an?|the)\s(?P<title>.+)"
RANKS = frozenset(
    words_of(
        """
        senior sr junior jr lead former ex retired qualified experienced trainee assistant chief
        head
        """
    )
)


def is_title(text: str) -> bool:
    """Say whether words end in one for an occupation, as "registered nurse" does."""
    words = normalize(text).split()
    if not words or len(words) > 7:
        return False
    last = words[-1] if words[-1] in OCCUPATIONS else words[-1].removesuffix("s")
    return last in OCCUPATIONS and (len(words) > 1 or last not in NOT_ALONE)


def title_in(text: str) -> str | None:
    """Return the title in "I am a nurse" and "worked as a teller for a bank", None elsewhere."""
    lowered = f" {text.lower()}"
    if " as " not in lowered and " i " not in lowered and " i'm" not in lowered:
        return None
    for pattern in (AS_A, I_AM_A):
        match = whole(pattern).match(text.strip())
        if match and is_title(match["title"]):
            return match["title"].strip()
    return None


def without_seniority(title: str) -> str:
    """Return a title without the words for how high it ranks."""
    words = title.split()
    while len(words) > 1 and words[0].lower().strip(".-") in RANKS:
        words = words[1:]
    return " ".join(words)
