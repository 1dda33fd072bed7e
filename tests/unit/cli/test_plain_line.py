"""Plain command lines mean what typer makes of them, or are left to it."""

from __future__ import annotations

import datetime as dt
import inspect
import os

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.cli import main as main_module
from skillgap.cli.command_table import COMMANDS, GROUPS, find_at
from skillgap.cli.commands.plan import plan
from skillgap.cli.main import COMPLETION, main, read_line
from skillgap.cli.signature import describe, option_name, read_values, read_words
from skillgap.cli.typer_app import build_command, declare
from skillgap.errors import UserError

ROWS = {
    **{(row[0],): row for row in COMMANDS},
    **{(name, row[0]): row for name, rows, _ in GROUPS for row in rows},
}


class Typed:
    """A command as typer builds it, which only notes what it is given."""

    def __init__(self, row):
        self.function = find_at(row[1])
        self.noted = None
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("skillgap.cli.typer_app.declare", self.declare)
            self.command = build_command(row)

    def declare(self, command):
        """Declare a command as it is, and note what typer calls it with."""

        def note(**typed):
            self.noted = typed
            return 0

        note.__signature__ = declare(command).__signature__
        note.__annotations__ = {
            name: each.annotation for name, each in note.__signature__.parameters.items()
        }
        return note

    def read(self, words):
        """What typer gives the command, None where it does not call it."""
        self.noted = None
        try:
            self.command.main(args=list(words), prog_name="skillgap", standalone_mode=False)
        except typer.TyperException:
            return None
        return self.noted


def same(typed, plain, function):
    """Whether both give a command the same: what typer adds are the defaults of the command."""
    defaults = inspect.signature(function).parameters
    added = {
        name: value
        for name, value in typed.items()
        if name not in plain and value is not None and value != defaults[name].default
    }
    return not added and {name: typed[name] for name in plain} == plain


TYPED = {path: Typed(row) for path, row in ROWS.items()}


def names_of(function, parameter):
    """The names of the option that a parameter is set by."""
    also = describe(function, parameter)[1].also
    return [option_name(parameter), *filter(None, [also])]


def words_for(path):
    """Command lines: options of a command with and without values, arguments, and slips."""
    function = TYPED[path].function
    names = [
        each
        for parameter in inspect.signature(function).parameters
        for each in names_of(function, parameter)
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
    assert len(inspect.signature(plan).parameters) > 30


@pytest.mark.parametrize("path", ROWS, ids=" ".join)
def test_every_option_by_itself_is_read_as_typer_reads_it(path):
    typed = TYPED[path]
    parameters = inspect.signature(typed.function).parameters
    needed = ["x" for each in parameters.values() if each.default is each.empty]
    read = 0
    for name, each in parameters.items():
        if each.kind is not each.KEYWORD_ONLY:
            continue
        for option in names_of(typed.function, name):
            words = (
                [*needed, option]
                if describe(typed.function, name)[0] is bool
                else [*needed, option, "value"]
            )
            plain = read_words(typed.function, words)
            assert plain is not None, words
            assert name in plain
            assert same(typed.read(words), plain, typed.function)
            read += 1
    assert read >= sum(each.kind is each.KEYWORD_ONLY for each in parameters.values())


@pytest.mark.parametrize("path", ROWS, ids=" ".join)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_plain_line_is_read_as_typer_reads_it(path, data):
    words = data.draw(words_for(path))
    plain = read_words(TYPED[path].function, words)
    if plain is not None:
        typed = TYPED[path].read(words)
        assert typed is not None, words
        assert same(typed, plain, TYPED[path].function), words


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


def test_a_plain_line_gives_what_is_typed():
    line = ["plan", "--role=data analyst", "--have", "sql", "--why", "--have", "excel:3", "-o", "-"]
    typed = {"role": "data analyst", "have": ["sql", "excel:3"], "why": True, "output": "-"}
    assert read_line(line) == (plan, typed)


def test_what_is_typed_is_read_once_into_values():
    typed = {"have": ["sql", "excel:3"], "budget": "12.50", "max_credentials": "2", "by": None}
    assert read_values(plan, {**typed, "start": "2026-01-05", "format_": "JSON"}) == {
        "have": ("sql", "excel:3"),
        "budget": 12.5,
        "max_credentials": 2,
        "start": dt.date(2026, 1, 5),
        "format_": "json",
    }


def test_of_several_slips_the_first_of_the_signature_is_told():
    with pytest.raises(UserError, match="`--budget` cannot be negative"):
        read_values(plan, {"hours": "many", "budget": "-1"})


def test_an_option_that_goes_with_another_needs_it():
    with pytest.raises(UserError, match="`--limit` goes with `--near`"):
        read_values(find_at("skillgap.cli.commands.roles:roles"), {"limit": "many"})
    typed = {"exact": True, "tradeoff": True, "why": False}
    assert read_values(plan, typed) == {"exact": True, "tradeoff": True}
    with pytest.raises(UserError, match="`--exact` goes with `--tradeoff`"):
        read_values(plan, {"exact": True, "tradeoff": False})


@pytest.mark.parametrize("path", ROWS, ids=" ".join)
def test_every_parameter_says_what_it_is(path):
    function = TYPED[path].function
    for name, each in inspect.signature(function).parameters.items():
        kind, said, *_ = describe(function, name)
        assert said.help.endswith(".")
        assert (kind is bool) == (said.placeholder is None) == (each.default is False)


def test_a_command_of_a_group_is_found():
    command, typed = read_line(["catalog", "diff", "old.yaml", "new.yaml"])
    assert command is find_at("skillgap.cli.commands.catalog:diff")
    assert typed == {"old": "old.yaml", "new": "new.yaml"}


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

    monkeypatch.setattr("skillgap.cli.typer_app.run_by_typer", refuse)
    assert main(["explain", "SG302"]) == 0
    assert "SG302" in capsys.readouterr().out


def test_a_reader_that_is_gone_is_no_fault():
    def broken():
        raise BrokenPipeError

    assert main_module.run_plain(broken, {}) == 0
