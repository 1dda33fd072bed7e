"""The reference page of the files people write, made from their JSON Schemas."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

PAGES = (
    ("catalog.schema.json", "A catalog"),
    ("role.schema.json", "A role"),
    ("learner.schema.json", "A learner"),
)

WORDS = {
    "string": "text",
    "integer": "whole number",
    "object": "map",
    "boolean": "true or false",
}

INTRODUCTION = """# Files

What each file may hold. A key that is not listed is an error. `null` means not known, and every key
that is not required may be left out. The JSON Schemas are in `schemas/`."""


def name_of(reference: str) -> str:
    """Give the plain name of what a `$ref` points at."""
    return reference.rsplit("/", 1)[-1].removesuffix("Shape")


def kind_of(schema: Schema) -> str:
    """Say in a few words what a value may be."""
    if "$ref" in schema:
        return f"[{name_of(schema['$ref'])}](#{name_of(schema['$ref']).lower()})"
    if "anyOf" in schema or "oneOf" in schema:
        kinds = [kind_of(each) for each in schema.get("anyOf") or schema["oneOf"]]
        return " or ".join(dict.fromkeys(kinds))
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{each}`" for each in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    if schema.get("format") == "date":
        return "date"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"map to {kind_of(schema['additionalProperties'])}"
    kind = schema.get("type", "anything")
    return WORDS.get(kind, kind) + bounds_of(schema)


def bounds_of(schema: Schema) -> str:
    """Tell a number's range."""
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None and high is None:
        return ""
    return f", {low} to {high}" if None not in (low, high) else f", from {low}"


def table_of(schema: Schema) -> list[str]:
    """Write a table of an object's keys."""
    rows = ["| key | what | holds |", "| --- | --- | --- |"]
    for key, value in schema.get("properties", {}).items():
        required = " (required)" if key in schema.get("required", ()) else ""
        holds = kind_of(value).replace("|", "\\|")
        rows.append(f"| `{key}`{required} | {value.get('description', '')} | {holds} |")
    return rows


def file_reference(schemas: dict[str, Schema]) -> str:
    """Write the page; a part that several files share is told once."""
    lines = [INTRODUCTION]
    told: set[str] = set()
    for file, title in PAGES:
        schema = schemas[file]
        lines += ["", f"## {title}", "", schema.get("description", ""), "", *table_of(schema)]
        for name, part in schema.get("$defs", {}).items():
            if name in told:
                continue
            told.add(name)
            lines += ["", f"### {name_of(name)}", "", part.get("description", "")]
            lines += ["", *table_of(part)] if "properties" in part else ["", kind_of(part)]
    return "\n".join(lines) + "\n"
