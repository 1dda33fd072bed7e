"""What a person should weigh in a path, in sentences."""

from __future__ import annotations

from skillgap.planning.quality import (
    ExpiresSoon,
    LeansOnIssuer,
    Narrow,
    PathNote,
    RestsOnAttendance,
)
from skillgap.rendering.differences import tell_more
from skillgap.rendering.figures import day, percent, shortened
from skillgap.rendering.names import Names


def tell_note(note: PathNote, names: Names) -> str:
    """Give one note as a sentence."""
    match note:
        case LeansOnIssuer():
            return (
                f"It leans on one issuer: {note.count} of {note.steps} steps"
                f" ({percent(note.share)}) are from {names.issuer(note.issuer)}"
            )
        case RestsOnAttendance():
            skills = shortened([names.skill(each) for each in note.skills])
            if note.is_whole:
                return "It rests on attendance alone: no step of it assesses anything"
            return (
                f"{skills} would rest on attendance alone: the steps that close it assess nothing"
            )
        case Narrow():
            return tell_narrow(note, names)
        case ExpiresSoon():
            title = names.credential(note.credential)
            renewal = "" if note.can_be_renewed else ", and no renewal is known"
            return f"{title} expires on {day(note.expires)}{renewal}"


def tell_narrow(note: Narrow, names: Names) -> str:
    """Say what all of it has in common, and what would broaden it."""
    missing = shortened([names.skill(each) for each in note.missing])
    common = f"only {note.kind} skills" if note.kind is not None else "one family of skills"
    if note.family is not None:
        common = f"only skills of {names.skill(note.family)}"
    told = f"It is narrow: it closes {common}, and the role also asks for {missing}"
    if note.broader is None:
        return f"{told}, which nothing within your limits covers"
    added = shortened([names.credential(each) for each in note.broader.added])
    return f"{told}. Broader: with {added}, {tell_more(note.broader, names.catalog.currency)}"
