"""The JSON Schemas of the files people write: `python -m skillgap.loading.schemas FOLDER`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from skillgap.loading.shapes.catalog import CatalogShape
from skillgap.loading.shapes.fields import Shape
from skillgap.loading.shapes.learner import LearnerShape
from skillgap.loading.shapes.role import RoleShape

SCHEMA_SHAPES: tuple[tuple[str, type[Shape], str], ...] = (
    ("catalog.schema.json", CatalogShape, "A skillgap catalog"),
    ("learner.schema.json", LearnerShape, "A person's file for skillgap"),
    ("role.schema.json", RoleShape, "A skillgap role"),
)


def schemas() -> dict[str, dict[str, Any]]:
    """Give every schema by the name of its file, in the 2020-12 dialect."""
    return {name: schema_of(shape, title) for name, shape, title in SCHEMA_SHAPES}


def schema_of(shape: type[Shape], title: str) -> dict[str, Any]:
    """Give the schema of one shape, with keys as they are written in a file."""
    schema = shape.model_json_schema(by_alias=True)
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema, "title": title}


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
