"""Rewrite what every golden case expects: `python tests/golden/accept.py [NAME...]`.

Read the difference before committing it: a golden file says what is right, not what is. A new case
begins as its `description` and `args`; where it is about some parts alone, name them as the keys of
a `stdout` map.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent))

from runner import case_files, cut_to, read_case, run_case

OUR_FAULT = 3


class CaseDumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, so that they read as they were printed."""


def represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Give a text as a block where it has lines."""
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


CaseDumper.add_representer(str, represent_text)


def main() -> int:
    """Rewrite the cases named, or all."""
    wanted = set(sys.argv[1:])
    for file in case_files():
        if wanted and file.stem not in wanted:
            continue
        case = read_case(file)
        told = run_case(case)
        if told["exit_code"] == OUR_FAULT:
            sys.stdout.write(f"not accepted, because it fails: {file.name}\n{told['stderr']}")
            continue
        case.update(told, stdout=cut_to(case.get("stdout", ""), told["stdout"]))
        text = yaml.dump(case, Dumper=CaseDumper, sort_keys=False, allow_unicode=True, width=10_000)
        if file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            sys.stdout.write(f"rewritten: {file.name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
