"""`skillgap schema`: the JSON Schema of a file that people write."""

from __future__ import annotations

import sys
from typing import Annotated, Final

from skillgap.cli import exits
from skillgap.cli.options import OneOf, OutputOption
from skillgap.cli.signature import Parameter

KINDS: Final = ("catalog", "role", "learner")
DRAFTS: Final = ("2020-12", "07")


def schema(
    kind: Annotated[str, Parameter("Of which file.", read=OneOf(KINDS, "schema"))],
    *,
    draft: Annotated[
        str, Parameter("The dialect; the common YAML language server reads 07.", read=OneOf(DRAFTS))
    ] = "2020-12",
    output: OutputOption = None,
) -> int:
    """Print the JSON Schema of a catalog, a role or a learner file, for editors and checkers.

    Examples:
        skillgap schema catalog
        skillgap schema role --draft 07 -o role.schema.json
    """
    import json

    from skillgap.cli.streams import can_say, emit_text
    from skillgap.loading.schemas import as_draft_07, schemas

    found = schemas()[f"{kind}.schema.json"]
    if draft == "07":
        found = as_draft_07(found)
    text = json.dumps(found, indent=2, ensure_ascii=False) + "\n"
    if output is None and not can_say(sys.stdout, text):
        text = json.dumps(found, indent=2) + "\n"
    emit_text(text, output)
    return exits.DONE
