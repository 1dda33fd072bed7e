"""JSON as plain data, with the line of every value worked out when somebody asks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.importing.reading.tables import Progress
from skillgap.importing.report import Ledger, Origin, TableLedger
from skillgap.loading.yaml.files import read_regular_file
from skillgap.loading.yaml.text import printable

FILE_BYTES: Final = 256 * 1024 * 1024
DEPTH: Final = 100

TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


class JsonText:
    """A file's data, its account, and where its values stand."""

    def __init__(self, table: TableLedger, text: str, data: object) -> None:
        """Keep the text for its lines."""
        self.table = table
        self.text = text
        self.data = data

    @cached_property
    def lines(self) -> dict[DataPath, int]:
        """The line of every map and list, and of every entry of a map."""
        return find_lines(self.text)

    def line(self, path: DataPath) -> int:
        """Return the line of a value, or of the nearest one around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def at(self, path: DataPath) -> Origin:
        """Return where a value comes from."""
        return self.table.at(self.line(path))


def read_json_files(
    files: Sequence[Path], ledger: Ledger, progress: Progress
) -> Iterator[JsonText]:
    """Read JSON files one after another; of one that holds none there is a remark."""
    for number, file in enumerate(files):
        document = read_json(file, ledger)
        if document is not None:
            yield document
        progress(str(file), number + 1, len(files))


def read_json(file: Path, ledger: Ledger) -> JsonText | None:
    """Read a JSON file; None, and a remark, where it holds none."""
    table = ledger.table(printable(str(file)))
    content = read_regular_file(file, limit=FILE_BYTES)
    if isinstance(content, Diagnostic):
        table.at(1).remark("not-readable", content.message)
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        table.at(content[: error.start].count(b"\n") + 1).remark("not-utf-8")
        return None
    try:
        data = json.loads(text, parse_constant=refuse_constant, parse_int=bounded_int)
    except json.JSONDecodeError as error:
        table.at(error.lineno).remark("not-readable", f"no JSON: {error.msg}")
        return None
    except (ValueError, RecursionError) as error:
        table.at(1).remark("not-readable", f"no plain JSON: {error}")
        return None
    if is_deeper(data, DEPTH):
        table.at(1).remark("not-readable", f"nested deeper than {DEPTH} levels")
        return None
    return JsonText(table, text, data)


def refuse_constant(word: str) -> float:
    """Refuse `NaN` and the infinities, which JSON does not have."""
    message = f"`{word}` is no number"
    raise ValueError(message)


def bounded_int(digits: str) -> int | float:
    """Read a whole number; a very long one as what a computer keeps of it."""
    return int(digits) if len(digits) <= 40 else float(digits[:300])


def is_deeper(data: object, depth: int) -> bool:
    """Say whether data are nested deeper than `depth`, without recursion."""
    level: list[object] = [data]
    for _ in range(depth):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return False
    return True


def find_lines(text: str) -> dict[DataPath, int]:
    """Walk a text that is known to be JSON, and note the lines."""
    lines: dict[DataPath, int] = {}
    enclosing: list[tuple[DataPath, str | int]] = []
    here: DataPath = ()
    at: str | int = 0
    counted, line = 0, 1
    key_next = False
    for token in TOKEN.finditer(text):
        word = token.group()
        line += text.count("\n", counted, token.start())
        counted = token.start()
        if word in "}]":
            here, at = enclosing.pop()
        elif word == ",":
            if isinstance(at, int):
                at += 1
            else:
                key_next = True
            continue
        elif word == ":":
            continue
        elif key_next:
            at = str(json.loads(word, strict=False))
            lines.setdefault((*here, at), line)
            key_next = False
            continue
        elif word in "{[":
            place = (*here, at) if enclosing else ()
            lines.setdefault(place, line)
            enclosing.append((here, at))
            here, at, key_next = place, "" if word == "{" else 0, word == "{"
            continue
        key_next = False
    return lines
