"""Made-up ways of writing every name of the shipped catalog, against plain `ratio`."""

import random
from collections.abc import Callable

import pytest
import yaml
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from skillgap.matching.index import Entry, MatchIndex
from skillgap.matching.lexicon import family_of
from skillgap.matching.match import match_skill, rank
from skillgap.matching.normalize import normalize

NOISE = (
    *("experience with {}", "basic knowledge of {}", "advanced {}", "{} skills", "5 years of {}"),
    *("senior {}", "strong {} skills", "{} (advanced)", "hands-on experience in {}", "{}: expert"),
)
VERSIONS = ("{} 3", "{} 2.1", "{} v4", "{} 3.12", "{} 2019")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TRIED_AT_MOST = 400


def slip(name: str, chance: random.Random) -> str:
    """The name with one letter dropped, added, swapped or replaced."""
    place = chance.randrange(1, len(name) - 1)
    before, here, after = name[:place], name[place], name[place + 1 :]
    letter = chance.choice(LETTERS)
    dropped, added, replaced = (
        before + after,
        before + letter + here + after,
        before + letter + after,
    )
    swapped = before[:-1] + here + before[-1] + after
    return chance.choice((dropped, added, replaced, swapped))


def shuffle(name: str, chance: random.Random) -> str:
    """The words of the name in another order."""
    words = name.split()
    chance.shuffle(words)
    return " ".join(words)


@pytest.fixture(scope="module")
def names(root) -> tuple[MatchIndex, dict[str, str]]:
    """The index of the shipped skills, and each name that one skill alone has."""
    skills = yaml.load((root / "data/catalog.yaml").read_text("utf-8"), yaml.CSafeLoader)["skills"]
    entries = [
        Entry(each["id"], each["label"], tuple(each.get("aliases") or ())) for each in skills
    ]
    owners: dict[str, set[str]] = {}
    for entry in entries:
        for name in (entry.label, *entry.aliases):
            owners.setdefault(normalize(name), set()).add(entry.id)
    own = {name: min(ids) for name, ids in owners.items() if len(ids) == 1}
    assert len(own) > 500
    return MatchIndex.build(entries), own


def tried(
    own: dict[str, str], change: Callable[[str, random.Random], str], shortest: int
) -> list[tuple[str, str]]:
    """Some changed names that are not names themselves, with the skill each is meant for."""
    chance = random.Random(5)
    changed = [
        (change(name, chance), skill)
        for name, skill in sorted(own.items())
        if len(name) >= shortest
    ]
    new = [(text, skill) for text, skill in changed if normalize(text) not in own]
    assert len(new) > 50
    return chance.sample(new, min(TRIED_AT_MOST, len(new)))


def are_words_of(index: MatchIndex, normal: str) -> bool:
    """Whether all words are known: a slip that makes "user testing" into "use testing" is none."""
    return all(index.rows_with_word(family_of(word)) for word in normal.split())


@pytest.mark.parametrize(
    ("change", "shortest"),
    [
        (slip, 5),
        (lambda name, chance: slip(slip(name, chance), chance), 9),
    ],
    ids=["one slip", "two slips"],
)
def test_slips_are_understood_as_well_as_by_plain_ratio(names, change, shortest):
    index, own = names
    texts = [
        each for each in tried(own, change, shortest) if not are_words_of(index, normalize(each[0]))
    ]
    assert len(texts) > 300
    found = [rank(index, text, 1) for text, _ in texts]
    right = sum(
        bool(each) and each[0].id == skill for each, (_, skill) in zip(found, texts, strict=True)
    )
    known = list(own)
    plain = sum(
        own[extractOne(normalize(text), known, scorer=ratio)[0]] == skill for text, skill in texts
    )
    assert right >= plain - len(texts) // 100
    answers = [match_skill(index, text) for text, _ in texts]
    wrong = sum(
        answer.status == "matched" and answer.id != skill
        for answer, (_, skill) in zip(answers, texts, strict=True)
    )
    assert wrong <= 0.01 * len(texts)


@pytest.mark.parametrize(
    ("change", "shortest"),
    [
        (lambda name, chance: chance.choice(NOISE).format(name), 1),
        (lambda name, chance: chance.choice(VERSIONS).format(name.rstrip("0123456789.")), 3),
        (lambda name, _: name.replace(" ", ""), 3),
        (shuffle, 3),
    ],
    ids=["noise", "versions", "glued", "order"],
)
def test_noise_versions_and_order_are_seen_through(names, change, shortest):
    index, own = names
    texts = tried(own, change, shortest)
    right = sum(rank(index, text, 1)[0].id == skill for text, skill in texts)
    assert right >= 0.98 * len(texts)
