"""Records as the trees of keys and values that files hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from skillgap.domain.fields import Record
from skillgap.domain.money import ExchangeRates
from skillgap.loading.keys import written_keys

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
