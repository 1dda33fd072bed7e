import io
import json
import sys


def test_every_line_of_a_file_is_answered_in_its_place(run, world):
    (world / "words.txt").write_bytes(b"\xef\xbb\xbfsql\r\n\r\nbad \xff byte\nexcel")
    code, out, err = run("match", "--input", "words.txt", "--format", "json")
    results = json.loads(out)["results"]
    assert (code, err) == (0, "")
    assert [each["query"] for each in results] == ["sql", "", "bad \ufffd byte", "excel"]
    assert [each["status"] for each in results][::3] == ["matched", "matched"]


def test_standard_input_is_read(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"sql\nexcel\n")))
    code, out, _ = run("match", "--input", "-")
    assert code == 0
    assert [line.split()[1] for line in out.splitlines()] == ["sql", "excel"]


def test_words_and_a_file_together_are_refused(run):
    code, _, err = run("match", "sql", "--input", "words.txt")
    assert code == 2
    assert "cannot be given together" in err


def test_roles_are_matched_when_asked(run):
    _, out, _ = run("match", "--kind", "role", "numbers person", "--format", "json")
    assert [each["id"] for each in json.loads(out)["results"]] == ["data-analyst"]


def test_an_empty_file_has_no_results(run, world):
    (world / "empty.txt").write_bytes(b"")
    assert run("match", "--input", "empty.txt", "--format", "json") == (
        0,
        '{"schema_version": 1, "results": []}\n',
        "",
    )
