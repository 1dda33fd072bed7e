"""One import, by the name of its format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from skillgap.errors import UserError
from skillgap.importing.formats.csv_template import read_csv
from skillgap.importing.formats.ctdl import read_ctdl
from skillgap.importing.formats.esco import read_esco
from skillgap.importing.formats.mslearn import read_mslearn
from skillgap.importing.formats.onet import read_onet
from skillgap.importing.formats.openbadge import read_openbadge
from skillgap.importing.importer import ALONE, Import, Imported
from skillgap.loading.yaml.reader import resting_collector
from skillgap.loading.yaml.text import printable

JSON_SUFFIXES: Final = (".json", ".jsonld")

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "onet": "a folder of O*NET's text files",
        "esco": "a folder of ESCO's CSV files, in one language",
        "ctdl": "a JSON file of Credential Registry records, or a folder of them",
        "mslearn": "the folder `learn-pr` of Microsoft Learn, or its catalog as a JSON file",
        "openbadge": "a JSON file of Open Badges 2.0 or 3.0, or of CLR 2.0, or a folder of them",
        "csv": "our own template, filled in",
    }
)
"""Every format, and what is given for it."""


def run_import(form: str, source: Path, asked: Import = ALONE) -> Imported:
    """Import `source`, which is in the format `form`.

    What is wrong with rows and records stands in the report. Raises `UserError` where the format
    is not known, or where the source is not there or not what the format is.
    """
    if form not in FORMATS:
        known = ", ".join(f"`{each}`" for each in FORMATS)
        raise UserError(f"there is no format `{printable(form)}`", hint=f"use one of {known}")
    try:
        is_folder, is_file = source.is_dir(), source.is_file()
    except (OSError, ValueError):
        is_folder, is_file = False, False
    if not is_folder and not is_file:
        message = f"there is no file or folder `{printable(str(source))}`"
        raise UserError(message, hint=f"`{form}` is {FORMATS[form]}")
    if not (is_folder if form in ("onet", "esco") else True) or (form == "csv" and is_folder):
        kind = "a folder" if is_folder else "a file"
        message = f"`{printable(str(source))}` is {kind}"
        raise UserError(message, hint=f"`{form}` is {FORMATS[form]}")
    with resting_collector():
        return reader_of(form)(source, asked)


def reader_of(form: str) -> Callable[[Path, Import], Imported]:
    """Return the function that reads a format."""
    readers: dict[str, Callable[[Path, Import], Imported]] = {
        "onet": read_onet,
        "esco": read_esco,
        "ctdl": lambda source, asked: read_ctdl(json_files(source), asked),
        "mslearn": read_mslearn,
        "openbadge": lambda source, asked: read_openbadge(json_files(source), asked),
        "csv": read_csv,
    }
    return readers[form]


def json_files(source: Path) -> tuple[Path, ...]:
    """Return the file, or the JSON files of the folder in the order of their names."""
    if not source.is_dir():
        return (source,)
    files = tuple(
        each
        for each in sorted(source.iterdir())
        if each.suffix.lower() in JSON_SUFFIXES and each.is_file()
    )
    if not files:
        message = f"the folder `{printable(str(source))}` holds no JSON file"
        raise UserError(message, hint="give a folder with files that end in `.json`")
    return files
