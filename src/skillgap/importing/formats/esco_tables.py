"""The tables of ESCO's CSV edition, and what their names leave aside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from skillgap.importing.reading.tables import Columns

LABELS: Final = {"label": ("preferredLabel",), "aliases": ("altLabels",)}

OCCUPATIONS: Final = Columns(
    {
        "uri": ("conceptUri",),
        **LABELS,
        "hidden": ("hiddenLabels",),
        "isco": ("iscoGroup",),
        "status": ("status",),
        "modified": ("modifiedDate",),
    },
    ("uri", "label"),
)

SKILLS: Final = Columns(
    {
        "uri": ("conceptUri",),
        **LABELS,
        "hidden": ("hiddenLabels",),
        "type": ("skillType",),
        "reuse": ("reuseLevel",),
        "status": ("status",),
    },
    ("uri", "label"),
)

RELATIONS: Final = Columns(
    {
        "occupation": ("occupationUri",),
        "relation": ("relationType",),
        "skill": ("skillUri",),
        "label": ("skillLabel",),
    },
    ("occupation", "relation", "skill"),
)

BROADER: Final = Columns(
    {
        "uri": ("conceptUri",),
        "broader": ("broaderUri",),
        "type": ("conceptType",),
        "broader_type": ("broaderType",),
    },
    ("uri", "broader"),
)

TRANSVERSAL: Final = Columns({"uri": ("conceptUri",)}, ("uri",))

GROUPS: Final = Columns({"code": ("code",), "label": ("preferredLabel",)}, ("code", "label"))

VERSION: Final = re.compile(r"(?<![0-9])([0-9]+(?:\.[0-9]+){1,2})(?![0-9])")
ENDINGS: Final = ("_reconstructed", *(f"_{each}" for each in (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it",
    "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk",
)))  # fmt: skip
"""What a file's name may end with: ESCO's languages, and our word for a rebuilt table."""


def find_release(folder: Path) -> str:
    """Return the name of the release, `ESCO 1.2.0`, as far as the folder's name says it."""
    version = VERSION.search(folder.resolve().name)
    return f"ESCO {version.group(1)}" if version else "ESCO"
