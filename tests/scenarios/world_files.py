"""The files of a tiny world, with what it leaves out filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def write_world(world: dict[str, Any], folder: Path) -> None:
    """Write the world's `catalog.yaml` and `role.yaml`."""
    catalog = {"schema_version": 1, "currency": "USD", **world["catalog"]}
    for credential in catalog.get("credentials", []):
        credential.setdefault("title", credential["id"])
        credential.setdefault("issuer", "school")
        credential.setdefault("workload_hours", 10)
        credential.setdefault("price", {"amount": 0})
    role = {"schema_version": 1, "id": "role", "title": "Role", **world["role"]}
    for requirement in role["requirements"]:
        requirement.setdefault("importance", 0.5)
        requirement.setdefault("necessity", "essential")
    mentioned = sorted(set(find_skills((catalog, role))))
    issuers = sorted({each["issuer"] for each in catalog.get("credentials", [])})
    catalog.setdefault("skills", [{"id": each, "label": each} for each in mentioned])
    catalog.setdefault("issuers", [{"id": each, "name": each} for each in issuers])
    for name, value in (("catalog.yaml", catalog), ("role.yaml", role)):
        (folder / name).write_text(yaml.safe_dump(value), encoding="utf-8")


def find_skills(value: object) -> Iterator[str]:
    """Find every skill that a world speaks of."""
    if isinstance(value, dict):
        if "level" in value:
            yield from value.get("any_of", [value.get("skill")])
        for each in value.values():
            yield from find_skills(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from find_skills(each)
