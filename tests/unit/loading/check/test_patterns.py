from __future__ import annotations

import importlib
import pkgutil

from skillgap import domain
from skillgap.domain.fields import ONE_LINE_PATTERN, PROSE_PATTERN
from skillgap.loading.check.misfits import PATTERNS
from skillgap.loading.check.models import published


def test_every_pattern_of_a_text_but_those_of_lines_says_what_does_not_match_it():
    modules = [
        importlib.import_module(f"{domain.__name__}.{each.name}")
        for each in pkgutil.iter_modules(domain.__path__)
    ]
    patterns = {
        published(value)
        for module in modules
        for name, value in vars(module).items()
        if name.endswith("_PATTERN")
    }
    of_lines = {published(ONE_LINE_PATTERN), published(PROSE_PATTERN)}
    assert patterns - of_lines == set(PATTERNS)
