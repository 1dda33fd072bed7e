import pytest

from skillgap.matching.doubts import is_doubtful, is_no_slip, is_slip
from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.query import read_query

INDEX = MatchIndex.build(
    [
        Entry("inventor", "Autodesk Inventor"),
        Entry("project-management", "Project management"),
        Entry("canva", "Canva"),
        Entry("coaching", "Coaching"),
        Entry("it-support", "IT support", ("help desk",)),
        Entry("hr", "Human resources", ("HR",)),
        Entry("azure", "Microsoft Azure", ("Azure",)),
        Entry("active-directory", "Active Directory", ("AD",)),
        Entry("google-cloud", "Google Cloud", ("Google Cloud Platform",)),
        Entry("usability-testing", "Usability testing", ("usability studies",)),
        Entry("spring", "Spring Framework", ("Spring Boot",)),
        Entry("tensorflow", "TensorFlow"),
        Entry("kubernetes", "Kubernetes"),
        Entry("databases", "Relational databases", ("relational database management systems",)),
        Entry("negotiation", "Negotiation"),
        Entry("networking", "Computer networking", ("networking",)),
    ]
)


def row_of(name):
    return INDEX.names.index(name)


def query_of(text):
    return read_query(text, INDEX.word_rows)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("inventory", "inventor"),
        ("canvas", "canva"),
        ("caching", "coaching"),
        ("hr help desk", "help desk"),
        ("microsoft azure ad", "microsoft azure"),
        ("cloud platforms", "cloud platform"),
        ("stability studies", "usability studies"),
        ("tf-a", "tensorflow"),
        ("8x kubernetes", "kubernetes"),
        ("kubernetesx", "kubernetes"),
        ("networkings", "networking"),
    ],
)
def test_a_name_that_may_be_another_thing_is_doubtful(text, name):
    assert is_doubtful(INDEX, query_of(text), row_of(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("project managment", "project management"),
        ("kubernets", "kubernetes"),
        ("negotiations", "negotiation"),
        ("spring boot framework", "spring framework"),
        ("relational database systems", "relational database management systems"),
        ("microsoft azure", "microsoft azure"),
        ("azure xq", "azure"),
        ("kubernetes 1", "kubernetes"),
    ],
)
def test_a_name_that_says_the_same_is_not(text, name):
    assert not is_doubtful(INDEX, query_of(text), row_of(name))


@pytest.mark.parametrize(
    ("word", "other", "may_be"),
    [
        ("kubernets", "kubernetes", True),
        ("saprk", "spark", True),
        ("managment", "management", True),
        ("inventory", "inventor", False),
        ("solara", "solar", False),
        ("medtech", "edtech", False),
        ("robotxx", "robotics", False),
        ("qc", "qa", False),
        ("kubrnets", "kubernetes", True),
    ],
)
def test_a_hand_slips_within_a_word_that_is_none(word, other, may_be):
    assert is_slip(word, other) is may_be


@pytest.mark.parametrize(
    ("text", "name", "is_none"),
    [
        ("help dask", "help desk", False),
        ("helpdsk", "help desk", False),
        ("help desks", "help desk", True),
        ("help us desk", "help desk", True),
        ("active desk", "help desk", True),
        ("inventer", "inventor", True),
    ],
)
def test_of_a_title_only_a_mistyped_one_is_the_same(text, name, is_none):
    assert is_no_slip(INDEX, query_of(text), row_of(name)) is is_none
