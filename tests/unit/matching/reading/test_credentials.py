import pytest

from skillgap.matching.reading.credentials import find_credentials, index_credentials

FORMS = (
    "{name}",
    "{lower}",
    "{name}.",
    "{name} certified",
    "Certified {name}",
    "{name} certification",
    "{name} cert",
    "{issuer} {name}",
    "{spaced}",
    "{glued}",
    "{name}s",
    "{name} (2023)",
)
"""Twelve ways of writing one name."""


@pytest.fixture(scope="module")
def names(catalog):
    return index_credentials(catalog)


def written(name, issuer):
    shapes = {
        "name": name,
        "lower": name.lower(),
        "issuer": issuer,
        "spaced": name.replace("-", " "),
        "glued": name.replace("-", "").replace(" ", ""),
    }
    return [form.format(**shapes) for form in FORMS]


def test_aliases_are_recognized_however_they_are_written(catalog, names):
    tried = known = asked = 0
    for credential in catalog.credentials.values():
        issuer = catalog.issuers[credential.issuer].name
        for alias in credential.aliases:
            for text in written(alias, issuer):
                found, _ = find_credentials(names, text)
                tried += 1
                known += credential.id in {each.id for each in found}
                asked += len(found) > 1
    assert tried > 2900
    assert known / tried >= 0.97
    assert asked / tried <= 0.05


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("AWS SAA", ["aws-solutions-architect-associate"]),
        ("SAA", []),
        ("aws solutions architect associate", ["aws-solutions-architect-associate"]),
        ("Security plus", ["comptia-security-plus"]),
        ("CompTIA A +", ["comptia-a-plus"]),
        ("CFA level 1", ["cfa-level-1"]),
        ("OSCP", ["offsec-oscp"]),
        ("CCNA", ["cisco-ccna"]),
        ("CEM", ["aee-cem", "iaem-cem"]),
        ("internal auditor", []),
        ("Certified Internal Auditor", ["iia-cia"]),
        ("SQL", []),
        ("", []),
        ("the", []),
    ],
)
def test_a_name_is_a_credential_or_none(names, text, ids):
    found, _ = find_credentials(names, text)
    assert [each.id for each in found] == ids


def test_what_is_kept_beside_the_catalog_is_what_is_made(catalog, names):
    from skillgap.matching.reading.credentials import name_credentials

    made = name_credentials(catalog)
    assert (list(names.ids), list(names.said), names.plain) == (made.ids, made.said, made.plain)
    assert {key: list(names.keys[key]) for key in made.keys} == made.keys
    assert {key: list(names.issuers[key]) for key in made.issuers} == made.issuers
