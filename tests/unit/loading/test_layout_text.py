from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.loading.shipped import shipped_catalog_file, shipped_role_files
from skillgap.loading.write.format import in_any_order, laid_out
from skillgap.loading.yaml.document import Document, read_document
from skillgap.loading.yaml.reader import CATALOG_LIMITS, read_plain_data

UNTIDY = """\
# Head of the file

# still the head
schema_version: 1
skills:   # beside skills
  # above zebra
  - {label: Zebra, id: zebra}  # beside zebra

  # above apple
  - label: 'Apple'
    id: apple
    # above kind
    kind: tool  # beside kind
    aliases: [b, # inside
              "#a"]
currency: "USD" # money
issuers: []
# the end
"""

TIDY = """\
# Head of the file
# still the head
schema_version: 1
currency: USD  # money

skills:  # beside skills
  # above apple
  - id: apple
    label: Apple
    # above kind
    kind: tool  # beside kind
    aliases:
      - b  # inside
      - "#a"
  # above zebra
  - id: zebra  # beside zebra
    label: Zebra

issuers: []
# the end
"""


def laid(text, **options):
    return laid_out(Document("c.yaml", text, CATALOG_LIMITS), **options)


def test_order_and_layout_are_one_and_every_comment_is_kept():
    assert laid(UNTIDY) == TIDY
    assert laid(TIDY) == TIDY


def test_records_may_stay_where_they_stand():
    text = "schema_version: 1\n\nskills:\n  - id: b\n    label: B\n\n  - id: a\n    label: A\n"
    assert laid(text, keep_order=True) == text


@pytest.mark.parametrize(
    "text",
    ["a: [", "a: &x 1\nb: *x\n", "a: !!str 1\n", "a: 1\na: 2\n", "- a\n", "skills: [sql]\n"],
    ids=["no yaml", "anchor", "tag", "duplicate", "list", "learner"],
)
def test_what_cannot_be_laid_out_is_left(text):
    assert laid(text) is None


def test_values_keep_their_kind():
    text = (
        "schema_version: 1\nskills:\n- {id: 'no', label: \"1\", aliases: ['2025-03-01', 'a: b',"
        " 'x # y', '', ' z', 'null', O*NET, 'é']}\n"
    )
    assert laid(text) == (
        'schema_version: 1\n\nskills:\n  - id: "no"\n    label: "1"\n'
        '    aliases: ["2025-03-01", "a: b", "x # y", "", " z", "null", "O*NET", "é"]\n'
    )


@pytest.mark.slow
def test_the_shipped_data_means_the_same_afterwards_and_is_then_laid_out():
    files = [shipped_catalog_file(), *shipped_role_files()[:5]]
    assert len(files) > 3
    for file in files:
        document = read_document(file, CATALOG_LIMITS)
        text = laid_out(document)
        assert laid(text) == text


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-99, 9999), st.text(max_size=12), st.floats(0, 99)
)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abc -:#'", min_size=1, max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["skills", "price", "x", "notes"]), TREES, max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_is_laid_out_means_the_same(data):
    import yaml

    text = yaml.safe_dump({"schema_version": 1, **data}, allow_unicode=True)
    read, problems = read_plain_data(text, CATALOG_LIMITS)
    result = laid(text)
    if result is None:
        return
    again, _ = read_plain_data(result, CATALOG_LIMITS)
    assert not problems
    assert in_any_order(again) == in_any_order(read)
    assert laid(result) == result
