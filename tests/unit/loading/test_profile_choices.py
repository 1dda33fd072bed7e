from pathlib import Path

import pytest

from skillgap.loading.profile_file import load_profile_file, with_choices

CHOICE = {"pm": "project-management"}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("", "schema_version: 1\nchoices:\n  pm: project-management\n"),
        ("role: x  # why\n# end\n", "role: x  # why\n# end\nchoices:\n  pm: project-management\n"),
        ("role: x", "role: x\nchoices:\n  pm: project-management\n"),
        ("role: x\r\n", "role: x\r\nchoices:\r\n  pm: project-management\r\n"),
        ("  role: x\n", "  role: x\n  choices:\n    pm: project-management\n"),
        (
            "choices:\n    js: js # mine\n    # more\nby: null\n",
            "choices:\n    js: js # mine\n    pm: project-management\n    # more\nby: null\n",
        ),
        ("choices:\n  js: javascript", "choices:\n  js: javascript\n  pm: project-management\n"),
        ("choices: {js: javascript}\n", "choices: {js: javascript, pm: project-management}\n"),
        ("choices: {}  # none yet\n", "choices: {pm: project-management}  # none yet\n"),
        ("choices:\n  pm: gone # old\n", "choices:\n  pm: project-management # old\n"),
    ],
)
def test_a_choice_is_added_and_all_else_stays(text, changed):
    assert with_choices(text, CHOICE) == changed


def test_words_of_any_form_are_read_back(tmp_path):
    words = {'a "b": #c': "sql", "no": "sql", "{x": "sql", "1": "sql", "C#": "csharp"}
    file = tmp_path / "skillgap.yaml"
    file.write_text(with_choices("role: x\n", words) or "", encoding="utf-8")
    profile, diagnostics = load_profile_file(Path(file))
    assert profile is not None
    assert (dict(profile.choices), diagnostics) == (words, ())


@pytest.mark.parametrize(
    "text",
    [
        "{role: x}\n",
        "role: x\n...\n",
        "- a\n",
        "role: [\n",
        "choices:\n  ? js\n  : javascript\n",
        "choices: {\n  js: javascript,\n  ts: typescript\n}\n",
        "colour: red\n",
    ],
)
def test_what_cannot_be_added_to_is_left(text):
    assert with_choices(text, CHOICE) is None
