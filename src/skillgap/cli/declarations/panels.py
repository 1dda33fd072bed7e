"""The sections that help groups options in."""

from __future__ import annotations

from typing import Final

YOU: Final = "You"
LIMITS: Final = "Limits"
BEST: Final = "What is best"
ASK: Final = "What else you ask"
DATA: Final = "Data"
OUTPUT: Final = "Output"
NEAR: Final = "Near"
WHICH: Final = "Which problems"
MENDING: Final = "Mending"
