"""What `skillgap validate` costs beside checking a file against a schema, or only reading it.

    python benchmarks/validate.py                 1,000 and 10,000 credentials
    python benchmarks/validate.py 1000            only so many
    python benchmarks/validate.py --check         exit 1 where a goal is missed

Each line gives CPU seconds and the largest memory of one whole process, and what it is of ours.
`check-jsonschema` and `yamale` are installed into an environment of their own, which is kept beside
the temporary files of the system. They check the shape; skillgap checks shape, references, circles
and sense, and tells the place of each. The goals: a twelfth of check-jsonschema, half of yamale,
0.6 of PyYAML's CSafeLoader, 220 MB for 10,000 credentials.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = Path(tempfile.gettempdir()) / "skillgap-validate-yardsticks"
YARDSTICKS = ("check-jsonschema==0.39.0", "yamale==6.1.0")
GOALS = {"check-jsonschema": 1 / 12, "yamale": 1 / 2, "CSafeLoader": 0.6}
MEGABYTES_AT_10_000 = 220

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


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: CPU seconds, megabytes."""

    seconds: float
    megabytes: float


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
        pip = [sys.executable, "-m", "pip", "--python", str(programs / "python")]
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", ENVIRONMENT], check=True)
        subprocess.run([*pip, "install", "-q", *YARDSTICKS], check=True)
    return programs


def cost_of(command: list[str], times: int) -> Cost:
    """Run a command, which must succeed; the least CPU of several runs, and its memory."""
    found = []
    for _ in range(times):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        output = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            message = f"{command[0]} exited with {process.returncode}: {output[-500:].decode()}"
            raise SystemExit(message)
        scale = 1024 * 1024 if sys.platform == "darwin" else 1024
        found.append(Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / scale))
    return min(found, key=lambda each: each.seconds)


def compare(count: int, folder: Path) -> bool:
    """Print one table; give whether every goal is met."""
    file, schema = folder / f"catalog-{count}.yaml", folder / "yamale.yaml"
    file.write_text(catalog_text(count), encoding="utf-8")
    schema.write_text(YAMALE_SCHEMA, encoding="utf-8")
    programs = yardstick_folder()
    times = 5 if count <= 1000 else 2
    json_schema = str(ROOT / "schemas" / "catalog.schema.json")
    ours = cost_of([sys.executable, "-m", "skillgap", "validate", "--strict", str(file)], times)
    others = {
        "CSafeLoader": cost_of([sys.executable, "-c", LOADER, str(file)], times),
        "yamale": cost_of([str(programs / "yamale"), "-s", str(schema), str(file)], 1),
        "check-jsonschema": cost_of(
            [str(programs / "check-jsonschema"), "--schemafile", json_schema, str(file)], 1
        ),
    }
    print(f"{count:,} credentials, {file.stat().st_size / 1e6:.1f} MB")
    print(f"  {'skillgap validate':18} {ours.seconds:7.2f} s {ours.megabytes:5.0f} MB")
    is_met = count < 10_000 or ours.megabytes <= MEGABYTES_AT_10_000
    for name, cost in others.items():
        ratio = ours.seconds / cost.seconds
        is_met = is_met and ratio <= GOALS[name]
        print(
            f"  {name:18} {cost.seconds:7.2f} s {cost.megabytes:5.0f} MB   "
            f"ours is {ratio:.3f} of it, goal {GOALS[name]:.3f}"
        )
    return is_met


def main() -> int:
    """Compare at each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("counts", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--check", action="store_true", help="exit 1 where a goal is missed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        met = [compare(count, Path(folder)) for count in arguments.counts]
    return 1 if arguments.check and not all(met) else 0


if __name__ == "__main__":
    raise SystemExit(main())
