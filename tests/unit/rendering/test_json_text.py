import json

import pytest

from skillgap.rendering.json_values import amount, finite, share, to_json, to_json_line


def test_text_is_cleaned_and_keys_keep_their_order():
    assert to_json({"b": "\x1b[31mé\x00", "a": [1, None]}) == (
        '{\n  "b": "é",\n  "a": [\n    1,\n    null\n  ]\n}\n'
    )


def test_ascii_says_the_same():
    text = to_json({"title": "数据"}, ascii_only=True)
    assert text.isascii()
    assert json.loads(text) == {"title": "数据"}


def test_one_line_has_no_newline():
    assert to_json_line({"a": "two\nlines"}) == '{"a": "two lines"}'


def test_what_json_cannot_say_is_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json({"a": float("nan")})


def test_amounts_have_two_decimals_at_most():
    assert [amount(each) for each in (49.0, 49.5, 1.239)] == [49, 49.5, 1.24]
    assert isinstance(amount(49.0), int)


def test_shares_are_whole_only_where_they_are():
    assert [share(each) for each in (0, 0.00001, 0.33333, 0.99999, 1)] == [
        0.0,
        0.0001,
        0.3333,
        0.9999,
        1.0,
    ]


def test_infinity_is_nothing():
    assert [finite(float("inf")), finite(-0.0), finite(1.5)] == [None, 0.0, 1.5]
