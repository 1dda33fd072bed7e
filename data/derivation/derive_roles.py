"""Write `data/roles/*.yaml` from the hand-made choices and the outside tables.

    python data/derivation/derive_roles.py --data FOLDER [--check]

`--check` writes nothing and leaves with 1 where a committed file differs.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from choices import RoleChoice, read_alignments, read_choices
from evidence import Evidence, Requirement, band_problems, derive, level_problems, order_problems
from facts import Facts, read_facts
from gates import GateFacts, gate_lines, read_gate_facts
from levels import compared, rule_problems

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .+/&'()-]*")
NOT_TEXT = {"yes", "no", "on", "off", "y", "n", "true", "false", "null", "~"}
SCHEMA = "# yaml-language-server: $schema=../../schemas/draft-07/role.schema.json"


def main() -> int:
    """Write or check every role file; 1 where a check finds a difference."""
    options = _options()
    roles = read_choices(HERE)
    alignments = read_alignments(options.catalog)
    facts = read_facts(options.data, {label for role in roles for label in role.esco})
    others = compared(facts)
    derived = {
        role: [derive(role, choice, alignments, facts, others) for choice in role.requirements]
        for role in roles
    }
    problems = [*rule_problems(facts), *order_problems(derived)]
    problems += [
        problem
        for role, requirements in derived.items()
        for requirement in requirements
        for problem in (
            *band_problems(role, requirement),
            *level_problems(role, requirement, facts),
        )
    ]
    if problems:
        raise SystemExit("\n".join(problems))
    gates = read_gate_facts(options.data, HERE)
    texts = {
        f"{role.id}.yaml": role_text(role, each, facts, gates) for role, each in derived.items()
    }
    if options.check:
        return _check(texts, options.out)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (options.out / name).write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(texts)} roles written to {options.out}\n")
    return 0


def role_text(
    role: RoleChoice, requirements: list[Requirement], facts: Facts, gates: GateFacts
) -> str:
    """Write the whole role file as text."""
    blocks = "\n\n".join("\n".join(_requirement_lines(each)) for each in requirements)
    head = [SCHEMA, "schema_version: 1", f"id: {role.id}", f"title: {_quoted(role.title)}"]
    head += [f"family: {role.family}", "aliases:"]
    head += [f"  - {_quoted(alias)}" for alias in role.aliases]
    head += [*_code_lines(role, facts), f"job_zone: {facts.job_zones[role.onet_soc[0]]}"]
    head += gate_lines(role.id, [*role.onet_soc, *filter(None, [role.rated_as])], gates)
    head += _pay_lines(role, facts)
    head += [f"related: [{', '.join(role.related)}]", "requirements:"]
    return "\n".join([*head, blocks, *_source_lines(role, facts)]) + "\n"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Derive the shipped roles.")
    parser.add_argument("--data", type=Path, required=True, help="the published tables")
    parser.add_argument("--catalog", type=Path, default=REPOSITORY / "data" / "catalog.yaml")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "data" / "roles")
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def _check(texts: dict[str, str], folder: Path) -> int:
    kept = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.yaml")}
    names = sorted(set(texts) | set(kept))
    stale = [name for name in names if texts.get(name) != kept.get(name)]
    for name in stale:
        sys.stdout.write(f"{name} is not what the derivation writes\n")
    return 1 if stale else 0


def _code_lines(role: RoleChoice, facts: Facts) -> list[str]:
    occupations = [facts.occupations[label] for label in role.esco]
    groups = list(dict.fromkeys(occupation.isco08 for occupation in occupations))
    return [
        "codes:",
        f"  onet_soc: [{_strings(role.onet_soc)}]",
        "  esco:",
        *(f"    - {{uri: {each.uri}, label: {_quoted(each.label)}}}" for each in occupations),
        f"  isco08: [{_strings(groups)}]",
    ]


def _pay_lines(role: RoleChoice, facts: Facts) -> list[str]:
    if role.wage_soc == "none":
        return ["pay: null"]
    group = role.wage_soc or role.onet_soc[0][:7]
    title, median = facts.wages[group]
    note = f"BLS OEWS May 2025 national estimates, SOC {group} {title}"
    if title != facts.titles[role.onet_soc[0]]:
        note += ", the group that this occupation is counted in"
    if role.title.casefold() not in title.casefold():
        note += f"; it is the pay of that whole group, not of {role.title} alone"
    return [
        "pay:",
        f"  amount: {median}",
        "  currency: USD",
        "  per: year",
        "  statistic: median",
        "  area: US",
        "  year: 2025",
        "  source:",
        "    url: null",
        "    basis: read",
        "    as_of: 2025-05-01",
        "    confidence: high",
        f'    note: "{note}"',
    ]


def _requirement_lines(requirement: Requirement) -> list[str]:
    choice = requirement.choice
    one = len(choice.skills) == 1
    lines = [
        f"  - skill: {choice.skills[0]}" if one else f"  - any_of: [{', '.join(choice.skills)}]",
        f"    level: {requirement.level}",
        f"    importance: {requirement.importance:g}",
        f"    necessity: {choice.necessity}",
    ]
    if requirement.evidence:
        lines += ["    evidence:", *map(_evidence_line, requirement.evidence)]
    note = requirement.note.replace("\\", "\\\\").replace('"', '\\"')
    return [*lines, f'    note: "{note}"']


def _evidence_line(entry: Evidence) -> str:
    code = entry.code if entry.code.startswith("http") else f'"{entry.code}"'
    level = "null" if entry.level is None else f"{entry.level:g}"
    importance = "null" if entry.importance is None else f"{entry.importance:g}"
    return (
        f'      - {{framework: "{entry.framework}", code: {code}, '
        f"name: {_quoted(entry.name)}, level: {level}, importance: {importance}}}"
    )


def _source_lines(role: RoleChoice, facts: Facts) -> list[str]:
    own = role.onet_soc[0]
    note = f"O*NET 29.3 occupation {own} {facts.titles[own]} and ESCO 1.2.0"
    if role.rated_as:
        rated = f"{role.rated_as} {facts.titles[role.rated_as]}"
        note += f"; {own} has no skill ratings there, so ratings are those of {rated}"
    return [
        "source:",
        "  url: https://www.onetcenter.org/database.html",
        "  basis: read",
        "  as_of: 2025-05-01",
        "  confidence: high",
        f'  note: "{note}"',
    ]


def _strings(values: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f'"{value}"' for value in values)


def _quoted(text: str) -> str:
    if PLAIN.fullmatch(text) and text.casefold() not in NOT_TEXT and not text.endswith(" "):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    raise SystemExit(main())
