from __future__ import annotations

import pytest

from skillgap.diagnostics.diagnostic import diagnose
from skillgap.diagnostics.location import Location
from skillgap.loading.check.suppressions import suppressions_of, without_suppressed
from skillgap.loading.yaml.document import Document
from skillgap.loading.yaml.reader import CATALOG_LIMITS


def document(text):
    return Document("c.yaml", text, CATALOG_LIMITS)


def found_in(text):
    return [
        (each.code, each.location.line, each.location.column)
        for each in suppressions_of(document(text))
    ]


def test_a_comment_may_name_several_codes():
    assert found_in("a: 1  # skillgap: ignore SG306, SG405\n") == [
        ("SG306", 1, 26),
        ("SG405", 1, 33),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'a: "# skillgap: ignore SG306"\n',
        "a: 'it # skillgap: ignore SG306'\n",
        "a: |\n  b  # skillgap: ignore SG306\n",
        "a: b#skillgap: ignore SG306\n",
        "a: {b: ['c # skillgap: ignore SG306']}\n",
        "? 'a # skillgap: ignore SG306'\n: 1\n",
        "a: 1\na: 'b # skillgap: ignore SG306'\n",
        "a: 1\n---\nb: 'c # skillgap: ignore SG306'\n",
        "? 'a # skillgap: ignore\u0301'\n: 1\n",
        "a: 1  # skillgap: ignored SG306\n",
    ],
)
def test_what_is_no_comment_of_ours_suppresses_nothing(text):
    assert found_in(text) == []


def told(code, line):
    return diagnose(code, "x", location=Location("c.yaml", line, 1))


def test_only_the_code_on_the_line_is_left_out():
    text = "a: 1  # skillgap: ignore SG306\nb: 1\n"
    left, wrong = without_suppressed(
        [told("SG306", 1), told("SG307", 1), told("SG306", 2)], [document(text)]
    )
    assert [(each.code, each.location.line) for each in left] == [("SG307", 1), ("SG306", 2)]
    assert wrong == ()


def test_an_error_that_keeps_a_record_from_being_read_is_not_left_out():
    text = "a: 1  # skillgap: ignore SG203\n"
    left, wrong = without_suppressed([told("SG203", 1)], [document(text)])
    assert [each.code for each in left] == ["SG203"]
    assert [(each.code, each.message) for each in wrong] == [
        ("SG114", "`SG203` cannot be suppressed")
    ]


def test_an_unused_comment_is_mended_by_deleting_it():
    (wrong,) = without_suppressed([], [document("a: 1  # skillgap: ignore SG306\n")])[1]
    assert (wrong.code, wrong.location, wrong.replacement) == (
        "SG113",
        Location("c.yaml", 1, 7, 24),
        "",
    )


def test_a_comment_is_told_from_a_text_that_looks_like_one():
    text = "a: 'x # skillgap: ignore SG306'  # skillgap: ignore SG307\n"
    assert found_in(text) == [("SG307", 1, 53)]


def test_a_file_that_is_no_yaml_has_comments_all_the_same():
    assert found_in("a: [  # skillgap: ignore SG306\n") == [("SG306", 1, 26)]
