"""Notes to a step, in words."""

from __future__ import annotations

from skillgap.planning.result import NoteKind, StepNote
from skillgap.rendering.figures import cash, counted, day


def tell_step_note(note: StepNote, currency: str) -> str:
    """Give a note as one sentence without a full stop; `currency` is the catalog's."""
    when = day(note.on) if note.on is not None else ""
    match note.kind:
        case NoteKind.FREE_AUDIT:
            price = cash(note.money or 0, currency)
            return f"the lessons are free to follow; {price} is for the certificate alone"
        case NoteKind.RENEWALS_COUNTED:
            times = counted(note.times or 0, "renewal")
            return f"{times} counted, {cash(note.money or 0, currency)} of it, the first by {when}"
        case NoteKind.RENEWAL_DUE:
            price = (
                "at a price not known"
                if note.money is None
                else f"for {cash(note.money, currency)}"
            )
            return f"to be renewed by {when}, before the path ends, {price}; not counted here"
        case NoteKind.EXPIRES:
            return f"expires on {when}, before the path ends"
