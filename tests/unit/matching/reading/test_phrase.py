import pytest

from skillgap.api import read_phrases

PARAGRAPH = """
Experienced data analyst with 6 years of experience in SQL, Python and Tableau. Built dashboards
in Power BI for the finance team. Fluent in Spanish. B.Sc. in Statistics. Currently learning
Kubernetes; no experience with Java.
"""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("SQL, Python, and R", ["`sql`", "`python`", "`r`"]),
        ("diversity, equity, and inclusion, SQL", ["`diversity-inclusion`", "`sql`"]),
        ("SQL, jr.", ["`sql` 2"]),
        ("Excel, SQL (5/5), some R", ["`excel`", "`sql` 5", "`r` 2"]),
        ("expert in Excel, SQL, R", ["`excel` 5", "`sql` 5", "`r` 5"]),
        ("expert in Excel, some SQL, R", ["`excel` 5", "`sql` 2", "`r`"]),
        ("no Java, Python or C++", ["`java`, negated", "`python`, negated", "`cpp`, negated"]),
        ("SQL, never used Docker, Excel", ["`sql`", "`docker`, negated", "`excel`"]),
        ("never used Docker, Excel", ["`docker`, negated", "`excel`, negated"]),
        ("SQL, want to learn R, Excel", ["`sql`", "`r`, wanted", "`excel`"]),
        ("no Java, Python", ["`java`, negated", "`python`"]),
        ("not only SQL but also Python", ["`sql`", "`python`"]),
        ("Beginner - Python, R", ["`python` 1", "`r` 1"]),
        ("Skills: SQL (5 years); Python", ["`sql` 4", "`python`"]),
        ("CSM, PMP", ["`scrum-alliance-csm` (credential)", "`pmi-pmp` (credential)"]),
        ("CSM", ["asked"]),
        ("clinical trials, GCP", ["`clinical-trials`", "`good-clinical-practice`"]),
        ("AWS, GCP", ["`aws`", "`google-cloud`"]),
        ("GCP", ["asked"]),
        ("SOC 2", ["asked"]),
        ("master\x92s degree in Finance", ["`Master's degree` (education)"]),
        ("English (native), German B2", ["`English` 5 (language)", "`German` 4 (language)"]),
        ("I excel at teamwork", ["asked"]),
        ("  ", ["not understood"]),
        ("12345", ["not understood"]),
        ("NoSQL", ["`nosql`"]),
    ],
)  # fmt: skip
def test_a_phrase_gives_its_parts(read, text, parts):
    assert read(text) == parts


def test_a_paragraph_gives_its_skills(read):
    assert read(PARAGRAPH) == [
        "`data-analyst` 4 (role)",
        "`sql` 4",
        "`python` 4",
        "`tableau` 4",
        "asked",
        "`power-bi`",
        "`Spanish` 4 (language)",
        "`Bachelor's degree` (education)",
        "`kubernetes` 1",
        "`java`, negated",
    ]


def test_headings_on_lines_of_their_own_hold_until_the_next(read):
    assert read("Expert:\n- SQL\n- R\nWant to learn:\n- Go") == ["`sql` 5", "`r` 5", "`go`, wanted"]


def test_only_the_kinds_that_are_asked_for_are_found(read):
    assert read("SHRM-CP and SQL", kind="skill") == ["not understood", "`sql`"]
    assert read("PMP", kind="credential") == ["`pmi-pmp` (credential)"]
    assert read("data analyst", kind="role") == ["`data-analyst` (role)"]


def test_every_id_is_taken_as_it_is_printed(catalog):
    for ids, kind in (
        (catalog.skills, "skill"),
        (catalog.credentials, "credential"),
        (catalog.roles, "role"),
    ):
        found = {each.query: each.only for each in read_phrases(catalog, ids)}
        wrong = {id_ for id_, part in found.items() if part.id != id_}
        others = {id_ for id_, part in found.items() if part.kind != kind}
        assert wrong == set()
        assert others == {id_ for id_ in ids if kind != "skill" and id_ in catalog.skills}


def test_a_level_rides_with_every_id(catalog):
    texts = [f"{id_}:3" for id_ in catalog.skills]
    assert {part.level for each in read_phrases(catalog, texts) for part in each.parts} == {3}


def test_a_choice_of_the_person_goes_before(catalog):
    (found,) = read_phrases(catalog, ["PM:4"], choices={"pm": "product-management"})
    assert (found.only.id, found.only.level, found.only.method) == (
        "product-management",
        4,
        "choice",
    )


def test_without_a_clock_a_year_says_no_level(catalog):
    (found,) = read_phrases(catalog, ["SQL since 2015"])
    assert (found.only.id, found.only.level, found.only.level_said) == ("sql", None, "since 2015")


def test_a_question_names_at_most_five(catalog):
    (found,) = read_phrases(catalog, ["AWS certified"])
    assert found.only.status == "ambiguous"
    assert len(found.only.runners_up) == 5
