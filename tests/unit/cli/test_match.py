import contextlib
import io
import json
import subprocess
import sys

import pytest


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


@pytest.mark.slow
def test_a_long_line_and_thousands_of_lines_are_answered(run, world):
    lines = [b"sql", b"x" * 100_000, *[b"excel:%d" % (number % 5 + 1) for number in range(5000)]]
    (world / "words.txt").write_bytes(b"\n".join(lines))
    code, out, err = run("match", "--input", "words.txt", "--format", "json")
    results = json.loads(out)["results"]
    assert (code, err, len(results)) == (0, "", 5002)
    assert [each["status"] for each in results[:3]] == ["matched", "unmatched", "matched"]


def test_a_choice_of_the_profile_is_taken(run, world):
    (world / "me.yaml").write_text("choices: {bi: power-bi}\n", encoding="utf-8")
    assert run("match", "bi")[1].startswith(("?", "\u00d7"))
    _, out, err = run("match", "BI:4", "--profile", "me.yaml", "--format", "json")
    (found,) = json.loads(out)["results"]
    assert (found["id"], found["method"], found["level"], err) == ("power-bi", "choice", 4, "")


def test_nothing_more_is_matched_once_nobody_reads(world):
    lines = b"sql\n" * 50_000
    command = [sys.executable, "-m", "skillgap", "match", "--input", "-"]
    with subprocess.Popen(
        [*command, "--catalog", "catalog.yaml", "--roles", "roles"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdin.write(b"sql\n")
        process.stdin.flush()
        first = process.stdout.readline()
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(lines)
            process.stdin.close()
        told = process.stderr.read()
    assert b"(sql)" in first
    assert (process.returncode, told) == (0, b"")


UNKNOWN = "a phrase of so many words that nobody would take it for any skill of the catalog"


def test_an_answer_is_wrapped_where_a_width_is_told_and_else_has_a_line(run, monkeypatch):
    def no_terminal(*_):
        raise OSError

    monkeypatch.setattr("os.get_terminal_size", no_terminal)
    monkeypatch.setenv("COLUMNS", "60")
    wrapped = run("match", "sql:3", UNKNOWN)[1]
    monkeypatch.delenv("COLUMNS")
    whole = run("match", "sql:3", UNKNOWN)[1]
    assert [len(line) > 100 for line in whole.splitlines()] == [False, True]
    assert wrapped.split() == whole.split()
    first, second, *others = wrapped.splitlines()
    assert (first[2:7], second[2:10]) == ("sql:3", "a phrase")
    assert others
    assert all(line.startswith("    ") for line in others)
    assert max(map(len, wrapped.splitlines())) <= 60
