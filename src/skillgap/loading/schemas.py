"""The JSON Schemas of the files people write: `python -m skillgap.loading.schemas FOLDER`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from skillgap.domain.catalog import CatalogFile
from skillgap.domain.fields import Record
from skillgap.domain.learner import LearnerProfile
from skillgap.domain.role import RoleProfile
from skillgap.loading.check.models import model_of

SCHEMA_RECORDS: Final[tuple[tuple[str, type[Record], str], ...]] = (
    ("catalog.schema.json", CatalogFile, "A skillgap catalog"),
    ("learner.schema.json", LearnerProfile, "A person's file for skillgap"),
    ("role.schema.json", RoleProfile, "A skillgap role"),
)

DRAFT_07: Final = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """Return every schema by the name of its file, in the 2020-12 dialect."""
    return {name: schema_of(kind, title) for name, kind, title in SCHEMA_RECORDS}


def schema_of(kind: type[Record], title: str) -> dict[str, Any]:
    """Return the schema of one record, with keys as they are written in a file."""
    schema = model_of(kind).model_json_schema(by_alias=True)
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema, "title": title}


def as_draft_07(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the draft-07 twin of a schema: what the one accepts, the other accepts.

    Why: the common YAML language server reads nothing newer.
    """
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


def main() -> int:
    """Write the schemas into the folder that is given."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m skillgap.loading.schemas FOLDER\n")
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
