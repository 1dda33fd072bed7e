"""What files hold and what is wrong with them, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from skillgap.diagnostics.diagnostic import Diagnostic, Severity, has_errors
from skillgap.diagnostics.told_before import count_severities
from skillgap.domain.catalog import Catalog
from skillgap.domain.learner import LearnerProfile

if TYPE_CHECKING:
    from skillgap.loading.yaml.document import Document


class LoadedCatalog(msgspec.Struct, frozen=True):
    """What the files say, and what is wrong with them.

    `catalog` holds every record that could be read, also where `diagnostics` has errors.
    """

    catalog: Catalog
    diagnostics: Sequence[Diagnostic]

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error."""
        return Severity.ERROR in count_severities(self.diagnostics)


class CheckedFiles(msgspec.Struct, frozen=True):
    """What is wrong in files of any kind, and what they hold; `files` are all that were looked at.

    `passed_over` are the YAML files of a folder that are none of ours. `catalog` holds every
    record that could be read, `profiles` every learner file.
    """

    catalog: Catalog
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    passed_over: tuple[str, ...] = ()
    profiles: tuple[LearnerProfile, ...] = ()
    documents: tuple[Document, ...] = msgspec.field(default=())

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error."""
        return has_errors(self.diagnostics)

    def mended(self) -> dict[str, tuple[str, str, int]]:
        """Return each file that can surely be mended: its text, the mended text, how often."""
        from skillgap.loading.check.mends import mended_text

        texts: dict[str, tuple[str, str, int]] = {}
        for document in self.documents:
            text, count = mended_text(document, self.diagnostics)
            if count:
                texts[document.name] = (document.lines.text, text, count)
        return texts


class LoadedProfile(msgspec.Struct, frozen=True):
    """A person's file, None where it could not be read at all."""

    profile: LearnerProfile | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error."""
        return has_errors(self.diagnostics)
