"""`skillgap schema`: the JSON Schema of a file that people write."""

from __future__ import annotations

import sys
from typing import Final

from skillgap.cli import exit_codes

KINDS: Final = ("catalog", "role", "learner")
DRAFTS: Final = ("2020-12", "07")


def schema(
    kind: str,
    *,
    draft: str = "2020-12",
    output: str | None = None,
) -> int:
    """Print the JSON Schema of a catalog, a role or a learner file, for editors and checkers."""
    import json

    from skillgap.cli.emit import emit_text
    from skillgap.cli.streams import can_say
    from skillgap.cli.values import read_choice
    from skillgap.loading.schemas import as_draft_07, schemas

    kind = read_choice("schema", kind, KINDS)
    draft = read_choice("--draft", draft, DRAFTS)
    found = schemas()[f"{kind}.schema.json"]
    if draft == "07":
        found = as_draft_07(found)
    text = json.dumps(found, indent=2, ensure_ascii=False) + "\n"
    if output is None and not can_say(sys.stdout, text):
        text = json.dumps(found, indent=2) + "\n"
    emit_text(text, output)
    return exit_codes.DONE
