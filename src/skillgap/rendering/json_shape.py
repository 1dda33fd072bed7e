"""What JSON can say, and the version of what we say in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SCHEMA_VERSION: Final = 1
"""The version of every JSON shape; it rises only where a script would break."""

JsonValue = str | int | float | bool | None | list["JsonValue"] | Mapping[str, "JsonValue"]
"""What JSON can say."""

JsonObject = dict[str, JsonValue]
