"""Compiles the shipped catalog while the wheel is built, so that the first run is as quick as any.

What is compiled depends on the data and the version alone.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalog(BuildHookInterface):
    """Adds the compiled catalog to a wheel; an editable one reads the checkout's own files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the file put beside the data it was made of."""
        if version != "standard":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from skillgap.api import compile_shipped
        finally:
            del sys.path[0]
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / "compiled.jsonl"
        with file.open("wb") as stream:
            compile_shipped(stream)
        build_data["force_include"][str(file)] = "skillgap/data/compiled.jsonl"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the build alone."""
        del version, build_data, artifact_path
        if hasattr(self, "folder"):
            self.folder.cleanup()
