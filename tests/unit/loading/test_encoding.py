from __future__ import annotations

import gzip

import pytest

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.loading.yaml.text import decode


def told(content):
    found = decode(content, "a.yaml")
    assert isinstance(found, Diagnostic)
    return found.code, found.location.line, found.location.column, found.hint


def test_utf_8_is_read_with_and_without_its_mark():
    assert decode("Café\r\n😀".encode(), "a.yaml") == "Café\r\n😀"
    assert decode(b"\xef\xbb\xbfa: 1", "a.yaml") == "a: 1"


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_wide_encodings_are_refused(encoding):
    code, *_ = told("schema_version: 1\ntitle: Café\n".encode(encoding))
    assert code in ("SG110", "SG111")


def test_the_first_wrong_byte_is_pointed_at():
    assert told("a: é\nb: Caf".encode() + b"\xe9\n") == (
        "SG110",
        2,
        7,
        "save the file as UTF-8 (it may be in Latin-1)",
    )


@pytest.mark.parametrize("wrong", [b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80"])
def test_overlong_surrogate_and_stray_bytes_are_refused(wrong):
    assert told(b"a: " + wrong)[:3] == ("SG110", 1, 4)


@pytest.mark.parametrize("control", ["\0", "\x1b", "\x7f", "\x9b", "\x0c", "\ufffe"])
def test_control_characters_are_refused_with_their_place(control):
    assert told(f"a: 1\nb: x{control}y\n".encode()) == ("SG111", 2, 5, "delete the character")


def test_a_binary_file_is_called_one():
    assert "binary" in told(gzip.compress(b"a: 1" * 100))[3]


def test_lines_are_counted_as_editors_do():
    assert told("a\u2028b\r\nc\rd\x00".encode())[1:3] == (3, 2)


@pytest.mark.parametrize("number", range(128))
def test_what_ascii_yaml_does_not_allow_is_refused(number):
    content = b"a: |\n  b" + bytes([number]) + b"c\n"
    if number in (9, 10, 13) or 32 <= number < 127:
        assert decode(content, "a.yaml") == content.decode()
    else:
        assert told(content)[:3] == ("SG111", 2, 4)
