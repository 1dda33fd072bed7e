"""The shipped catalog, which the phrases of these tests are read against."""

import pytest

from skillgap.api import load_catalog
from skillgap.matching.reading.vocabulary import EVERY_KIND, Vocabulary
from skillgap.matching.texts import read_one_kind


@pytest.fixture(scope="session")
def catalog():
    return load_catalog().catalog


@pytest.fixture(scope="session")
def vocabularies(catalog):
    return {
        kind: Vocabulary(catalog, year=2026, kinds=EVERY_KIND if kind == "any" else (kind,))
        for kind in ("any", *EVERY_KIND)
    }


@pytest.fixture
def read(vocabularies):
    """Read one phrase: its parts, each as `told` tells it."""
    return lambda text, kind="any": [
        told(part) for part in read_one_kind(vocabularies[kind], text, kind)
    ]


def told(part):
    """Tell a part as the docs do."""
    if part.status == "ambiguous":
        return "asked"
    if part.status == "unmatched":
        return "not understood" if part.kind == "none" else f"no such {part.kind}"
    level = f" {part.level}" if part.level else ""
    kind = "" if part.kind == "skill" else f" ({part.kind})"
    status = "" if part.status == "matched" else f", {part.status}"
    return f"`{part.id or part.label}`{level}{kind}{status}"
