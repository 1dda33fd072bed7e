"""A person's file to a profile, and their choices put into its text, the rest left as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from skillgap.diagnostics.diagnostic import Diagnostic, in_reading_order
from skillgap.diagnostics.location import Location
from skillgap.domain.learner import LearnerProfile
from skillgap.loading.check.fitting import fitted
from skillgap.loading.write.writer import quoted
from skillgap.loading.yaml.document import Document, read_document
from skillgap.loading.yaml.reader import PROFILE_LIMITS, ReadingLimits


def load_profile_file(
    file: Path, limits: ReadingLimits = PROFILE_LIMITS
) -> tuple[LearnerProfile | None, tuple[Diagnostic, ...]]:
    """Read a person's file; None for the profile where nothing can be made of it."""
    document = read_document(file, limits)
    if isinstance(document, Diagnostic):
        return None, (document,)
    return read_profile(document)


def read_profile(document: Document) -> tuple[LearnerProfile | None, tuple[Diagnostic, ...]]:
    """Read a person's file that is a document already."""
    if document.data is None:
        return None, document.diagnostics
    profile, wrong = fitted(LearnerProfile, document.data, document)
    if profile is None:
        return None, in_reading_order([*document.diagnostics, *wrong])
    found = [*document.diagnostics, *reversed_dates(profile, document)]
    return profile, in_reading_order(found)


def reversed_dates(profile: LearnerProfile, document: Document) -> list[Diagnostic]:
    """Find credentials that expire before they were earned, and holidays that end first."""
    return [
        document.diagnose(
            "SG411",
            f"a holiday ends on {each.last}, before {each.first}",
            ("holidays", index, "to"),
            hint="put the later date under `to`",
        )
        for index, each in enumerate(profile.holidays)
        if each.last < each.first
    ] + [
        document.diagnose(
            "SG411",
            f"`{held.credential}` expires on {held.expires}, before {held.earned}",
            ("credentials", index, "expires"),
            hint="put the later date under `expires`",
        )
        for index, held in enumerate(profile.credentials)
        if held.earned is not None and held.expires is not None and held.expires < held.earned
    ]


KEY: Final = "choices"
NEW_PROFILE: Final = "schema_version: 1\n"


def with_choices(text: str, choices: Mapping[str, str]) -> str | None:
    """Add words and the skill ids that they mean to a profile's text; empty text is a new profile.

    Comments, order and spelling stay. None where the text is no profile, or has a form that lines
    cannot be added to: what comes out is read back, and means the same but for the choices.
    """
    before = read_text(text or NEW_PROFILE)
    if before is None:
        return None
    changed = text or NEW_PROFILE
    for words, skill in choices.items():
        added = with_choice(changed, words, skill)
        if added is None:
            return None
        changed = added
    wanted = {**before.choices, **choices}
    return changed if read_text(changed) == replace(before, choices=wanted) else None


def read_text(text: str) -> LearnerProfile | None:
    """Read a profile's text, None where it is none."""
    return read_profile(Document("", text, PROFILE_LIMITS))[0]


def with_choice(text: str, words: str, skill: str) -> str | None:
    """Add one choice, or replace what the same words meant; None where no line can be added."""
    document = Document("", text, PROFILE_LIMITS)
    if not isinstance(document.data, dict):
        return None
    entry = f"{quoted(words)}: {quoted(skill)}"
    known = document.data.get(KEY)
    if known is None and KEY not in document.data:
        return with_block(document, entry)
    if not isinstance(known, dict):
        return None
    if words in known:
        return replaced(document, words, quoted(skill))
    if not known:
        return inside(document, offset(document, document.source_map.values[(KEY,)]), entry)
    return beside(document, known, entry)


def with_block(document: Document, entry: str) -> str:
    """Add the key with its first entry at the end of the file."""
    text, end = document.lines.text, line_end(document)
    keys = [place for place in document.source_map.keys if len(place) == 1]
    indent = " " * (document.source_map.keys[keys[0]].column - 1) if keys else ""
    before = text if not text or text.endswith(("\n", "\r")) else text + end
    return f"{before}{indent}{KEY}:{end}{indent}  {entry}{end}"


def beside(document: Document, known: Mapping[str, object], entry: str) -> str:
    """Add an entry behind the last one, on a line of its own where they have lines."""
    places, lines = document.source_map, document.lines
    last = list(known)[-1]
    key, value = places.keys[(KEY, last)], places.values[(KEY, last)]
    if places.keys[(KEY,)].line == key.line or text_before(document, key).strip():
        end = offset(document, value) + value.length
        return f"{lines.text[:end]}, {entry}{lines.text[end:]}"
    indent = text_before(document, key)
    if value.line == len(lines.starts):
        return f"{lines.text}{line_end(document)}{indent}{entry}{line_end(document)}"
    after = lines.starts[value.line]
    return f"{lines.text[:after]}{indent}{entry}{line_end(document)}{lines.text[after:]}"


def inside(document: Document, start: int, entry: str) -> str | None:
    """Put an entry into an empty map in braces."""
    text = document.lines.text
    if text[start : start + 1] != "{":
        return None
    return f"{text[: start + 1]}{entry}{text[start + 1 :]}"


def replaced(document: Document, words: str, value: str) -> str:
    """Return the words another meaning, in the place of the old."""
    where = document.source_map.values[(KEY, words)]
    start, text = offset(document, where), document.lines.text
    return f"{text[:start]}{value}{text[start + where.length :]}"


def offset(document: Document, where: Location) -> int:
    """Return how many characters stand before a place."""
    return document.lines.starts[where.line - 1] + where.column - 1


def text_before(document: Document, where: Location) -> str:
    """Return what stands before a place on its line."""
    return document.lines.lines[where.line - 1][: where.column - 1]


def line_end(document: Document) -> str:
    """Return how the file ends its lines."""
    return "\r\n" if "\r\n" in document.lines.text else "\n"
