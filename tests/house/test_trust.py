"""Every promise of the page on trust has its test, and every hook and action does what it says."""

from __future__ import annotations

import re

import yaml

from skillgap.cli.main import main

TEST = re.compile(r"`(?:(tests/[\w/.]+\.py))?(?:::(\w+))?`")


def test_every_promise_names_a_test_that_is_there(root):
    page = (root / "docs/explanation/trust.md").read_text(encoding="utf-8")
    rows = [each for each in page.splitlines() if each.startswith("| ") and "tests/" in each]
    assert len(rows) > 12
    for row in rows:
        file = ""
        named = [found for found in TEST.findall(row.split(" | ")[-1]) if any(found)]
        assert named, row
        for name, function in named:
            file = name or file
            text = (root / file).read_text(encoding="utf-8")
            assert not function or f"def {function}(" in text, (file, function)


def test_the_hooks_run_commands_that_there_are(root, tmp_path, monkeypatch, capsys):
    (tmp_path / "catalog.yaml").write_text("schema_version: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert len(hooks) == 2
    for hook in hooks:
        words = [*hook["entry"].split(), *hook["args"]]
        assert words[0] == "skillgap"
        assert main(words[1:]) == 0
    capsys.readouterr()


def test_the_action_puts_no_input_into_the_text_of_a_script(root):
    action = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    scripts = [each["run"] for each in action["runs"]["steps"] if "run" in each]
    assert len(scripts) == 2
    assert not [each for each in scripts if "${{" in each]
    used = {name for each in action["runs"]["steps"] for name in each.get("env", {})}
    assert {"PATHS", "FORM", "STRICT", "SELECT", "IGNORE", "OUTPUT"} <= used
