"""JSON Schemas of the 2020-12 dialect in the words of draft-07.

Why: the common YAML language server reads nothing newer.
"""

from __future__ import annotations

from typing import Any, Final

DRAFT_07: Final = "http://json-schema.org/draft-07/schema#"


def as_draft_07(schema: dict[str, Any]) -> dict[str, Any]:
    """Give the draft-07 twin of a schema: what the one accepts, the other accepts."""
    twin = {key: rewritten(value) for key, value in schema.items() if key != "$defs"}
    twin = {"$schema": DRAFT_07, **{key: each for key, each in twin.items() if key != "$schema"}}
    if "$defs" in schema:
        twin["definitions"] = {name: rewritten(value) for name, value in schema["$defs"].items()}
    return twin


def rewritten(value: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Rewrite references; what stands beside one is moved, as draft-07 would not look at it."""
    if isinstance(value, list):
        return [rewritten(each) for each in value]
    if not isinstance(value, dict):
        return value
    twin = {key: rewritten(each) for key, each in value.items()}
    reference = twin.get("$ref")
    if isinstance(reference, str):
        target = {"$ref": reference.replace("#/$defs/", "#/definitions/")}
        others = {key: each for key, each in twin.items() if key != "$ref"}
        return {"allOf": [target], **others} if others else target
    return twin
