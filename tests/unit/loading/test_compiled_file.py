from random import Random

import pytest

from skillgap.loading.cache.file import (
    HEADER_BYTES,
    READ_WHOLE_BYTES,
    CompiledFile,
    CompiledWriter,
    DamagedError,
)


def write(file, records, key="key"):
    with file.open("wb") as stream:
        writer = CompiledWriter(stream)
        writer.add_section("frame", {"a": 1})
        writer.add_records("things", records)
        writer.finish(key)
    return file


@pytest.mark.parametrize("size", [10, READ_WHOLE_BYTES])
def test_sections_and_records_come_back(tmp_path, size):
    records = [{"text": "é" * size}, [1, 2], None]
    file = CompiledFile(write(tmp_path / "c", records), "key")
    assert file.section("frame") == {"a": 1}
    assert [file.record("things", each) for each in range(3)] == records
    for position in (3, 99):
        with pytest.raises(DamagedError):
            file.record("things", position)
    with pytest.raises(DamagedError):
        file.section("other")


def test_another_key_and_another_format_are_refused(tmp_path):
    file = write(tmp_path / "c", [1])
    with pytest.raises(DamagedError):
        CompiledFile(file, "another")
    file.write_bytes(file.read_bytes().replace(b"skillgap-compiled", b"skillgap-exploded"))
    with pytest.raises(DamagedError):
        CompiledFile(file, "key")


def test_a_file_cut_off_anywhere_is_refused(tmp_path):
    whole = write(tmp_path / "c", [1, 2, 3]).read_bytes()
    cut = tmp_path / "cut"
    offsets = [*range(1024), *range(HEADER_BYTES - 10, len(whole))]
    assert len(offsets) > 1024
    for offset in offsets:
        cut.write_bytes(whole[:offset])
        with pytest.raises(DamagedError):
            CompiledFile(cut, "key")


def test_a_byte_changed_anywhere_is_noticed_or_changes_nothing(tmp_path):
    records = [{"a": each} for each in range(20)]
    whole = write(tmp_path / "c", records).read_bytes()
    changed = tmp_path / "changed"
    generator = Random(7)
    noticed = 0
    for _ in range(500):
        at = generator.randrange(len(whole))
        content = bytearray(whole)
        content[at] ^= 1 << generator.randrange(8)
        changed.write_bytes(content)
        try:
            file = CompiledFile(changed, "key")
            read = [file.section("frame"), *(file.record("things", each) for each in range(20))]
        except DamagedError:
            noticed += 1
        else:
            assert read == [{"a": 1}, *records]
    assert noticed > 50


def test_a_folder_and_a_missing_file_are_no_compiled_file(tmp_path):
    with pytest.raises((DamagedError, OSError)):
        CompiledFile(tmp_path, "key")
    with pytest.raises(OSError, match="missing"):
        CompiledFile(tmp_path / "missing", "key")
