"""Questions at a terminal, asked of a process that has one."""

import os
import pty
import select
import signal
import sys
import time

import pytest

from skillgap.cli.clarify import words_to_keep
from skillgap.matching.reading.part import Part

SECONDS = 30
PROMPTS = (b"Enter for none: ", b"[y/N] ")

CATALOG = """
schema_version: 1
currency: USD
skills:
  - {id: project-management, label: Project management, aliases: [PM]}
  - {id: product-management, label: Product management, aliases: [PM]}
  - {id: sql, label: SQL}
"""
ROLE = """
schema_version: 1
id: %s
title: %s
family: data
requirements:
  - {skill: project-management, level: 3, importance: 0.9, necessity: essential}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "catalog.yaml").write_text(CATALOG, encoding="utf-8")
    (tmp_path / "roles").mkdir()
    for key, title in (("data-analyst", "Data Analyst"), ("budget-analyst", "Budget Analyst")):
        (tmp_path / "roles" / f"{key}.yaml").write_text(ROLE % (key, title), encoding="utf-8")
    return tmp_path


@pytest.fixture
def talk(folder):
    """Run `gap` at a terminal and type an answer at each prompt: exit code, what was shown."""

    def run(*arguments, answers=()):
        command = [sys.executable, "-m", "skillgap", "gap", "--catalog", "catalog.yaml"]
        process, terminal = pty.fork()
        if not process:
            os.chdir(folder)
            os.environ.update({"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"})
            os.execv(command[0], [*command, "--roles", "roles", *arguments])  # noqa: S606 - no shell
        shown, left, until = b"", list(answers), time.monotonic() + SECONDS
        while time.monotonic() < until:
            if select.select([terminal], [], [], 0.1)[0]:
                try:
                    shown += os.read(terminal, 65536)
                except OSError:
                    break
            elif shown.endswith(PROMPTS) and left:
                os.write(terminal, left.pop(0).encode())
                shown += b"|"
        else:
            os.kill(process, signal.SIGKILL)
        os.close(terminal)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        return code, shown.decode().replace("\r\n", "\n")

    return run


def test_a_word_is_asked_about_once_and_the_choice_kept(talk, folder):
    (folder / "skillgap.yaml").write_text("role: data-analyst # mine\n", encoding="utf-8")
    code, shown = talk("--have", "pm:3, PM, sql", answers=["9\n", "2\n", "y\n"])
    assert code == 0
    assert shown.count("`pm:3` may mean several skills: which one?") == 1
    assert "`PM` may mean" not in shown
    assert "1  Product management  product-management\n" in shown
    assert "keep this choice in `skillgap.yaml`?" in shown
    assert "pm:3  → Project management at level 3  choice" in shown
    assert (folder / "skillgap.yaml").read_text(encoding="utf-8") == (
        "role: data-analyst # mine\nchoices:\n  pm: project-management\n"
    )
    code, shown = talk("--have", "pm:4")
    assert code == 0
    assert "may mean" not in shown
    assert "pm:4  → Project management at level 4  choice" in shown


def test_a_choice_that_is_not_to_be_kept_is_not(talk, folder):
    code, shown = talk("--role", "data-analyst", "--have", "pm", answers=["1\n", "\n"])
    assert code == 0
    assert "Product management at level 2" in shown
    assert not (folder / "skillgap.yaml").exists()


@pytest.mark.parametrize("answer", ["0\n", "\n"])
def test_none_of_these_is_no_skill(talk, answer):
    code, shown = talk("--role", "data-analyst", "--have", "pm", answers=[answer])
    assert code == 0
    assert "no skill is called `pm`" in shown
    assert "keep this" not in shown


def test_the_end_of_the_input_leaves_words_as_they_are(talk):
    code, shown = talk("--role", "data-analyst", "--have", "pm", answers=["\x04"])
    assert code == 0
    assert "warning[SG502]: `pm` may mean several skills" in shown


def test_an_interrupt_ends_it(talk):
    assert talk("--role", "data-analyst", "--have", "pm", answers=["\x03"])[0] == 130


def test_nothing_is_asked_with_no_input(talk):
    code, shown = talk("--role", "data-analyst", "--have", "pm", "--no-input")
    assert code == 0
    assert "which one?" not in shown
    assert "warning[SG502]: `pm` may mean several skills" in shown


def test_a_role_is_asked_about_with_what_tells_them_apart(talk):
    code, shown = talk("--role", "analyst", answers=["1\n"])
    assert code == 0
    assert "  1  Data Analyst  data-analyst  data: Project management\n" in shown
    assert "  2  Budget Analyst  budget-analyst  data: Project management\n" in shown
    assert 'understood "analyst" as Data Analyst (data-analyst)' in shown


def test_no_role_is_an_error(talk):
    code, shown = talk("--role", "analyst", answers=["0\n"])
    assert code == 2
    assert "error: " in shown


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [("PM", None, "PM"), ("pm:4", 4, "pm"), ("advanced  PM", 4, "PM"), ("5 years of PM", 4, "PM")],
)
def test_a_choice_is_kept_without_its_level(text, level, words):
    assert words_to_keep(Part(text, "skill", "ambiguous", level=level)) == words
