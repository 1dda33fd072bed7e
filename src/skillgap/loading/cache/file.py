"""A file of JSON lines that opens at a glance: a first line that says where everything stands."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from typing import IO, Any, Final, NoReturn, TypeVar
from zlib import crc32

import msgspec
from msgspec.json import Decoder

Value = TypeVar("Value")

FORMAT: Final = "skillgap-compiled-6"
HEADER_BYTES: Final = 4096
READ_WHOLE_BYTES: Final = 256 * 1024
"""A larger file is read where it is needed: a plan wants less than a hundredth of it."""

WORD: Final = 0xFFFFFFFF
PLACE_BYTES: Final = 28
"""Twelve hexadecimal digits of offset, eight of length and eight of checksum for each record."""

PLAIN: Final[Decoder[Any]] = msgspec.json.Decoder()
OPEN_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class DamagedError(ValueError):
    """What was read is not what was written, or was written by something else."""


class CompiledWriter:
    """Writes sections and records one after another, and last the first line.

    Why last: a file whose writing was broken off has no first line, and is none.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        """Write to a new binary stream that can seek."""
        self.stream = stream
        self.at = HEADER_BYTES
        self.sections: dict[str, list[int]] = {}
        stream.seek(HEADER_BYTES)

    def add_section(self, name: str, value: object) -> None:
        """Write a value that is read as a whole."""
        line = to_line(value)
        self.sections[name] = [self.at, len(line), crc32(line)]
        self.add_line(line)

    def add_records(self, name: str, records: Iterable[object]) -> None:
        """Write values that are read one by one, and where each stands."""
        places = []
        for record in records:
            line = to_line(record)
            places.append(f"{self.at:012x}{len(line):08x}{crc32(line):08x}")
            self.add_line(line)
        self.add_section(name, "".join(places))

    def add_line(self, line: bytes) -> None:
        """Write one line."""
        self.stream.write(line)
        self.stream.write(b"\n")
        self.at += len(line) + 1

    def finish(self, key: str) -> None:
        """Write the first line."""
        header = to_line({"format": FORMAT, "key": key, "size": self.at, "sections": self.sections})
        if len(header) >= HEADER_BYTES:
            message = f"the header takes {len(header)} bytes of {HEADER_BYTES}"
            raise ValueError(message)
        self.stream.seek(0)
        self.stream.write(header.ljust(HEADER_BYTES - 1) + b"\n")


def to_line(value: object) -> bytes:
    """Write a value as JSON on one line; a field of a record that has its default is left out."""
    return msgspec.json.encode(value)


class CompiledFile:
    """A file that was compiled from files with a key; every part is checked when it is read.

    Raises `DamagedError` at once where the file is cut off or has another key or format, and later
    for a part that is not what was written; `OSError` where the file cannot be read.
    """

    def __init__(self, file: str | os.PathLike[str], key: str) -> None:
        """Open the file and read its first line."""
        descriptor = os.open(file, OPEN_FLAGS)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                refuse("not a regular file")
            self.read = reader_of(descriptor, status.st_size)
            header = parse(self.read(0, HEADER_BYTES), PLAIN)
            if type(header) is not dict or header.get("format") != FORMAT:
                refuse("another format")
            if header.get("key") != key or header.get("size") != status.st_size:
                refuse("another key, or cut off")
            sections = header.get("sections")
            if type(sections) is not dict:
                refuse("no sections")
            self.sections: dict[str, Any] = sections
        except BaseException:
            os.close(descriptor)
            raise
        if status.st_size <= READ_WHOLE_BYTES or not hasattr(os, "pread"):
            os.close(descriptor)
        else:
            import weakref

            weakref.finalize(self, os.close, descriptor)
        self.places: dict[str, bytes] = {}

    def section(self, name: str, decoder: Decoder[Value] = PLAIN) -> Value:
        """Return a value that was written as a whole."""
        return parse(self.section_bytes(name), decoder)

    def section_bytes(self, name: str) -> bytes:
        """Return the bytes of a section."""
        place = self.sections.get(name)
        if type(place) is not list or [type(each) for each in place] != [int, int, int]:
            refuse(f"no section {name}")
        return self.checked(*place)

    def record(self, name: str, position: int, decoder: Decoder[Value] = PLAIN) -> Value:
        """Return one of the values that were written one by one."""
        places = self.places.get(name)
        if places is None:
            places = self.places[name] = self.section_bytes(name)[1:-1]
        start = position * PLACE_BYTES
        place = places[start : start + PLACE_BYTES]
        try:
            number = int(place, 16)
        except ValueError as error:
            raise DamagedError(f"no record {position} of {name}") from error
        if len(place) != PLACE_BYTES:
            refuse(f"no record {position} of {name}")
        return parse(self.checked(number >> 64, (number >> 32) & WORD, number & WORD), decoder)

    def checked(self, offset: int, length: int, checksum: int) -> bytes:
        """Read a part and compare its checksum."""
        content = self.read(offset, length)
        if crc32(content) != checksum:
            refuse("a wrong checksum")
        return content


def parse(content: bytes, decoder: Decoder[Value]) -> Value:
    """Read JSON, and what a record declares of it."""
    try:
        return decoder.decode(content)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise DamagedError("not what was written") from error


def reader_of(descriptor: int, size: int) -> Callable[[int, int], bytes]:
    """Return the function that reads `length` bytes at an offset."""
    if size <= READ_WHOLE_BYTES or not hasattr(os, "pread"):
        with os.fdopen(os.dup(descriptor), "rb") as stream:
            whole = stream.read()
        return lambda offset, length: whole[max(0, offset) : max(0, offset) + max(0, length)]
    return lambda offset, length: os.pread(
        descriptor, max(0, min(length, size)), max(0, min(offset, size))
    )


def refuse(reason: str) -> NoReturn:
    """Say that the file is not to be used."""
    raise DamagedError(reason)
