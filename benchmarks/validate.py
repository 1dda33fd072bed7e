"""What `skillgap validate` costs beside checking a file against a schema, or only reading it.

    python benchmarks/validate.py                 1,000 and 10,000 credentials
    python benchmarks/validate.py 1000            only so many
    python benchmarks/validate.py --check         exit 1 where a goal is missed
    python benchmarks/validate.py --runs 21 1000  more runs of each

Each line gives the median CPU seconds and the largest memory of whole processes, and what ours is
of them. All take turns, so that a busy machine slows them alike; check-jsonschema runs once where
that takes half a minute. `check-jsonschema` and `yamale` are installed into an environment of their
own, which is kept beside the temporary files of the system. They check the shape; skillgap checks
shape, references, circles and sense, and tells the place of each. The goals: a twelfth of
check-jsonschema, half of yamale, 0.6 of PyYAML's CSafeLoader, 220 MB for 10,000 credentials.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = Path(tempfile.gettempdir()) / "skillgap-validate-yardsticks"
YARDSTICKS = ("check-jsonschema==0.39.0", "yamale==6.1.0")
GOALS = {"check-jsonschema": 1 / 12, "yamale": 1 / 2, "CSafeLoader": 0.6}
MEGABYTES_AT_10_000 = 220
RUNS, RUNS_OF_MANY = 9, 3

LOADER = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader)"

YAMALE_SCHEMA = """\
schema_version: int()
currency: str()
skills: list(include('skill'))
issuers: list(include('issuer'))
credentials: list(include('credential'))
---
skill:
  id: str()
  label: str()
  kind: str(required=False)
  aliases: list(str(), required=False)
issuer:
  id: str()
  name: str()
award:
  skill: str()
  level: int(min=1, max=5)
credential:
  id: str()
  title: str()
  issuer: str()
  achievement_type: str(required=False)
  url: str(required=False)
  awards: list(include('award'))
  prerequisites: include('prerequisites', required=False)
  recommends: list(str(), required=False)
  workload_hours: num(min=0)
  min_weeks: num(required=False)
  price: include('price')
  delivery: include('delivery', required=False)
  assessment: include('assessment', required=False)
  verification: str(required=False)
  valid_months: any(int(), null(), required=False)
  source: include('source', required=False)
prerequisites:
  skills: list(required=False)
  credentials: list(str(), required=False)
price:
  amount: num(min=0)
  per: enum('once', 'month')
  currency: str()
delivery:
  mode: str()
  pace: str()
  languages: list(str())
assessment:
  kind: str()
  proctored: bool()
  hands_on: bool()
source:
  url: any(str(), null())
  basis: str()
  as_of: any(str(), null())
  confidence: str()
"""


@dataclass
class Case:
    """A command, and what each of its runs took: CPU seconds, megabytes."""

    name: str
    command: list[str]
    runs: int
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The seconds that it is judged by."""
        return statistics.median(self.seconds)


def catalog_text(count: int) -> str:
    """Write a catalog without a problem: `count` credentials, a third as many skills."""
    skills = count // 3
    parts = ["schema_version: 1\ncurrency: USD\nskills:\n"]
    parts += [
        f"  - id: skill-{number}\n    label: Skill number {number}\n    kind: tool\n"
        f"    aliases: [alias {number}, other name {number}]\n"
        for number in range(skills)
    ]
    parts.append("issuers:\n")
    parts += [f"  - {{id: issuer-{number}, name: Issuer {number}}}\n" for number in range(50)]
    parts.append("credentials:\n")
    for number in range(count):
        before = f"[credential-{number - 1}]" if number % 4 == 1 else "[]"
        parts.append(
            f"""\
  - id: credential-{number}
    title: Credential number {number}
    issuer: issuer-{number % 50}
    achievement_type: Certificate
    url: https://example.org/{number}
    awards:
      - {{skill: skill-{number % skills}, level: {1 + number % 3}}}
      - {{skill: skill-{(number * 7 + 1) % skills}, level: 2}}
    prerequisites: {{skills: [], credentials: {before}}}
    recommends: []
    workload_hours: {20 + number % 200}
    min_weeks: 4
    price: {{amount: {number % 500}, per: once, currency: USD}}
    delivery: {{mode: online, pace: self, languages: [en]}}
    assessment: {{kind: project, proctored: false, hands_on: true}}
    verification: open-badge
    valid_months: null
    source: {{url: null, basis: general-knowledge, as_of: null, confidence: medium}}
"""
        )
    return "".join(parts)


def yardstick_folder() -> Path:
    """Make the environment of the yardsticks, once, and give its folder of programs."""
    programs = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
    if not (programs / "yamale").exists() or not (programs / "check-jsonschema").exists():
        print(f"installing {' '.join(YARDSTICKS)} into {ENVIRONMENT}", file=sys.stderr)
        venv.create(ENVIRONMENT, with_pip=True)
        pip = [str(programs / "python"), "-m", "pip", "install", "-q"]
        subprocess.run([*pip, "--disable-pip-version-check", *YARDSTICKS], check=True)
    return programs


def measure(case: Case, variables: dict[str, str]) -> None:
    """Run a command once; it must succeed."""
    process = subprocess.Popen(
        case.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=variables
    )
    output = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        message = f"{case.name} exited with {process.returncode}: {output[-500:].decode()}"
        raise SystemExit(message)
    case.seconds.append(used.ru_utime + used.ru_stime)
    case.megabytes.append(used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))


def measure_in_turns(cases: list[Case]) -> None:
    """Run all commands in turns, each as often as it is to be.

    Ours is run once before, for its bytecode, which an installer has left for the others.
    """
    variables = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    measure(cases[0], variables)
    cases[0].seconds.clear()
    cases[0].megabytes.clear()
    for number in range(max(each.runs for each in cases)):
        for case in cases:
            if number < case.runs:
                measure(case, variables)


def compare(count: int, folder: Path, runs: int | None) -> bool:
    """Print one table; give whether every goal is met."""
    file, schema = folder / f"catalog-{count}.yaml", folder / "yamale.yaml"
    file.write_text(catalog_text(count), encoding="utf-8")
    schema.write_text(YAMALE_SCHEMA, encoding="utf-8")
    programs = yardstick_folder()
    is_quick = count <= 1000
    times = runs or (RUNS if is_quick else RUNS_OF_MANY)
    json_schema = str(ROOT / "schemas" / "catalog.schema.json")
    skillgap = [sys.executable, "-m", "skillgap", "validate", "--strict", str(file)]
    yamale = [str(programs / "yamale"), "-s", str(schema), str(file)]
    by_schema = [str(programs / "check-jsonschema"), "--schemafile", json_schema, str(file)]
    ours, *others = cases = [
        Case("skillgap", skillgap, times),
        Case("CSafeLoader", [sys.executable, "-c", LOADER, str(file)], times),
        Case("yamale", yamale, times),
        Case("check-jsonschema", by_schema, times if is_quick else 1),
    ]
    measure_in_turns(cases)
    print(f"{count:,} credentials, {file.stat().st_size / 1e6:.1f} MB")
    print(f"  {'skillgap validate':18} {ours.median:7.2f} s {max(ours.megabytes):5.0f} MB")
    is_met = count < 10_000 or max(ours.megabytes) <= MEGABYTES_AT_10_000
    for case in others:
        ratio = ours.median / case.median
        is_met = is_met and ratio <= GOALS[case.name]
        print(
            f"  {case.name:18} {case.median:7.2f} s {max(case.megabytes):5.0f} MB   "
            f"ours is {ratio:.3f} of it, goal {GOALS[case.name]:.3f}"
        )
    return is_met


def main() -> int:
    """Compare at each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("counts", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--check", action="store_true", help="exit 1 where a goal is missed")
    parser.add_argument("--runs", type=int, help="of each, instead of 9, or 3 of many credentials")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        met = [compare(count, Path(folder), arguments.runs) for count in arguments.counts]
    return 1 if arguments.check and not all(met) else 0


if __name__ == "__main__":
    raise SystemExit(main())
