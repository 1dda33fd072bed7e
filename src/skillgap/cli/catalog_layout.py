"""Files to be laid out in the canonical way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from skillgap.cli.file_errors import code_for
from skillgap.cli.files import tell
from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.loading.kinds import FileKind, is_ours, kind_of
from skillgap.loading.write.format import laid_out
from skillgap.loading.yaml.document import read_document
from skillgap.loading.yaml.files import yaml_files_below
from skillgap.loading.yaml.reader import CATALOG_LIMITS


class LaidOut(msgspec.Struct, frozen=True):
    """What laying out would change: text before and after by file; `left` cannot be laid out."""

    changed: dict[str, tuple[str, str, int]]
    left: tuple[str, ...]
    looked_at: int
    exit_code: int


def lay_out_files(names: Sequence[str], *, keep_order: bool) -> LaidOut:
    """Lay out catalogs and roles; what cannot be opened is told on standard error."""
    files, refused = yaml_files_below([Path(each) for each in names])
    changed: dict[str, tuple[str, str, int]] = {}
    left: list[str] = []
    looked_at = 0
    for file in files:
        document = read_document(file, CATALOG_LIMITS)
        if isinstance(document, Diagnostic):
            refused.append(document)
            continue
        is_named = str(file) in names
        is_learner = kind_of(document.data, file.name) is FileKind.LEARNER
        if not is_named and (is_learner or not is_ours(document.data, file.name)):
            continue
        looked_at += 1
        text = laid_out(document, keep_order=keep_order)
        if text is None:
            left.append(str(file))
        elif text != document.lines.text:
            changed[str(file)] = (document.lines.text, text, 1)
    tell(refused)
    return LaidOut(changed, tuple(left), looked_at, code_for(refused))
