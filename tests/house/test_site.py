"""The site of the docs: every page has its place, every link its end, and nothing is loaded."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")


def pages_of(entries: list[object]) -> Iterator[str]:
    """The pages that a part of the navigation names."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, dict):
            for inner in entry.values():
                yield from pages_of(inner if isinstance(inner, list) else [inner])


def test_every_page_has_one_place_in_the_navigation():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    placed = sorted(pages_of(settings["nav"]))
    apart = settings["not_in_nav"].split()
    pages = sorted(file.relative_to(ROOT / "docs").as_posix() for file in ROOT.glob("docs/**/*.md"))
    assert len(placed) > 20
    assert placed == [
        page for page in pages if not any(fnmatch.fnmatch(page, each) for each in apart)
    ]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "STYLE.md"])
def test_every_link_of_a_page_outside_the_site_leads_somewhere(name):
    links = LINK.findall((ROOT / name).read_text(encoding="utf-8"))
    files = [each for each in links if not each.startswith(("https:", "http:", "mailto:"))]
    assert [each for each in files if not (ROOT / each).exists()] == []
    assert files or name != "README.md"


def test_pictures_load_nothing_and_say_what_they_show():
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.svg"))
    assert len(pictures) >= 2
    for file in pictures:
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "<title>" in text
        assert not re.search(r"https?:|<script|<image|url\((?!#)|@import|&lt;script", text), file
