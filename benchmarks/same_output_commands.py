"""Commands made up from a seed, out of what a program's own help says that it takes."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from same_output_files import SOURCES, TESTS, World, misspelled, read_yaml

OPTION = re.compile(r" {2}((?:-[\w-]+, )*-[\w-]+)(?: ([^\s-]\S*))?(?: {2}.*)?")
COMMAND = re.compile(r" {2}([a-z]\S*) {2,}\S.*")
SHOWN = re.compile(r"^\$ (skillgap .*)$", re.MULTILINE)

EACH_AT_LEAST = 5
"""How often every command and every option comes among the usual number of commands."""

USUAL_COUNT = 2000


@dataclass(frozen=True)
class Form:
    """What the help of a command says: its options, each with whether it takes a value."""

    words: tuple[str, ...]
    options: Mapping[str, bool]

    @property
    def name(self) -> str:
        """Return the words as one."""
        return " ".join(self.words)


@dataclass(frozen=True)
class Command:
    """A command and all that it is given.

    `cache` is `warm`, the folder that all commands share, `cold`, an empty one, or `damaged`, the
    shared one after every file in it lost its second half.
    """

    words: tuple[str, ...]
    folder: str
    stdin: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    cache: str = "warm"

    def __str__(self) -> str:
        """Return the command as a shell takes it."""
        given = "".join(f"{name}={shlex.quote(value)} " for name, value in self.variables.items())
        return f"cd {self.folder}; {given}skillgap {shlex.join(self.words)}  # {self.cache} cache"


def help_of(program: Path, words: Sequence[str]) -> str:
    """Return what `--help` of a command prints."""
    return subprocess.run(
        [program, *words, "--help"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def section(text: str, title: str) -> list[str]:
    """Return the lines of a section of a help page."""
    _, found, rest = text.partition(f"\n{title}:\n")
    return rest.split("\n\n")[0].splitlines() if found else []


def read_forms(program: Path, words: tuple[str, ...] = ()) -> list[Form]:
    """Return every command of a program, those of its groups among them."""
    text = help_of(program, words)
    options: dict[str, bool] = {}
    for found in map(OPTION.fullmatch, text.splitlines()):
        if found is not None:
            options.update((name, found[2] is not None) for name in found[1].split(", "))
    forms = [Form(words, options)]
    for found in map(COMMAND.fullmatch, section(text, "Commands")):
        if found is not None:
            forms += read_forms(program, (*words, found[1]))
    return forms


Choose = Callable[[World, Random], str]


def one_of(*values: str) -> Choose:
    """Return a chooser among values."""
    return lambda _world, chance: chance.choice(values)


def some_word(words: Sequence[str], chance: Random) -> str:
    """Return a word of a world, now and then misspelled or in other letters."""
    word = chance.choice(words or ("nothing-here",))
    way = chance.random()
    if way < 0.12:
        return misspelled(word, chance)
    return word.upper() if way < 0.18 else word


def skills_had(world: World, chance: Random) -> str:
    """Return skills as `--have` takes them."""
    ways = ("{}", "{}:{}", "{}={}", "{} {}", "advanced {}", "{} (expert)")
    return ", ".join(
        chance.choice(ways).format(some_word(world.skills, chance), chance.choice("123459"))
        for _ in range(chance.choice((1, 1, 2, 3, 5)))
    )


def some_day(_world: World, chance: Random) -> str:
    """Return a day."""
    return f"20{chance.randint(25, 29)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def some_holiday(_world: World, chance: Random) -> str:
    """Return some days off."""
    month, day = chance.randint(1, 12), chance.randint(1, 20)
    return f"2027-{month:02}-{day:02}..2027-{month:02}-{day + chance.randint(0, 8):02}"


PREFERENCES = ("balanced", "cheapest", "fastest", "fewest", "recognized", "hands-on")
CODES = ("SG302", "SG4", "SG1,SG2", "unknown-skill", "SG425,orphan-skill", "sg302", "SG426")

VALUES: Mapping[str, Choose] = {
    "--role": lambda world, chance: some_word(world.roles, chance),
    "--have": skills_had,
    "--have-credential": lambda world, chance: some_word(world.credentials, chance),
    "--profile": one_of("skillgap-me.yaml", "skillgap-choices.yaml", "skillgap.yaml"),
    "--education": one_of("none", "high-school", "bachelor", "master"),
    "--experience": one_of("none", "hr: 5", "2", "data: 0.5"),
    "--licence": one_of("none", "registered nurse", "CPA"),
    "--region": one_of("US", "US-CA", "DE"),
    "--start": some_day,
    "--hours-per-week": one_of("1", "5", "7.5", "10", "40", "168"),
    "--at-once": one_of("1", "2", "3", "5"),
    "--holiday": some_holiday,
    "--horizon-months": one_of("0", "12", "36", "120"),
    "--budget": one_of("0", "49", "100", "300", "1000", "1e4", "12.5"),
    "--hours": one_of("0", "20", "60", "120", "400"),
    "--by": some_day,
    "--max-credentials": one_of("0", "1", "2", "4"),
    "--issuer": lambda world, chance: some_word(world.issuers, chance),
    "--exclude": lambda world, chance: some_word(world.credentials, chance),
    "--include": lambda world, chance: some_word(world.credentials, chance),
    "--toward": lambda world, chance: some_word(world.stacks, chance),
    "--min-recognition": one_of("0", "0.2", "0.5", "0.9", "1"),
    "--language": one_of("en", "de", "pt-BR", "fr"),
    "--prefer": one_of(*PREFERENCES),
    "--hour-value": one_of("0", "20", "35.5", "500"),
    "--time-limit": one_of("60", "120", "300"),
    "--why-not": lambda world, chance: some_word(world.credentials, chance),
    "--alternatives": one_of("1", "2", "3"),
    "--catalog": one_of("catalog.yaml", "../golden/catalog.yaml", "no-such-file.yaml", "roles"),
    "--roles": one_of("roles", "role.yaml", "../golden/roles", "no-such-folder", "catalog.yaml"),
    "--format": one_of("text", "json"),
    "--output": one_of("answer.txt", "answer.json", "roles", "no-such-folder/answer.txt"),
    "--kind": one_of("role", "skill", "credential", "issuer", "stack"),
    "--input": one_of("-", "words.txt", "catalog.yaml", "no-such-file"),
    "--near": lambda world, chance: (
        "me" if chance.random() < 0.5 else some_word(world.roles, chance)
    ),
    "--limit": one_of("1", "2", "5", "50"),
    "--family": one_of("data", "security", "software", "Data", "nobody"),
    "--roles-dir": one_of("made", "roles", "catalog.yaml"),
    "--into": one_of("../golden/catalog.yaml", "../golden", "../shipped/data", "no-such-file"),
    "--as-of": some_day,
    "--select": one_of(*CODES),
    "--ignore": one_of(*CODES),
    "--max-errors": one_of("0", "1", "3", "100"),
    "--today": some_day,
    "--draft": one_of("2020-12", "07"),
}
"""What is said in the value of an option, by its name."""

VALUES_OF_ONE: Mapping[tuple[str, str], Choose] = {
    ("validate", "--format"): one_of("text", "concise", "github", "json", "sarif", "junit"),
    ("catalog diff", "--format"): one_of("text", "json", "markdown"),
    ("match", "--kind"): one_of("skill", "role"),
    ("import", "--issuer"): one_of("Open Lab", "North University", "nobody"),
}
"""What one command takes otherwise."""

ODD = (
    *("", " ", "-1", "0", "nan", "inf", "1e400", "999999999999", "7.5", "soon", "2026-02-30"),
    *(
        "26-1-5",
        "2020-01-01",
        "x..y",
        "2027-05-01..2027-04-01",
        "SG999",
        "xml",
        "best",
        "\u202esql",
    ),
    *("no-such-thing", "[red]sql[/red]", "=1+1", "a" * 300, "C++", "C#", ".NET", "k8s", "日本語"),
    *("--", "-", "sql:9", "sql:", ":3", "sql=", "sql;excel", ",", "1,000", "07", "../", "*"),
)
"""What no option, or hardly one, takes."""

SLOW = frozenset(("--tradeoff", "--alternatives", "--why", "--exact", "--near", "--at-once"))
"""What takes long over the shipped catalog."""

ALIASES = {"-o": "--output", "-h": "--help"}

WEIGHTS: Mapping[str, int] = {"plan": 30, "gap": 7, "match": 8, "roles": 8, "show": 9, "import": 9}
"""How often a command comes; all others 3."""

PHRASES = ("js", "k8s", "people management", "advanced SQL", "Python (programming)", "data analist")


class Maker:
    """Makes commands, what came least before first."""

    def __init__(self, forms: Iterable[Form], worlds: list[World], chance: Random) -> None:
        """Take what there is to say, and stop where an option's value is not known."""
        self.forms = {each.name: each for each in forms}
        self.worlds = worlds
        self.chance = chance
        self.used: Counter[tuple[str, str]] = Counter()
        unknown = {
            (name, option)
            for name, form in self.forms.items()
            for option, has_value in form.options.items()
            if has_value
            and ALIASES.get(option, option) not in VALUES
            and (name, option) not in VALUES_OF_ONE
        }
        if unknown:
            message = f"nothing is known to say in the value of {sorted(unknown)}"
            raise SystemExit(message)

    def value_of(self, name: str, option: str, world: World) -> str:
        """Return something to say in the value of an option."""
        if self.chance.random() < 0.08:
            return self.chance.choice(ODD)
        option = ALIASES.get(option, option)
        return (VALUES_OF_ONE.get((name, option)) or VALUES[option])(world, self.chance)

    def options(self, name: str, world: World, at_most: int, without: Iterable[str]) -> list[str]:
        """Return some options of a command with their values, those that came least first."""
        form, chance = self.forms[name], self.chance
        wanted = [each for each in form.options if each not in {*without, "-h", "--help"}]
        wanted.sort(key=lambda each: (self.used[name, each] // 3, chance.random()))
        words: list[str] = []
        for option in wanted[: chance.randint(0, at_most)]:
            for _ in range(chance.choice((1, 1, 1, 2))):
                words += self.option(name, option, world)
        return words

    def option(self, name: str, option: str, world: World) -> list[str]:
        """Return an option with its value."""
        self.used[name, option] += 1
        if not self.forms[name].options[option]:
            return [option]
        value = self.value_of(name, option, world)
        is_long = option.startswith("--")
        return [f"{option}={value}"] if is_long and self.chance.random() < 0.2 else [option, value]

    def arguments(self, name: str, world: World) -> list[str]:
        """Return what a command is given by position."""
        chance = self.chance
        if name == "match":
            words = (*world.skills, *PHRASES)
            return [some_word(words, chance) for _ in range(chance.randint(0, 4))]
        if name == "show":
            kinds = (world.skills, world.roles, world.credentials, world.issuers, world.stacks)
            return [some_word(chance.choice(kinds), chance)]
        if name == "roles":
            return [some_word(world.roles, chance)] if chance.random() < 0.4 else []
        if name == "explain":
            return [chance.choice(("SG302", "unknown-skill", "sg401", "SG999", "unkown-skill"))]
        if name == "schema":
            return [chance.choice(("catalog", "role", "learner", "profile"))]
        return []

    def asked(self, name: str, world: World) -> list[str]:
        """Return the options without which a command has little to say."""
        chance, words = self.chance, []
        if name in ("plan", "gap"):
            if chance.random() < 0.95:
                words += self.option(name, "--role", world)
            if chance.random() < 0.7:
                words += self.option(name, "--have", world)
        if name in ("plan", "gap", "roles") and chance.random() < 0.6:
            words += self.option(name, "--start", world)
        return words

    def about_a_world(self, name: str) -> Command:
        """Return a command that reads a catalog and its roles."""
        chance = self.chance
        small = chance.random() < 0.75
        world = chance.choice(self.worlds[1:3] * 8 + self.worlds[3:]) if small else self.worlds[0]
        data = list(world.data) if chance.random() < 0.96 else []
        without = {"--role", "--have", "--start", "--near"[: 0 if small else None]}
        if data:
            without |= {"--catalog", "--roles"}
            for option in ("--catalog", "--roles"):
                self.used[name, option] += option in self.forms[name].options
        if not small:
            without |= SLOW
        words = [*self.asked(name, world), *self.options(name, world, 6, without)]
        if world.asked and name == "plan" and chance.random() < 0.5:
            words = list(world.asked) + self.options(name, world, 2, without | set(world.asked))
        parts = [[*self.arguments(name, world)], words, data]
        chance.shuffle(parts)
        return Command((*name.split(), *(word for part in parts for word in part)), world.folder)

    def about_files(self, name: str) -> Command:
        """Return a command that reads the files it names."""
        chance = self.chance
        world = chance.choice(self.worlds[1:3])
        other = "changed/catalog.yaml" if world.folder == "golden" else "../../golden/catalog.yaml"
        files = {
            "catalog diff": [["catalog.yaml", other], [other, "."], ["catalog.yaml"] * 2],
            "catalog format": [
                ["catalog.yaml"],
                ["."],
                ["roles", "catalog.yaml"],
                ["no-such-file"],
            ],
        }.get(name, [["catalog.yaml"], ["catalog.yaml", "roles"], ["."], [], ["no-such-file"]])
        words = self.options(name, world, 3, ())
        return Command((*name.split(), *words, *chance.choice(files)), world.folder)

    def importing(self) -> Command:
        """Return a command that imports a source."""
        chance = self.chance
        form = chance.choice(tuple(SOURCES))
        first, *others = SOURCES[form]
        source = first if chance.random() < 0.7 else chance.choice(others)
        words = self.options("import", self.worlds[1], 4, ())
        if chance.random() < 0.04:
            form = misspelled(form, chance)
        return Command(("import", form, source, *words), "sources")

    def by_name(self, name: str) -> Command:
        """Return a command of a name."""
        if name in ("validate", "catalog stats", "catalog diff", "catalog format"):
            return self.about_files(name)
        if name == "import":
            return self.importing()
        if name in ("plan", "gap", "match", "roles", "show"):
            return self.about_a_world(name)
        world = self.worlds[1]
        words = (*name.split(), *self.arguments(name, world), *self.options(name, world, 2, ()))
        return Command(words, world.folder)

    def made_up(self) -> Command:
        """Return a command of any name, wrong as a line now and then."""
        chance = self.chance
        names = list(self.forms)
        name = chance.choices(names, [WEIGHTS.get(each, 3) for each in names])[0]
        command = self.by_name(name)
        self.used[name, ""] += 1
        words = list(command.words)
        way = chance.random()
        if way < 0.03 and words:
            at = chance.randrange(len(words))
            words[at] = misspelled(words[at], chance)
        elif way < 0.05 and words:
            words.pop(chance.randrange(len(words)))
        elif way < 0.06:
            words.append(chance.choice(ODD))
        elif way < 0.08:
            self.used[name, "--help"] += 1
            self.used[name, "-h"] += 1
            words.append(chance.choice(("-h", "--help")))
        return replace(command, words=tuple(words))

    def with_option(self, name: str, option: str) -> Command:
        """Return a command of a name that has an option."""
        command = self.by_name(name)
        added = self.option(name, option, self.worlds[1]) if option else []
        return replace(command, words=(*command.words, *added))

    def with_surroundings(self, command: Command) -> Command:
        """Return a command in surroundings of some kind."""
        chance = self.chance
        variables = dict(command.variables)
        if chance.random() < 0.5:
            variables.setdefault("COLUMNS", chance.choice(("40", "60", "80", "120", "200")))
        if chance.random() < 0.1:
            variables |= {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
        if chance.random() < 0.1:
            variables["PYTHONIOENCODING"] = "ascii"
        stdin = command.stdin or ("js\npython\n\nk8s\nsql:3\n" if chance.random() < 0.7 else "")
        cache = chance.choices(("warm", "cold", "damaged"), (80, 16, 4))[0]
        return replace(command, variables=variables, stdin=stdin, cache=cache)

    def about_damage(self, number: int) -> Command:
        """Return a command over damaged files."""
        chance, world = self.chance, self.worlds[1]
        if chance.random() < 0.6:
            words = ["validate", ".", *self.options("validate", world, 3, ("--output", "-o"))]
        else:
            data = ["--catalog", "catalog.yaml", "--roles", "roles"]
            name = chance.choice(
                ("plan", "gap", "show", "match", "roles", "stats", "diff", "format")
            )
            if name == "stats":
                words = ["catalog", "stats", "."]
            elif name == "diff":
                words = ["catalog", "diff", "catalog.yaml", "../../golden/catalog.yaml"]
            elif name == "format":
                words = ["catalog", "format", ".", *chance.choice(([], ["--check"], ["--diff"]))]
            else:
                asked = self.asked(name, world)
                words = [name, *self.arguments(name, world), *asked, *data]
        return Command(tuple(words), f"damaged/{number}")


def golden_commands() -> list[Command]:
    """Return the commands of all golden cases."""
    found = []
    for file in sorted((TESTS / "golden" / "cases").glob("*.yaml")):
        case = read_yaml(file)
        variables = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
        variables |= case.get("environment", {})
        if "encoding" in case:
            variables["PYTHONIOENCODING"] = case["encoding"]
        folder = f"golden/{case['folder']}" if "folder" in case else "golden"
        found.append(Command(tuple(case["args"]), folder, case.get("stdin", ""), variables))
    return found


def shown_commands(root: Path) -> list[Command]:
    """Return the commands that the README and the pages beside it show."""
    return [
        Command(tuple(shlex.split(line, comments=True)[1:]), "shipped")
        for file in (root / "README.md", *sorted((root / "docs").rglob("*.md")))
        for line in SHOWN.findall(file.read_text(encoding="utf-8"))
    ]


def example_commands(maker: Maker, folder: Path) -> list[Command]:
    """Return commands over every example, the invalid ones twice."""
    chance, world = maker.chance, maker.worlds[1]
    found = [
        Command(("validate", "."), f"valid/{case.name}")
        for case in sorted((folder / "valid").iterdir())
    ]
    for case in sorted((folder / "invalid").iterdir()):
        place = f"invalid/{case.name}"
        options = maker.options("validate", world, 2, ("--output", "-o"))
        found.append(Command(("validate", ".", *options), place))
        data = ("--catalog", ".", "--no-cache"[: chance.choice((None, 0))])
        role = "role" if (case / "roles").is_dir() else "data analyst"
        found.append(
            Command(
                chance.choice(
                    (
                        ("plan", "--role", role, *(each for each in data if each)),
                        ("gap", "--role", role, *(each for each in data if each)),
                        ("match", "sql", *(each for each in data if each)),
                        ("catalog", "stats", "."),
                        ("catalog", "format", ".", "--diff"),
                        ("validate", ".", "--fix"),
                    )
                ),
                place,
            )
        )
    return found


def scenario_commands(maker: Maker) -> list[Command]:
    """Return what every tiny world asks, as a command."""
    return [
        Command(("plan", *world.asked, *world.data, *chosen), world.folder)
        for world in maker.worlds[3:]
        for chosen in [maker.chance.choice(((), ("--format", "json"), ("--why",), ("--tradeoff",)))]
    ]


def make_commands(
    root: Path, folder: Path, forms: Sequence[Form], worlds: list[World], count: int, seed: int
) -> list[Command]:
    """Return `count` commands; each known one comes once where there is room for all."""
    maker = Maker(forms, worlds, Random(f"{seed} commands"))
    share = count // 6
    commands: list[Command] = []
    known = (golden_commands() + shown_commands(root), scenario_commands(maker))
    for some in (*known, example_commands(maker, folder)):
        commands += some if len(some) <= share else maker.chance.sample(some, share)
    damaged = len(list((folder / "damaged").iterdir()))
    commands += [maker.about_damage(number) for number in range(damaged)]
    while len(commands) < count * 3 // 4:
        commands.append(maker.made_up())
    for option, times in rare(forms, commands).items():
        commands += [maker.with_option(*option) for _ in range(EACH_AT_LEAST - times)]
    while len(commands) < count:
        commands.append(maker.made_up())
    maker.chance.shuffle(commands)
    commands = [maker.with_surroundings(each) for each in commands[:count]]
    left = rare(forms, commands) if count >= USUAL_COUNT else None
    if left:
        message = f"too rare among {count} commands: {left}"
        raise SystemExit(message)
    return commands


def rare(forms: Sequence[Form], commands: Sequence[Command]) -> dict[tuple[str, str], int]:
    """Return the commands and options that come too rarely, and how often they do."""
    counts = count_uses(forms, commands)
    return {each: times for each, times in counts.items() if times < EACH_AT_LEAST}


def count_uses(forms: Sequence[Form], commands: Sequence[Command]) -> Counter[tuple[str, str]]:
    """Return how many commands name each command, and each of its options."""
    counts = Counter(
        dict.fromkeys([(form.name, each) for form in forms for each in ("", *form.options)], 0)
    )
    longest_first = sorted(forms, key=lambda each: -len(each.words))
    for command in commands:
        form = next(
            each for each in longest_first if command.words[: len(each.words)] == each.words
        )
        given = {word.partition("=")[0] for word in command.words[len(form.words) :]}
        counts[form.name, ""] += 1
        counts.update((form.name, each) for each in given.intersection(form.options))
    return counts
