from __future__ import annotations

import shlex

import pytest

from skillgap.cli.typer_app import in_shell_lines

EXAMPLE = 'skillgap plan --role "cloud engineer" --prefer cheapest --format json -o plan.json'


def test_an_example_is_broken_where_a_shell_reads_on():
    assert in_shell_lines(EXAMPLE, 40) == [
        'skillgap plan --role "cloud engineer" \\',
        "    --prefer cheapest --format json -o \\",
        "    plan.json",
    ]
    assert in_shell_lines("", 40) == [""]


@pytest.mark.parametrize("width", range(24, 90))
def test_a_broken_example_is_the_same_command_and_fits(width):
    lines = in_shell_lines(EXAMPLE, width)
    assert max(map(len, lines)) <= width
    assert shlex.split("\n".join(lines).replace("\\\n", "")) == shlex.split(EXAMPLE)
