import json
from types import SimpleNamespace
from typing import Annotated

import pytest
from msgspec import UNSET, UnsetType

from skillgap.rendering.json_values import (
    Amount,
    At,
    JsonStruct,
    Share,
    amount,
    finite,
    share,
    to_json,
    to_json_line,
)


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


class Paid(JsonStruct, frozen=True):
    price: Annotated[Amount, At("offer.price")]
    share: Share | None


class Shelf(JsonStruct, frozen=True):
    best: Paid | None
    every: tuple[Paid, ...]
    by_name: dict[str, Paid]
    note: str | UnsetType = UNSET


def paid(price, share):
    return SimpleNamespace(offer=SimpleNamespace(price=price), share=share)


def test_an_object_is_made_of_what_it_tells_of_down_to_the_last_key():
    source = SimpleNamespace(
        best=None, every=[paid(1.239, 0.99999)], by_name={"x\x1b[1m": paid(49.0, None)}, note="no"
    )
    assert to_json_line(Shelf.of(source)) == (
        '{"best": null, "every": [{"price": 1.24, "share": 0.9999}],'
        ' "by_name": {"x": {"price": 49, "share": null}}}'
    )


def test_what_is_given_stands_before_what_is_found():
    source = SimpleNamespace(best=paid(1, 1), every=(), by_name={})
    told = Shelf.of(source, best=Paid.of(None, price=2.5, share=0), note="yes")
    assert to_json_line(told) == (
        '{"best": {"price": 2.5, "share": 0.0}, "every": [], "by_name": {}, "note": "yes"}'
    )


def test_a_key_that_nobody_has_is_a_fault_of_ours():
    with pytest.raises(AttributeError):
        Paid.of(SimpleNamespace(offer=SimpleNamespace(price=1)))
