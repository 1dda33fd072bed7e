"""Bytes to text: UTF-8 or a clear refusal."""

from __future__ import annotations

import codecs

from skillgap.diagnostics.diagnostic import Diagnostic, diagnose
from skillgap.loading.invisible import NOT_ALLOWED_IN_YAML, character_name
from skillgap.loading.text_lines import TextLines

FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

SAVE_AS_UTF8 = "save the file as UTF-8"
NOT_A_TEXT = "this looks like a binary file: give a YAML file in UTF-8"
PLAIN_BYTES = bytes([9, 10, 13, *range(32, 127)])
"""ASCII, as far as YAML allows it."""

SNIFFED_BYTES = 512
"""How much of the beginning tells a binary file or UTF-16 without a mark."""


def decode(content: bytes, file: str) -> str | Diagnostic:
    """Decode a file's content; the byte order mark of UTF-8 is dropped.

    Another encoding, bytes that are no UTF-8, and characters that YAML does not allow are one
    diagnostic, at the first of them.
    """
    for mark, encoding in FOREIGN_MARKS:
        if content.startswith(mark):
            return refuse(file, "", f"the file is in {encoding}, not UTF-8", SAVE_AS_UTF8)
    start = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    sniffed = content[start : start + SNIFFED_BYTES]
    if looks_like_utf16(sniffed):
        return refuse(file, "", "the file seems to be in UTF-16, not UTF-8", SAVE_AS_UTF8)
    try:
        text = content[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        found = f"byte 0x{error.object[error.start]:02X} at offset {error.start + start}"
        hint = NOT_A_TEXT if is_binary(sniffed) else f"{SAVE_AS_UTF8} (it may be in Latin-1)"
        return refuse(file, before, f"the file is not UTF-8: {found}", hint)
    # deleting every plain byte is quicker than looking for another character by character
    if content.isascii() and not content.translate(None, PLAIN_BYTES):
        return text
    wrong = NOT_ALLOWED_IN_YAML.search(text)
    if wrong:
        found = character_name(wrong.group())
        hint = NOT_A_TEXT if is_binary(sniffed) else "delete the character"
        return refuse(file, text[: wrong.start()], f"control character {found}", hint, "SG111")
    return text


def looks_like_utf16(sniffed: bytes) -> bool:
    """Say whether every other byte is NUL, as in Latin text in UTF-16 without a mark."""
    even, odd = sniffed[0::2], sniffed[1::2]
    return len(sniffed) >= 4 and any(
        nul.count(0) > 0.8 * len(nul) and letters.count(0) < 0.2 * len(letters)
        for nul, letters in ((even, odd), (odd, even))
    )


def is_binary(sniffed: bytes) -> bool:
    """Say whether the beginning of a file is full of what no text holds."""
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sniffed)
    return controls > max(2, len(sniffed) / 20)


def refuse(file: str, before: str, message: str, hint: str, code: str = "SG110") -> Diagnostic:
    """Refuse a file at the place that `before` leads to."""
    lines = TextLines(before)
    return diagnose(code, message, location=lines.location(file, len(before), 1), hint=hint)
