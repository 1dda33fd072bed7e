"""Records to text: catalogs and roles in the one layout that our own files keep."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from skillgap.domain.catalog import RECORD_KINDS, Catalog
from skillgap.domain.fields import SCHEMA_VERSION, Record
from skillgap.domain.money import ExchangeRates
from skillgap.domain.role import RoleProfile
from skillgap.loading.keys import written_keys
from skillgap.loading.yaml.scalars import CONSTANTS, SURPRISE_BOOLEANS
from skillgap.loading.yaml.text import CONTROL, DECEPTIVE

Tree = str | float | bool | dt.date | None | dict[str, "Tree"] | list["Tree"]
TreeMap = dict[str, Tree]


def tree_of(record: Record) -> TreeMap:
    """Return a record by its keys, without those that need not be there and have nothing to say."""
    tree: TreeMap = {}
    for key in written_keys(type(record)):
        value = value_tree(getattr(record, key.attribute))
        is_needed = key.is_required or key.name in record.always_written
        if is_needed or (value is not None and value not in ([], {})):
            tree[key.name] = value
    return tree


def value_tree(value: object) -> Tree:
    """Return the value of a field as a file holds it."""
    if isinstance(value, Record):
        return tree_of(value)
    if isinstance(value, tuple):
        return [value_tree(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): value_tree(value[key]) for key in sorted(value)}
    return value  # type: ignore[return-value]


def exchange_rates_tree(rates: ExchangeRates) -> TreeMap:
    """Return exchange rates, nothing where there are none."""
    return {} if rates == ExchangeRates() else tree_of(rates)


Scalar = str | float | bool | dt.date | None

WIDTH: Final = 100
"""A map or a list stands on one line where the line is no longer than this."""

PLAIN: Final = re.compile(r"[A-Za-z](?:[A-Za-z0-9_./()+&'-]| (?=[A-Za-z0-9(&]))*\Z")
"""Text that no reader of YAML takes for anything but itself, inside a list or outside."""

PLAIN_URL: Final = re.compile(r"https?://[A-Za-z0-9._~/%+-]+\Z")
PLAIN_WORDS: Final = frozenset((*CONSTANTS, *SURPRISE_BOOLEANS))

ESCAPED: Final = re.compile(f'["\\\\\n\r\t\x85\xa0]|{CONTROL.pattern}|{DECEPTIVE.pattern}')
SHORT_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_catalog(catalog: Catalog) -> Iterator[str]:
    """Return the text of a catalog file piece by piece; roles have files of their own.

    What `read_document` reads of it makes an equal catalog, control characters apart.
    """
    yield f"schema_version: {SCHEMA_VERSION}\n"
    yield f"currency: {scalar_text(catalog.currency)}\n"
    rates = exchange_rates_tree(catalog.exchange_rates)
    if rates:
        yield from block_lines({"exchange_rates": rates}, "")
    for name in RECORD_KINDS:
        if name != "roles":
            yield from section(name, map(tree_of, getattr(catalog, name).values()))


def write_role(role: RoleProfile) -> str:
    """Return the text of a role file."""
    return "".join(block_lines(tree_of(role), ""))


def section(name: str, records: Iterable[TreeMap]) -> Iterator[str]:
    """Write one list of records, each a block of its own."""
    empty = True
    for record in records:
        if empty:
            yield f"\n{name}:\n"
            empty = False
        yield "".join(item_lines(record, "  "))
    if empty:
        yield f"\n{name}: []\n"


def block_lines(tree: TreeMap, indent: str) -> Iterator[str]:
    """Write a map key by key; what is short stands beside its key."""
    for key, value in tree.items():
        short = flow_text(value)
        if not isinstance(value, dict | list) or len(indent) + len(key) + 2 + len(short) <= WIDTH:
            yield f"{indent}{key}: {short}\n"
        elif isinstance(value, dict):
            yield f"{indent}{key}:\n"
            yield from block_lines(value, indent + "  ")
        else:
            yield f"{indent}{key}:\n"
            for item in value:
                yield from list_lines(item, indent + "  ")


def list_lines(item: Tree, indent: str) -> Iterator[str]:
    """Write one entry of a list, on one line where it fits."""
    short = flow_text(item)
    if isinstance(item, dict) and len(indent) + 2 + len(short) > WIDTH:
        yield from item_lines(item, indent)
    else:
        yield f"{indent}- {short}\n"


def item_lines(record: TreeMap, indent: str) -> Iterator[str]:
    """Write a map as an entry of a list, its first key behind the dash."""
    lines = block_lines(record, indent + "  ")
    yield f"{indent}- {next(lines)[len(indent) + 2 :]}"
    yield from lines


def flow_text(value: Tree) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow_text(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return scalar_text(value)


def scalar_text(value: Scalar) -> str:
    """Write a single value so that it is read back as what it is."""
    if isinstance(value, str):
        return quoted(str(value))
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


@lru_cache(maxsize=65_536)
def quoted(text: str) -> str:
    """Write a text, in double quotes unless every reader of YAML takes it as it stands."""
    if (PLAIN.match(text) and text not in PLAIN_WORDS) or PLAIN_URL.match(text):
        return text
    return f'"{ESCAPED.sub(escape, text)}"'


def escape(found: re.Match[str]) -> str:
    """Write a character that may not stand in a text as it is; half a surrogate pair is lost."""
    character = found.group()
    if character in SHORT_ESCAPES:
        return SHORT_ESCAPES[character]
    code = 0xFFFD if "\ud800" <= character <= "\udfff" else ord(character)
    return f"\\u{code:04x}"
