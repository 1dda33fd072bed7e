from __future__ import annotations

from skillgap.diagnostics.diagnostic import diagnose
from skillgap.diagnostics.location import Location
from skillgap.rendering.findings.machine import concise_text, github_text

FOUND = diagnose(
    "SG302", "unknown skill `a%b`", location=Location("a,b:c.yaml", 2, 5, 3), hint="write `sql`"
)


def test_one_line_says_it_all():
    assert concise_text([FOUND]) == (
        "a,b:c.yaml:2:5: error[SG302] unknown skill `a%b` (write `sql`)\n"
    )


def test_an_annotation_escapes_what_would_end_it():
    assert github_text([FOUND]) == (
        "::error file=a%2Cb%3Ac.yaml,line=2,col=5,endColumn=8,title=SG302 unknown-skill"
        "::unknown skill `a%25b`%0Ahint: write `sql`\n"
    )


def test_without_a_place_only_the_message_is_told():
    assert concise_text([diagnose("SG901", "ours")]) == "error[SG901] ours\n"
    assert github_text([diagnose("SG901", "ours")]) == "::error title=SG901 internal-fault::ours\n"


def test_severities_have_words_of_their_own():
    told = github_text([diagnose("SG306", "x"), diagnose("SG425", "y")])
    assert [each.split(" ")[0] for each in told.splitlines()] == ["::warning", "::notice"]
