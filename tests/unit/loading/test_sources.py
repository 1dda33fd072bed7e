from __future__ import annotations

import pytest

from skillgap.loading.sources import find_mentions


@pytest.mark.parametrize(
    ("section", "record", "expected"),
    [
        ("skills", {"broader": ["a"]}, [("skills", "a", ("broader", 0))]),
        (
            "credentials",
            {
                "issuer": "i",
                "awards": [{"skill": "a", "level": "high"}, "b", {"skill": 3}],
                "prerequisites": {
                    "skills": [{"skill": "c"}, {"any_of": ["d", 1]}],
                    "credentials": ["e", {"any_of": ["f"]}],
                },
                "corequisites": ["g"],
                "recommends": "h",
            },
            [
                ("issuers", "i", ("issuer",)),
                ("skills", "a", ("awards", 0, "skill")),
                ("skills", "c", ("prerequisites", "skills", 0, "skill")),
                ("skills", "d", ("prerequisites", "skills", 1, "any_of", 0)),
                ("credentials", "e", ("prerequisites", "credentials", 0)),
                ("credentials", "f", ("prerequisites", "credentials", 1, "any_of", 0)),
                ("credentials", "g", ("corequisites", 0)),
            ],
        ),
        (
            "stacks",
            {
                "all_of": ["a"],
                "choose": {"from": ["b"]},
                "discount": {"members": ["c"]},
                "awards": [{"credential": "d"}, {"skill": "e"}],
            },
            [
                ("credentials", "a", ("all_of", 0)),
                ("credentials", "b", ("choose", "from", 0)),
                ("credentials", "d", ("awards", 0, "credential")),
                ("skills", "e", ("awards", 1, "skill")),
                ("credentials", "c", ("discount", "members", 0)),
            ],
        ),
        (
            "roles",
            {"requirements": [{"any_of": ["a"]}, {"skill": "b"}], "related": ["c"]},
            [
                ("skills", "a", ("requirements", 0, "any_of", 0)),
                ("skills", "b", ("requirements", 1, "skill")),
                ("roles", "c", ("related", 0)),
            ],
        ),
        ("issuers", {"id": "a", "issuer": "b"}, []),
        ("skills", ["broader"], []),
    ],
)
def test_every_mention_is_found_with_its_place(section, record, expected):
    assert list(find_mentions(section, record)) == expected


def test_what_is_no_id_is_left_to_the_shape():
    record = {"issuer": "Open Lab", "awards": [{"skill": "Data Viz"}, {"skill": "sql"}]}
    assert list(find_mentions("credentials", record)) == [("skills", "sql", ("awards", 1, "skill"))]
