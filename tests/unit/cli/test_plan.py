import json

import pytest

from skillgap.cli.main import main

START = ("--start", "2026-11-02")


def test_full_coverage_is_0_and_less_is_1(run):
    assert run("plan", "--role", "data analyst", *START)[0] == 0
    assert run("plan", "--role", "data analyst", "--budget", "10", *START)[0] == 1


def test_the_same_question_gives_the_same_bytes(run):
    asked = ("plan", "--role", "data analyst", "--format", "json", *START)
    assert run(*asked) == run(*asked)


def test_a_file_gets_what_standard_output_would(run, world):
    asked = ("plan", "--role", "data analyst", "--format", "json", *START)
    told = run(*asked)[1]
    assert run(*asked, "-o", "plan.json") == (0, "", "")
    assert (world / "plan.json").read_text(encoding="utf-8") == told


def test_json_carries_what_a_script_needs(run):
    value = json.loads(run("plan", "--role", "data analist", "--format", "json", *START)[1])
    assert value["status"] == "optimal"
    assert value["role"]["matched"]["query"] == "data analist"
    assert value["steps"][0]["starts"] == "2026-11-02"
    assert value["totals"]["money"] == 400


def test_today_is_the_default_start(run, monkeypatch):
    value = json.loads(run("plan", "--role", "data analyst", "--format", "json")[1])
    assert value["steps"][0]["starts"] >= "2025-01-01"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("nowhere.yaml", None, 2),
        ("empty.yaml", b"", 1),
        ("binary.yaml", b"\x00\xff\xfe", 2),
        ("tab.yaml", b"schema_version: 1\nskills:\n\t- {id: a, label: A}\n", 1),
        ("unknown.yaml", b"schema_version: 1\nskils: []\n", 1),
    ],
)
def test_a_bad_catalog_is_told_with_its_place(world, capsys, name, content, code):
    if content is not None:
        (world / name).write_bytes(content)
    arguments = ["plan", "--role", "data analyst", "--catalog", name, "--roles", "roles"]
    assert main(arguments) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("error[SG")
    assert f"--> {name}" in told.err
