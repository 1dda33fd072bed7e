"""The tables of O*NET: their names and columns in both generations of its files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from skillgap.domain.fields import ONET_SOC_PATTERN
from skillgap.importing.reading.tables import Columns, spelling

SOC = ("O*NET-SOC Code", "O*NET-SOC 2019 Code", "O*NET SOC Code")

OCCUPATIONS: Final = Columns({"soc": SOC, "title": ("Title",)}, ("soc", "title"))

RATINGS: Final = Columns(
    {
        "soc": SOC,
        "element": ("Element ID",),
        "name": ("Element Name",),
        "scale": ("Scale ID",),
        "value": ("Data Value",),
        "suppress": ("Recommend Suppress",),
        "not_relevant": ("Not Relevant",),
    },
    ("soc", "element", "scale", "value"),
)

ELEMENTS: Final = Columns(
    {"element": ("Element ID",), "name": ("Element Name",)}, ("element", "name")
)

TOOLS: Final = Columns(
    {
        "soc": SOC,
        "tool": ("Example", "Workplace Example"),
        "commodity": ("Commodity Code",),
        "hot": ("Hot Technology",),
        "in_demand": ("In Demand",),
    },
    ("soc", "tool"),
)

TITLES: Final = Columns(
    {
        "soc": SOC,
        "title": ("Alternate Title", "Job Title"),
        "short": ("Short Title",),
    },
    ("soc", "title"),
)

JOB_ZONES: Final = Columns({"soc": SOC, "zone": ("Job Zone",)}, ("soc", "zone"))

RELATED: Final = Columns(
    {"soc": SOC, "other": ("Related O*NET-SOC Code",), "tier": ("Relatedness Tier",)},
    ("soc", "other"),
)

RATED: Final = ("skills", "essentialskills", "transferableskills", "knowledge")
TOOL_TABLES: Final = ("technologyskills", "softwareskills")
TITLE_TABLES: Final = ("alternatetitles", "jobtitles")

SOC_CODE: Final = re.compile(ONET_SOC_PATTERN)

MAJOR_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "11": "Management",
        "13": "Business and Financial Operations",
        "15": "Computer and Mathematical",
        "17": "Architecture and Engineering",
        "19": "Life, Physical, and Social Science",
        "21": "Community and Social Service",
        "23": "Legal",
        "25": "Educational Instruction and Library",
        "27": "Arts, Design, Entertainment, Sports, and Media",
        "29": "Healthcare Practitioners and Technical",
        "31": "Healthcare Support",
        "33": "Protective Service",
        "35": "Food Preparation and Serving Related",
        "37": "Building and Grounds Cleaning and Maintenance",
        "39": "Personal Care and Service",
        "41": "Sales and Related",
        "43": "Office and Administrative Support",
        "45": "Farming, Fishing, and Forestry",
        "47": "Construction and Extraction",
        "49": "Installation, Maintenance, and Repair",
        "51": "Production",
        "53": "Transportation and Material Moving",
        "55": "Military Specific",
    }
)
"""The major groups of the Standard Occupational Classification 2018, by the first two digits."""

VERSION: Final = re.compile(r"([0-9]{1,2})[._]([0-9])(?![0-9])")
RELEASE: Final = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (20[0-9]{2}) Release"
)


def find_release(folder: Path) -> tuple[str, dt.date | None]:
    """Return the name of the release, `O*NET 29.3`, and its month as the first day of it.

    The release's own `Read Me` says both; else the folder's name may say the version.
    """
    text = ""
    for file in sorted(folder.iterdir()):
        if spelling(file.stem) == "readme" and file.suffix.lower() == ".txt" and file.is_file():
            with file.open(encoding="utf-8", errors="replace") as stream:
                text = stream.read(4096)
    version = VERSION.search(text) or VERSION.search(folder.resolve().name)
    release = RELEASE.search(text)
    name = f"O*NET {version.group(1)}.{version.group(2)}" if version else "O*NET"
    if release is None:
        return name, None
    month = dt.datetime.strptime(release.group(1), "%B").replace(tzinfo=dt.UTC).month
    return name, dt.date(int(release.group(2)), month, 1)
