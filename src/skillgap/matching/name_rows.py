"""Names with their rows as one text, in which a name is found without reading the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

END, COLON = "|", ":"
"""What divides names from rows and from each other: no normalized name has either."""

READ_WHOLE_AFTER: Final = 64
"""So many look-ups take as long as reading all names."""


def pack_rows(rows_of: Mapping[str, Sequence[int]]) -> str:
    """Return names and their rows as one text.

    Raises `ValueError` for a name that has what divides them.
    """
    if any(END in name or COLON in name for name in rows_of):
        raise ValueError("a name that is not normalized")
    parts = (f"{name}{COLON}{' '.join(map(str, rows))}{END}" for name, rows in rows_of.items())
    return END + "".join(parts)


class NameRows(Mapping[str, list[int]]):
    """The rows of each name, of `count` rows in all, read from a text when they are looked up.

    A name whose rows are not such numbers is none.
    """

    __slots__ = ("asked", "count", "opened", "text")

    def __init__(self, text: str, count: int) -> None:
        """Hold the text."""
        self.text = text
        self.count = count
        self.asked = 0
        self.opened: dict[str, list[int]] | None = None

    def __getitem__(self, name: str) -> list[int]:
        """Return the rows of a name."""
        self.asked += 1
        if self.opened is not None or self.asked > READ_WHOLE_AFTER:
            return self.whole()[name]
        start = self.text.find(f"{END}{name}{COLON}")
        if start < 0 or END in name or COLON in name:
            raise KeyError(name)
        start += len(name) + 2
        return self.rows(name, self.text[start : self.text.find(END, start)])

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - as of any mapping
        """Return the rows of a name, quicker than by way of an error once all names are read."""
        if self.opened is not None:
            return self.opened.get(name, default)
        return super().get(name, default)

    def __iter__(self) -> Iterator[str]:
        """List the names."""
        return iter(self.whole())

    def __len__(self) -> int:
        """Count the names."""
        return len(self.whole())

    def whole(self) -> dict[str, list[int]]:
        """Read all names."""
        if self.opened is None:
            self.opened = {}
            for part in self.text.split(END):
                name, _, rows = part.rpartition(COLON)
                try:
                    self.opened[name] = self.rows(name, rows)
                except KeyError:
                    continue
        return self.opened

    def rows(self, name: str, text: str) -> list[int]:
        """Read the rows of a name. Raises `KeyError` where they are not rows that there are."""
        try:
            found = [int(each) for each in text.split()]
        except ValueError:
            raise KeyError(name) from None
        if not found or not 0 <= min(found) <= max(found) < self.count:
            raise KeyError(name)
        return found
