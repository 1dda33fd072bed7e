"""Things by id that are built when somebody first asks for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from skillgap.domain.credential import MicroCredential
from skillgap.domain.identifiers import CredentialId, SkillId

if TYPE_CHECKING:
    from typing import TypeVar

    Id = TypeVar("Id", bound=str)
    Thing = TypeVar("Thing")
else:
    Id = Thing = object


class Shelf(Mapping[Id, Thing]):
    """A mapping in the order of its ids; `build` gives the thing at a position, and is asked once.

    Why: a plan looks at a handful of the things in a catalog, and building all of them would cost
    more than planning.
    """

    __slots__ = ("build", "built", "ids", "index_column")

    def __init__(
        self,
        ids: Sequence[Id],
        build: Callable[[int], Thing],
        index_column: Callable[[str], Any] | None = None,
    ) -> None:
        """Hold `ids`, which must be sorted and each there once.

        `index_column` gives a column of a match index of the things' names, where one is kept.
        """
        self.ids = ids
        self.build = build
        self.index_column = index_column
        self.built: dict[Id, Thing] = {}

    def __getitem__(self, id_: Id) -> Thing:
        """Return the thing with an id."""
        known = self.built.get(id_)
        if known is not None:
            return known
        position = self.position(id_)
        if position is None:
            raise KeyError(id_)
        thing = self.built[id_] = self.build(position)
        return thing

    def __contains__(self, id_: object) -> bool:
        """Say whether there is a thing with an id."""
        return id_ in self.built or (isinstance(id_, str) and self.position(id_) is not None)

    def __iter__(self) -> Iterator[Id]:
        """List the ids in their order."""
        return iter(self.ids)

    def __len__(self) -> int:
        """Count the things."""
        return len(self.ids)

    def __repr__(self) -> str:
        """Tell how many there are, and build none of them."""
        return f"{type(self).__name__}({len(self.ids)} things)"

    def position(self, id_: str) -> int | None:
        """Return where an id stands, None where it does not."""
        position = bisect_left(self.ids, id_)
        if position < len(self.ids) and self.ids[position] == id_:
            return position
        return None


class CredentialShelf(Shelf[CredentialId, MicroCredential]):
    """Credentials that also know who awards a skill; `awarding` gives their positions, sorted."""

    __slots__ = ("awarding",)

    def __init__(
        self,
        ids: Sequence[CredentialId],
        build: Callable[[int], MicroCredential],
        awarding: Callable[[SkillId], Sequence[int]],
    ) -> None:
        """Hold credentials, and how to find those that award a skill at any level."""
        super().__init__(ids, build)
        self.awarding = awarding

    def awarders(self, skill: SkillId) -> Iterator[CredentialId]:
        """List the credentials that award a skill at any level, in the order of their ids."""
        for position in self.awarding(skill):
            yield self.ids[position]


def shelve(credentials: Mapping[CredentialId, MicroCredential]) -> CredentialShelf:
    """Put credentials that are built already on a shelf, for who asks many times who awards."""
    ids = sorted(credentials)
    positions = positions_awarding(credentials[each] for each in ids)
    return CredentialShelf(
        ids,
        lambda position: credentials[ids[position]],
        lambda skill: positions.get(skill, ()),
    )


def positions_awarding(credentials: Iterator[MicroCredential]) -> dict[SkillId, list[int]]:
    """List for each skill where the credentials stand that award it, each once."""
    found: dict[SkillId, list[int]] = {}
    for position, credential in enumerate(credentials):
        for skill in dict.fromkeys(award.skill for award in credential.awards):
            found.setdefault(skill, []).append(position)
    return found
