"""The catalogue of codes: one entry gives the terminal's help, the docs page and the JSON."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from skillgap.diagnostics.codes_care import CARE_CODES
from skillgap.diagnostics.codes_files import FILE_CODES
from skillgap.diagnostics.codes_references import REFERENCE_CODES
from skillgap.diagnostics.codes_sense import SENSE_CODES
from skillgap.diagnostics.codes_shape import SHAPE_CODES
from skillgap.diagnostics.codes_words import WORD_CODES
from skillgap.diagnostics.codes_yaml import YAML_CODES
from skillgap.diagnostics.entry import CodeEntry

CODES: tuple[CodeEntry, ...] = (
    *FILE_CODES,
    *YAML_CODES,
    *SHAPE_CODES,
    *REFERENCE_CODES,
    *SENSE_CODES,
    *CARE_CODES,
    *WORD_CODES,
)

BY_CODE: Mapping[str, CodeEntry] = MappingProxyType({entry.code: entry for entry in CODES})


def code_entry(code: str) -> CodeEntry:
    """Give the entry of a code. Raises `KeyError` where there is none."""
    return BY_CODE[code]
