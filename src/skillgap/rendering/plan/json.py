"""A plan as a script reads it."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal

from msgspec import Meta, field
from msgspec.structs import replace

from skillgap.diagnostics.diagnostic import Diagnostic, diagnose
from skillgap.domain.role import Necessity
from skillgap.gap import SkillGap, trait_share
from skillgap.planning.facts import Fact, Relaxation
from skillgap.planning.followups.warnings import (
    ExpiresSoon,
    LeansOnIssuer,
    Narrow,
    PathNote,
    RestsOnAttendance,
)
from skillgap.planning.followups.why_not import Absence, AbsenceKind
from skillgap.planning.request import Preference
from skillgap.planning.result import (
    Infeasible,
    LearningPath,
    NoteKind,
    PlanStatus,
    Step,
    Totals,
    Uncovered,
)
from skillgap.rendering.json_parts import (
    CreditsJson,
    DiagnosticJson,
    DifferenceJson,
    GapJson,
    GateStandingJson,
    HeardJson,
    Held,
    Level,
    PathStatus,
    SourceJson,
    UnderstoodRoleJson,
    WordJson,
    taken,
)
from skillgap.rendering.json_values import (
    Amount,
    At,
    Exact,
    JsonStruct,
    NoLess,
    Report,
    Share,
    Texts,
    amount,
    means,
)
from skillgap.rendering.layout.words import Names
from skillgap.rendering.plan.extras import tell_note
from skillgap.rendering.plan.facts import FactTeller, tell_chain, tell_reason
from skillgap.rendering.plan.open import WHOLE, WITH_IT, tell_absence
from skillgap.rendering.plan.text import tell_step_note
from skillgap.rendering.report import PlanReport
from skillgap.rendering.sources_text import NO_FOOTING, path_footing
from skillgap.text import counted, listed

NOTE_KINDS: Final[dict[type[PathNote], str]] = {
    LeansOnIssuer: "leans-on-issuer",
    RestsOnAttendance: "rests-on-attendance",
    Narrow: "narrow",
    ExpiresSoon: "expires-soon",
}


def typed(value: float | dt.date | str | None) -> str | float | None:
    """Return a limit as it is typed."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if isinstance(value, str) or value is None else amount(value)


class ReadinessJson(JsonStruct, frozen=True):
    """How much of what the role asks is held, before the path and after it."""

    before: Share
    after: Share


class PlannedGapJson(GapJson, frozen=True):
    """One requirement against what is held, and what the path makes of it."""

    closed_to: Annotated[Held, means("the level held once the path is done")]


class TraitsJson(JsonStruct, frozen=True):
    """The traits that the role asks for, counted apart from its skills."""

    before: Share
    after: Annotated[Share, means("with what the path happens to bring")]
    gaps: tuple[PlannedGapJson, ...]


class ClosingJson(JsonStruct, frozen=True):
    """A skill that a step raises."""

    skill: str
    from_level: Held = field(name="from")
    to_level: Level = field(name="to")


class StepNoteJson(JsonStruct, frozen=True):
    """What should be known about a step."""

    kind: NoteKind
    date: Annotated[dt.date | None, At("on")]
    money: Amount | None
    times: int | None
    text: str


class StepJson(JsonStruct, frozen=True):
    """One step of the path."""

    order: Annotated[int, Meta(ge=1, description="its place in the path")]
    credential: str
    title: str
    issuer: str | None
    issuer_name: str
    url: str | None
    closes: tuple[ClosingJson, ...]
    unlocks: Annotated[Texts, means("credentials that require this one")]
    accompanies: Annotated[Texts, At("reason.accompanies"), means("other steps that it goes with")]
    because: Annotated[str, means("why it is on the path")]
    money: NoLess
    hours: NoLess
    starts: dt.date
    ends: dt.date
    notes: tuple[StepNoteJson, ...]
    source: SourceJson | None


class StackJson(JsonStruct, frozen=True):
    """How far a stack is along once the path is done."""

    id: Annotated[str, At("stack")]
    title: str
    done: int
    needed: int
    progress: Share
    completed: bool
    bonus: Annotated[NoLess, means("what completing it takes off the objective")]


class TotalsJson(JsonStruct, frozen=True):
    """The path added up."""

    money: NoLess
    currency: str
    hours: NoLess
    weeks: NoLess
    credentials: int
    credits: Annotated[
        CreditsJson, means("of the steps, and what completed stacks are worth beyond them")
    ]


class DiscountJson(JsonStruct, frozen=True):
    """What completing a stack takes off the price of some steps."""

    stack: str
    money: NoLess
    credentials: Texts


class AdviceJson(JsonStruct, frozen=True):
    """What more would complete a stack that the path leaves unfinished."""

    stack: str
    title: str
    missing: Texts
    money: NoLess
    hours: NoLess


class ChainJson(JsonStruct, frozen=True):
    """Steps each of which needs the one before."""

    credentials: Texts
    weeks: NoLess


class UncoveredJson(JsonStruct, frozen=True):
    """A requirement that stays open, and the facts that forbid to close it."""

    skill: str
    any_of: Annotated[Texts, At("requirement.skills")]
    required: Annotated[Level, At("requirement.level")]
    reached: Held
    necessity: Annotated[Necessity, At("requirement.necessity")]
    because: str
    facts: Texts


class RelaxationJson(JsonStruct, frozen=True):
    """The smallest change of one limit that would help."""

    limit: str
    value: Annotated[str | float | None, typed]
    hint: str


class SourcesJson(JsonStruct, frozen=True):
    """On what the figures of the path rest."""

    steps: int
    read: int
    general_knowledge: int
    older_than_a_year: Annotated[
        int,
        At("aged"),
        means("steps with a price or hours that were read more than 365 days before the start"),
    ]
    oldest_as_of: Annotated[
        dt.date | None, At("oldest"), means("the oldest date of a price or hours that were read")
    ]


class PathNoteJson(JsonStruct, frozen=True):
    """What to weigh in a path; what a kind has no use for is null or empty."""

    kind: Literal["leans-on-issuer", "rests-on-attendance", "narrow", "expires-soon"]
    text: str
    issuer: str | None
    share: Share | None
    credentials: Texts
    skills: Texts
    expires: dt.date | None
    more: DifferenceJson | None


class WorthJson(JsonStruct, frozen=True):
    """What a step is worth."""

    credential: str
    without_it: Annotated[Exact, At("extra")]


class AlternativeJson(JsonStruct, frozen=True):
    """A path that covers as much as the best."""

    status: Annotated[PathStatus, At("path.status")]
    objective: Annotated[Exact, At("path.objective")]
    credentials: Annotated[Texts, At("path.steps"), taken]
    money: Annotated[Amount, At("path.totals.money")]
    hours: Annotated[Amount, At("path.totals.hours")]
    weeks: Annotated[Amount, At("path.totals.weeks")]
    more: DifferenceJson | None


class AlternativesJson(JsonStruct, frozen=True):
    """The next best paths, best first."""

    complete: Annotated[bool, At("is_complete"), means("there are no others")]
    paths: tuple[AlternativeJson, ...]


class PointJson(JsonStruct, frozen=True):
    """A path than which none that covers as much is both cheaper and done as early."""

    money: Amount
    ends: dt.date
    weeks: Annotated[Amount, At("path.totals.weeks")]
    hours: Annotated[Amount, At("path.totals.hours")]
    credentials: Annotated[Texts, At("path.steps"), taken]


class TradeoffJson(JsonStruct, frozen=True):
    """The frontier of money against finish date."""

    complete: Annotated[bool, At("is_complete"), means("no point lies between these")]
    proven: Annotated[bool, At("is_proven")]
    points: tuple[PointJson, ...]


class AbsenceJson(JsonStruct, frozen=True):
    """Why a credential is not on the path."""

    credential: str
    title: str
    verdict: Annotated[AbsenceKind, At("kind")]
    because: str
    facts: Texts
    dominated_by: str | None
    earned_by: str | None
    more: DifferenceJson | None
    proven: Annotated[bool, At("is_proven")]


class PlanJson(Report, frozen=True):
    """What `skillgap plan --format json` prints."""

    status: Annotated[
        PlanStatus,
        means(
            "optimal is proven; feasible is the best found in time; infeasible keeps no limit",
        ),
    ]
    bound: Annotated[
        Exact,
        means("what no path with equal coverage can go below, in the unit of the preference"),
    ]
    objective: Annotated[Exact, means("what the path comes to, in the unit of the preference")]
    prefer: Annotated[Preference, At("request.prefer")]
    covers_essentials: bool
    role: UnderstoodRoleJson
    skills: tuple[WordJson, ...]
    heard: HeardJson
    readiness: ReadinessJson
    gates: tuple[GateStandingJson, ...]
    gaps: tuple[PlannedGapJson, ...]
    traits: Annotated[
        TraitsJson,
        means("transversal skills: in no readiness, never `uncovered`; with --transversal none"),
    ]
    steps: tuple[StepJson, ...]
    stacks: tuple[StackJson, ...]
    totals: TotalsJson
    discounts: Annotated[
        tuple[DiscountJson, ...],
        means("what completed stacks take off, already taken off the total"),
    ]
    advice: Annotated[
        tuple[AdviceJson, ...], means("unfinished stacks that a few more credentials complete")
    ]
    longest_chain: Annotated[
        ChainJson | None, means("the steps that wait for one another and take the longest")
    ]
    stopped: Annotated[
        bool, At("was_stopped"), means("whether Ctrl-C ended the search before the proof")
    ]
    uncovered: tuple[UncoveredJson, ...]
    relaxations: Annotated[
        tuple[RelaxationJson, ...],
        means("the smallest change of each limit that allows full coverage"),
    ]
    sources: SourcesJson
    notes: Annotated[
        tuple[PathNoteJson, ...], means("what to weigh in the path before setting out")
    ]
    worth: Annotated[
        tuple[WorthJson, ...],
        means(
            "with --why: what the best path without a step has more of the preference, null where"
            " none covers as much"
        ),
    ]
    alternatives: Annotated[
        AlternativesJson | None, means("with --alternatives: the next best paths, best first")
    ]
    tradeoff: Annotated[
        TradeoffJson | None,
        means("with --tradeoff: the frontier of money against finish date, the earliest first"),
    ]
    why_not: Annotated[
        tuple[AbsenceJson, ...], means("with --why-not: why each of these is not on the path")
    ]
    diagnostics: tuple[DiagnosticJson, ...]


def plan_json(report: PlanReport) -> PlanJson:
    """Return a plan; every key is always there."""
    understanding, answer = report.understanding, report.answer
    names = Names(understanding.catalog)
    parts = (
        open_parts(answer, names) if isinstance(answer, Infeasible) else path_parts(answer, names)
    )
    return PlanJson.of(
        answer,
        role=understanding,
        skills=understanding.skill_words,
        heard=understanding,
        gates=understanding.gates,
        relaxations=[relaxation_json(each, names) for each in answer.relaxations],
        notes=[path_note_json(each, names) for each in report.notes],
        worth=report.worth,
        alternatives=report.alternatives,
        tradeoff=report.tradeoff,
        why_not=[absence_json(each, names) for each in report.absences],
        diagnostics=understanding.diagnostics,
        **parts,
    )


def path_parts(answer: LearningPath, names: Names) -> dict[str, Any]:
    """Return what a path says that is not simply an attribute of it."""
    teller = FactTeller(names)
    return {
        "readiness": ReadinessJson.of(before=answer.readiness_before, after=answer.readiness_after),
        "gaps": planned_gaps(answer.gaps_before, answer.gaps_after),
        "traits": traits_json(answer.traits_before, answer.traits_after),
        "steps": [step_json(each, answer, names) for each in answer.steps],
        "stacks": [
            StackJson.of(each, title=names.stack(each.stack))
            for each in sorted(answer.stacks, key=lambda stack: stack.stack)
        ],
        "advice": [AdviceJson.of(each, title=names.stack(each.stack)) for each in answer.advice],
        "uncovered": [
            uncovered_json(each, each.requirement.skills[0], each.reached, each.because, teller)
            for each in answer.uncovered
        ],
        "sources": path_footing(answer, names.catalog),
    }


def open_parts(answer: Infeasible, names: Names) -> dict[str, Any]:
    """Return what can be said where there is no path."""
    teller, before = FactTeller(names, WHOLE), answer.readiness_before
    nothing = dict.fromkeys(("steps", "stacks", "discounts", "advice"), ())
    return nothing | {
        "bound": None,
        "objective": None,
        "covers_essentials": False,
        "readiness": ReadinessJson.of(before=before, after=before),
        "gaps": planned_gaps(answer.gaps_before, answer.gaps_before),
        "traits": traits_json(answer.traits_before, answer.traits_before),
        "totals": Totals(0, names.catalog.currency, 0, 0, 0),
        "longest_chain": None,
        "stopped": False,
        "uncovered": [
            uncovered_json(each, each.skill, each.held, answer.because, teller)
            for each in answer.gaps_before
            if each.short_by
        ],
        "sources": NO_FOOTING,
    }


def planned_gaps(
    before: Sequence[SkillGap], after: Sequence[SkillGap]
) -> tuple[PlannedGapJson, ...]:
    """Return requirements against what is held, with what the path makes of each."""
    return tuple(
        PlannedGapJson.of(old, closed_to=new.held) for old, new in zip(before, after, strict=True)
    )


def traits_json(before: Sequence[SkillGap], after: Sequence[SkillGap]) -> TraitsJson:
    """Return the traits of a role, in a share of their own."""
    return TraitsJson.of(
        before=trait_share(before), after=trait_share(after), gaps=planned_gaps(before, after)
    )


def uncovered_json(
    uncovered: Uncovered | SkillGap,
    skill: str,
    reached: int,
    because: Sequence[Fact],
    teller: FactTeller,
) -> UncoveredJson:
    """Return one requirement that stays open."""
    return UncoveredJson.of(
        uncovered,
        skill=skill,
        reached=reached,
        because=" and ".join(tell_chain(because, teller)),
        facts=tuple(map(teller.tell, because)),
    )


def step_json(step: Step, answer: LearningPath, names: Names) -> StepJson:
    """Return one step."""
    credential = names.catalog.credentials.get(step.credential)
    return StepJson.of(
        step,
        title=names.credential(step.credential),
        issuer=credential and credential.issuer,
        issuer_name=names.issuer_of(step.credential),
        url=credential and credential.url,
        because=tell_reason(step, answer.request, names, is_proven=answer.is_proven),
        notes=[
            StepNoteJson.of(each, text=tell_step_note(each, answer.totals.currency))
            for each in step.notes
        ],
        source=credential and credential.source,
    )


def relaxation_json(relaxation: Relaxation, names: Names) -> RelaxationJson:
    """Return the smallest change of one limit that would allow full coverage."""
    return RelaxationJson.of(relaxation, hint=FactTeller(names).change(relaxation))


def path_note_json(note: PathNote, names: Names) -> PathNoteJson:
    """Return one note."""
    return PathNoteJson.of(
        kind=NOTE_KINDS[type(note)],
        text=tell_note(note, names),
        issuer=getattr(note, "issuer", None),
        share=getattr(note, "share", None),
        credentials=(note.credential,)
        if isinstance(note, ExpiresSoon)
        else getattr(note, "credentials", ()),
        skills=note.missing if isinstance(note, Narrow) else getattr(note, "skills", ()),
        expires=getattr(note, "expires", None),
        more=getattr(note, "broader", None),
    )


def absence_json(absence: Absence, names: Names) -> AbsenceJson:
    """Return why a credential is not on the path."""
    teller = FactTeller(names, WITH_IT)
    because = [tell_absence(absence, names), " and ".join(tell_chain(absence.facts, teller))]
    return AbsenceJson.of(
        absence,
        title=names.credential(absence.credential),
        because=" ".join(each for each in because if each),
        facts=tuple(map(teller.tell, absence.facts)),
    )


def with_verdicts(report: PlanReport) -> PlanReport:
    """Return the report with what is to be said of its answer among its diagnostics."""
    understanding = report.understanding
    diagnostics = (*understanding.diagnostics, *verdicts(report))
    return replace(report, understanding=replace(understanding, diagnostics=diagnostics))


def verdicts(report: PlanReport) -> list[Diagnostic]:
    """Say where coverage is not full, the proof not finished, or a figure was never read."""
    answer, catalog = report.answer, report.understanding.catalog
    teller = FactTeller(Names(catalog))
    hint = listed([teller.change(each) for each in answer.relaxations], "or")
    help_ = f"{hint} would help" if hint else ""
    if isinstance(answer, Infeasible):
        return [diagnose("SG601", "no path keeps these limits", hint=help_)]
    found = []
    still_open = [each for each in answer.uncovered if each.requirement.is_essential]
    if still_open:
        skills = counted(len(still_open), "essential skill").replace("\u00a0", " ")
        verb = "stays" if len(still_open) == 1 else "stay"
        found.append(diagnose("SG601", f"{skills} {verb} open", hint=help_))
    rests_on = path_footing(answer, catalog)
    if rests_on.general_knowledge:
        unread = f"{rests_on.general_knowledge} of {rests_on.steps} steps"
        message = f"the figures of {unread} were never read from a source"
        found.append(diagnose("SG602", message, hint="check prices and hours before you pay"))
    if answer.status is PlanStatus.FEASIBLE:
        message = "the path is the best found in time, not proven best"
        found.append(diagnose("SG603", message, hint="`--time-limit` gives it longer"))
    return found
