"""Aliases that name one record and no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from skillgap.importing.reading.values import LINE_LENGTH
from skillgap.importing.report import Origin
from skillgap.matching.normalize import normalize, squeeze

ALIASES_AT_MOST = 2_000


class AliasDraft(msgspec.Struct):
    """A name somebody uses, and the row it stands in; `is_row` where that row is nothing else."""

    text: str
    origin: Origin
    is_row: bool = False

    def refuse(self, reason: str) -> None:
        """Say that it was not carried."""
        self.origin.note(reason, self.text, left_out=self.is_row)


class Names(msgspec.Struct):
    """The label of a record and the aliases that are claimed for it."""

    label: str
    aliases: list[AliasDraft] = msgspec.field(default_factory=list)


def sound(name: str) -> str:
    """Return a name as matching tells names apart: without case, accents, spaces and hyphens."""
    return squeeze(normalize(name))


def settle_aliases(
    names: Mapping[str, Names], *, several: str, clash: str, taken: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return each record the aliases that are its own.

    An alias that several records claim is refused for the reason `several`; one that is another
    record's label, here or among the names in `taken`, for the reason `clash`.
    """
    taken_sounds = {sound(name) for name in taken}
    labels = {sound(each.label): key for key, each in names.items()}
    claims: dict[str, set[str]] = {}
    normal_forms: dict[str, str] = {}
    for key, each in names.items():
        for alias in each.aliases:
            normal = normal_forms.setdefault(alias.text, sound(alias.text))
            claims.setdefault(normal, set()).add(key)
    settled: dict[str, tuple[str, ...]] = {}
    for key, each in names.items():
        own: dict[str, str] = {}
        for alias in each.aliases:
            normal = normal_forms[alias.text]
            if not normal or labels.get(normal, key) != key or normal in taken_sounds:
                alias.refuse(clash)
            elif len(claims[normal]) > 1:
                alias.refuse(several)
            elif len(alias.text) > LINE_LENGTH:
                alias.refuse("too-long")
            elif len(own) >= ALIASES_AT_MOST:
                alias.refuse("too-many")
            elif alias.text != each.label:
                own.setdefault(alias.text, alias.text)
        settled[key] = tuple(own)
    return settled
