"""What help says of `skillgap import`."""

from __future__ import annotations

from typing import Final

from skillgap.cli.declarations import panels
from skillgap.cli.declarations.shared import FORMAT, OUTPUT
from skillgap.cli.declarations.words import Declaration, Words

IMPORT_CATALOG: Final = Declaration(
    examples="""
skillgap import onet db_29_3_text --dry-run
skillgap import esco esco-csv --into data -o esco.yaml --roles-dir esco-roles
skillgap import csv --template > credentials.csv
skillgap import csv credentials.csv -o my-catalog.yaml
""",
    words={
        "form_of_source": Words(
            "`onet`, `esco`, `ctdl`, `mslearn`, `openbadge` or `csv`.", "FORMAT"
        ),
        "source": Words("The file or the folder to import.", "[SOURCE]"),
        "output": OUTPUT,
        "roles_dir": Words("Write the roles here, one a file; made if need be.", "DIR"),
        "into": Words(
            "The catalog to merge into, a file or a folder; what it has stays there. May"
            " be repeated.",
            "CATALOG",
            panels.DATA,
        ),
        "issuer": Words("Who issues records that name nobody.", "NAME"),
        "as_of": Words("Of when a source is that has no date.", "DATE"),
        "template": Words("With `csv`: print the template and stop."),
        "dry_run": Words("Write nothing, only report."),
        "form": FORMAT,
    },
)
