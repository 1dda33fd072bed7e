import msgspec

from skillgap.rendering.layout.terminal import ASCII, UNICODE
from skillgap.text import columns


def test_the_stand_ins_are_ascii():
    assert all(value.isascii() for value in msgspec.structs.astuple(ASCII))


def test_both_sets_take_the_same_columns():
    assert [columns(each) for each in msgspec.structs.astuple(UNICODE)] == [
        columns(each) for each in msgspec.structs.astuple(ASCII)
    ]
