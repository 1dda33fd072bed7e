"""What a role asks beside skills, as a person and as a script reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from skillgap.domain.gate import EducationLevel, Gate, GateForce, GateKind, GateOption
from skillgap.gates import GateStanding, GateStatus
from skillgap.rendering.layout.page import Page
from skillgap.rendering.layout.spans import Span, Style
from skillgap.rendering.layout.words import percent
from skillgap.rendering.sources_text import tell_source
from skillgap.text import clean, counted, listed, number

SCHOOLING: Final = {
    EducationLevel.NONE: "no schooling",
    EducationLevel.HIGH_SCHOOL: "a high school diploma",
    EducationLevel.CERTIFICATE: "a certificate or some college after school",
    EducationLevel.ASSOCIATE: "an associate degree",
    EducationLevel.BACHELOR: "a bachelor's degree",
    EducationLevel.MASTER: "a master's degree",
    EducationLevel.DOCTORATE: "a doctorate",
}

TOLD_BY: Final = {
    GateKind.EDUCATION: "--education",
    GateKind.EXPERIENCE: "--experience",
    GateKind.LICENCE: "--licence",
    GateKind.REGISTRATION: "--licence",
    GateKind.EXAM: "--licence",
}
"""The option that tells what a gate of a kind asks for; nothing tells of the others."""

STATUS_WORDS: Final = {
    GateStatus.CLOSED: "closed",
    GateStatus.NOT_TOLD: "not told",
    GateStatus.OPEN: "open",
}


def write_gates(page: Page, standings: Sequence[GateStanding], region: str | None = None) -> None:
    """Write the gates of a role, those that are closed first, and how to tell of the others.

    Where there are none, that is said of the `region` that a person named.
    """
    if not standings and region is None:
        return
    page.heading("Gates", "what the role asks beside skills")
    if not standings:
        page.text(f"nothing is known of what is asked in {clean(region or '')}", indent=2)
        return
    marks = {
        GateStatus.CLOSED: Span(page.glyphs.open, Style.BAD),
        GateStatus.NOT_TOLD: Span(page.glyphs.unsure, Style.WARN),
        GateStatus.OPEN: Span(page.glyphs.met, Style.GOOD),
    }
    for status, word in STATUS_WORDS.items():
        shown = [each.gate for each in standings if each.status is status]
        if shown:
            told = "; ".join(map(tell_gate, in_force_order(shown)))
            page.entry((marks[status], Span(f"  {word}")), told, indent=2, label_width=12)
    options = sorted(
        {
            TOLD_BY[option.kind]
            for each in standings
            if each.status is GateStatus.NOT_TOLD
            for option in each.gate.options
            if option.kind in TOLD_BY
        }
    )
    if options:
        named = listed([f"`{each}`" for each in options])
        page.text(Span(f"say what you have with {named}", Style.DIM), indent=2)


def tell_what_bars(standings: Sequence[GateStanding]) -> str:
    """Say what may keep a person out; an empty text where nothing is known to.

    That is what the law asks and they did not tell, and what is closed.
    """
    asked = [
        each.gate
        for each in standings
        if each.status is GateStatus.NOT_TOLD and each.gate.force is GateForce.LAW
    ]
    closed = [each.gate for each in standings if each.status is GateStatus.CLOSED]
    parts = [f"not told, {tell_gate(each)}" for each in asked]
    return "; ".join([*parts, *(f"closed, {tell_gate(each)}" for each in closed)])


def in_force_order(gates: Sequence[Gate]) -> list[Gate]:
    """Return gates with those of the law first."""
    return sorted(gates, key=lambda each: each.force is not GateForce.LAW)


def tell_gate(gate: Gate) -> str:
    """Say what a gate asks, by whom, and how many of the people in the job say so."""
    told = listed([tell_option(each) for each in gate.options], "or")
    if gate.force is GateForce.LAW:
        return f"by law{in_region(gate)}: {told}"
    share = f" ({percent(gate.share)} in the job say so)" if gate.share is not None else ""
    return f"{told}{share}"


def tell_gate_in_full(gate: Gate) -> str:
    """Say all that is known of a gate: what it asks, where, why, and on what that rests."""
    where = "" if gate.force is GateForce.LAW or not gate.region else f"in {clean(gate.region)}: "
    parts = [where + tell_gate(gate), clean(gate.note or "")]
    rests = f"rests on {tell_source(gate.source)}" if gate.source else ""
    return "; ".join(filter(None, (*parts, rests)))


def in_region(gate: Gate) -> str:
    """Say where a gate is asked, where that is said."""
    return f" in {clean(gate.region)}" if gate.region else ""


def tell_option(option: GateOption) -> str:
    """Say what one thing is that a gate asks for."""
    name = clean(option.name or "")
    match option.kind:
        case GateKind.EDUCATION:
            return SCHOOLING[option.level] if option.level else "schooling"
        case GateKind.EXPERIENCE:
            years = counted(option.years or 0, "year")
            return f"{years} of work in {name}" if name else f"{years} of related work"
        case GateKind.AGE:
            return f"an age of {number(option.years or 0)}"
        case GateKind.BACKGROUND:
            return name or "a background check"
        case GateKind.REGISTRATION:
            return f"registration as {name}" if name else "registration"
        case GateKind.LICENCE:
            return f"the licence {name}" if name else "a licence"
        case GateKind.EXAM:
            return f"the examination {name}" if name else "an examination"
