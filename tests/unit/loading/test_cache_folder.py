import os

from skillgap.loading.cache.folder import KEPT, CacheFolder


def test_keeps_whole_files_and_clears_only_its_own(tmp_path):
    cache = CacheFolder(tmp_path / "cache")
    assert cache.files() == ()
    assert cache.keep("a" * 64, lambda stream: stream.write(b"one") and None)
    assert [each.read_bytes() for each in cache.files()] == [b"one"]
    assert cache.sizes() == (3,)
    foreign = cache.folder / "notes.txt"
    foreign.write_text("mine", encoding="utf-8")
    assert cache.clear() == ()
    assert [each.name for each in cache.folder.iterdir()] == ["notes.txt"]


def test_a_writer_that_fails_leaves_nothing(tmp_path):
    def fail(stream):
        stream.write(b"half")
        raise OSError(28, "No space left on device")

    cache = CacheFolder(tmp_path / "cache")
    assert not cache.keep("a" * 64, fail)
    assert list(cache.folder.iterdir()) == []


def test_the_oldest_go(tmp_path):
    cache = CacheFolder(tmp_path)
    for number in range(KEPT + 3):
        cache.keep(f"{number:064}"[::-1], lambda stream: stream.write(b"x") and None)
        for at, file in enumerate(cache.files()):
            if str(file) == cache.file_of(f"{number:064}"[::-1]):
                os.utime(file, (number, number))
            assert at <= KEPT
    assert len(cache.files()) == KEPT
    assert cache.file_of(f"{0:064}"[::-1]) not in map(str, cache.files())
