import pytest

from skillgap.matching.normalize import normalize, squeeze


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("  Data   Analysis ", "data analysis"),
        ("CI/CD", "ci cd"),
        ("machine_learning", "machine learning"),
        ("C", "c"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("F#", "f#"),
        (".NET", ".net"),
        ("dot net", ".net"),
        ("ASP.NET Core", "asp .net core"),
        ("network", "network"),
        ("Node.js", "node js"),
        ("Notepad++", "notepad++"),
        ("CompTIA A+", "comptia a+"),
        ("a+b", "a b"),
        ("Children's care", "childrens care"),
        ("Children\u2019s care", "childrens care"),
        ("R\u00e9sum\u00e9 \u00c9criture", "resume ecriture"),
        ("\uff30\uff59\uff54\uff48\uff4f\uff4e", "python"),
        ("STRASSE Stra\u00dfe", "strasse strasse"),
        ("\u0939\u093f\u0928\u094d\u0926\u0940", "\u0939\u093f\u0928\u094d\u0926\u0940"),
        ("\u6570\u636e\u5206\u6790", "\u6570\u636e\u5206\u6790"),
        ("--- !!! ---", ""),
    ],
)
def test_spellings_of_one_name_meet(text, normal):
    assert normalize(text) == normal
    assert normalize(normal) == normal


def test_names_that_differ_by_a_symbol_stay_apart():
    names = ["C", "C++", "C#", "R", "Go", ".NET", "net", "F#"]
    assert len({normalize(name) for name in names}) == len(names)


def test_squeezing_forgets_spaces_and_inner_dots():
    assert squeeze(normalize("Power BI")) == squeeze(normalize("PowerBI")) == "powerbi"
    assert squeeze(normalize("ASP.NET")) == squeeze(normalize("aspnet")) == "aspnet"
    assert squeeze(normalize(".NET")) == ".net"
