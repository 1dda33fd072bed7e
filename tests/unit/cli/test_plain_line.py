"""Plain command lines mean what typer makes of them, or are left to it."""

from __future__ import annotations

import inspect
import os

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.cli import main as main_module
from skillgap.cli.app import build_command
from skillgap.cli.commands import COMMANDS, GROUPS, find_at
from skillgap.cli.main import main
from skillgap.cli.plain_line import COMPLETION, option_names, read_arguments, read_line
from skillgap.cli.plan import plan

ROWS = {
    **{(row[0],): row for row in COMMANDS},
    **{(name, row[0]): row for name, rows, _ in GROUPS for row in rows},
}
PLAN = list(inspect.signature(plan).parameters)
DEFAULTS = {name: each.default for name, each in inspect.signature(plan).parameters.items()}


class Typed:
    """A command as typer builds it, which only notes what it is called with."""

    def __init__(self, row):
        self.function = find_at(row[1])
        self.noted = None

        def note(**arguments):
            self.noted = arguments
            return 0

        note.__name__ = self.function.__name__
        note.__signature__ = inspect.signature(self.function, eval_str=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("skillgap.cli.app.find_at", self.find(note, row))
            self.command = build_command(row)

    @staticmethod
    def find(note, row):
        return lambda place: note if place == row[1] else find_at(place)

    def read(self, words):
        """What typer gives the command, None where it does not call it."""
        self.noted = None
        try:
            self.command.main(args=list(words), prog_name="skillgap", standalone_mode=False)
        except typer.TyperException:
            return None
        return self.noted


TYPED = {path: Typed(row) for path, row in ROWS.items()}


def words_for(path):
    """Command lines: options of a command with and without values, arguments, and slips."""
    function = TYPED[path].function
    names = [
        each
        for parameter in inspect.signature(function).parameters
        for each in option_names(parameter)
    ]
    values = st.sampled_from(
        ["", "sql", "excel:3, sql", "-", "5", "a=b", "é", "x y", "--role", "-3"]
    )
    option = st.sampled_from([*names, "--help", "--", "-x", "--nonsense", "-h"])
    slip = st.sampled_from([each[:-1] for each in names] or ["--hel"])
    word = st.one_of(
        option,
        values,
        st.builds("{}={}".format, option, values),
        slip,
        st.builds("{}{}".format, option, values),
    )
    pair = st.tuples(st.sampled_from(names or ["--help"]), values)
    return st.lists(st.one_of(pair, pair, pair, st.tuples(word)), max_size=6).map(
        lambda parts: [each for part in parts for each in part]
    )


def test_there_is_something_to_read():
    assert len(ROWS) > 10
    assert len(PLAN) > 30


@pytest.mark.parametrize("path", ROWS, ids=" ".join)
def test_every_option_by_itself_is_read_as_typer_reads_it(path):
    typed = TYPED[path]
    parameters = inspect.signature(typed.function).parameters
    needed = ["x" for each in parameters.values() if each.default is each.empty]
    read = 0
    for name, each in parameters.items():
        if each.kind is not each.KEYWORD_ONLY:
            continue
        for option in option_names(name):
            words = [*needed, option] if each.annotation == "bool" else [*needed, option, "value"]
            arguments = read_arguments(typed.function, words)
            assert arguments is not None, words
            assert repr(sorted(arguments.items())) == repr(sorted(typed.read(words).items()))
            read += 1
    assert read >= sum(each.kind is each.KEYWORD_ONLY for each in parameters.values())


@pytest.mark.parametrize("path", ROWS, ids=" ".join)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_plain_line_is_read_as_typer_reads_it(path, data):
    words = data.draw(words_for(path))
    arguments = read_arguments(TYPED[path].function, words)
    if arguments is not None:
        said = TYPED[path].read(words)
        assert said is not None, words
        assert repr(sorted(arguments.items())) == repr(sorted(said.items()))


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["--version"],
        ["--help"],
        ["plan", "--help"],
        ["plan", "-h"],
        ["pln"],
        ["catalog"],
        ["cache", "nonsense"],
        ["plan", "stray"],
        ["plan", "--rol", "x"],
        ["plan", "--role"],
        ["plan", "--role", "--why"],
        ["plan", "--role", "-x"],
        ["plan", "--why=yes"],
        ["plan", "-ofile"],
        ["plan", "-o=file"],
        ["plan", "--", "x"],
        ["show"],
        ["import", "csv", "a", "b"],
        ["schema", "catalog", "role"],
    ],
    ids=" ".join,
)
def test_any_other_line_is_left_to_typer(line):
    assert read_line(line) is None


def test_a_plain_line_gives_every_argument():
    line = ["plan", "--role=data analyst", "--have", "sql", "--why", "--have", "excel:3", "-o", "-"]
    assert read_line(line) == (
        plan,
        {
            **DEFAULTS,
            "role": "data analyst",
            "have": ["sql", "excel:3"],
            "why": True,
            "output": "-",
        },
    )


def test_a_command_of_a_group_is_found():
    command, arguments = read_line(["catalog", "diff", "old.yaml", "new.yaml"])
    assert command is find_at("skillgap.cli.catalog:diff")
    assert arguments == {"old": "old.yaml", "new": "new.yaml", "form": "text", "output": None}


def test_completion_is_left_to_typer(monkeypatch):
    monkeypatch.setenv(COMPLETION, "complete_bash")
    assert read_line(["plan", "--role", "x"]) is None


def test_what_windows_expands_is_left_to_typer(monkeypatch):
    monkeypatch.setattr(os, "name", "nt")
    assert read_line(["show", "sql*"]) is None
    assert read_line(["show", "sql"]) is not None


def test_a_plain_line_runs_without_typer(monkeypatch, capsys):
    def refuse(_):
        raise AssertionError

    monkeypatch.setattr("skillgap.cli.app.run_by_typer", refuse)
    assert main(["explain", "SG302"]) == 0
    assert "SG302" in capsys.readouterr().out


def test_a_reader_that_is_gone_is_no_fault():
    def broken():
        raise BrokenPipeError

    assert main_module.run_plain(broken, {}) == 0
