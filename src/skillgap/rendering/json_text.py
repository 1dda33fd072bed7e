"""Values as JSON text that is the same every time and safe to print."""

from __future__ import annotations

import json
import math

from skillgap.rendering.clean import clean
from skillgap.rendering.json_shape import JsonValue


def to_json(value: JsonValue, *, ascii_only: bool = False) -> str:
    """Write a value as indented JSON that ends with a newline.

    Every text is cleaned, keys keep the order they were given in; `ascii_only` escapes what is
    not ASCII. Raises `ValueError` for a number that JSON cannot say.
    """
    return json.dumps(safe(value), indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"


def to_json_line(value: JsonValue, *, ascii_only: bool = False) -> str:
    """Write a value as JSON on one line, without a newline."""
    return json.dumps(safe(value), ensure_ascii=ascii_only, allow_nan=False)


def safe(value: JsonValue) -> JsonValue:
    """Give the value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [safe(each) for each in value]
    if isinstance(value, dict):
        return {key: safe(each) for key, each in value.items()}
    return value


def amount(value: float) -> int | float:
    """Give money or hours with at most two decimals, a whole number as one."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def share(value: float) -> float:
    """Give a share of 0-1 with four decimals; it is 1 or 0 only where it is exactly that."""
    if 0 < value < 1:
        return min(0.9999, max(0.0001, round(value, 4)))
    return float(value)


def finite(value: float) -> float | None:
    """Give a number with six decimals, None for what JSON has no number for."""
    return round(value, 6) + 0.0 if math.isfinite(value) else None
