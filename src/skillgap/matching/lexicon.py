"""Which words of a name say something, and which families of words are the same or opposed."""

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from skillgap.matching.short_forms import PHRASE_OF_SHORT, SHORT_OF_PHRASE, STANDS_FOR
from skillgap.matching.stem import stem


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return text.split()


SAYS_LITTLE = frozenset(
    words_of(
        """
        a an and are as at by for from in into is of on or other such the their this
        to up using use via with within about related various all any some
        """
    )
)

GENERIC = frozenset(
    words_of(
        """
        software tool tools app application applications system systems platform program
        programs programming language lang framework library lib package service
        services suite technology technologies project editor development client server
        web
        """
    )
)

VENDORS = frozenset(
    words_of(
        """
        microsoft ms google amazon aws apache adobe oracle ibm sap apple hp cisco vmware
        autodesk intel nvidia atlassian jetbrains mozilla facebook meta gnu linux red
        hat salesforce intuit siemens dassault esri mathworks eclipse hashicorp elastic
        citrix symantec
        """
    )
)

OPPOSED = """
    internal external | inbound outbound | input output | import export | read write | buy sell
    | upload download | encode decode | encrypt decrypt | compress decompress | read speak
    | hardware software | frontend backend | front back | public private | static dynamic
    | analog digital | payable receivable | online offline | written spoken | write speak
    | maximum minimum | increase decrease | hire dismiss | open closed | wired wireless
    | indoor outdoor | male female | adult child | quantitative qualitative
    | horizontal vertical | synchronous asynchronous | linear nonlinear
"""
NEGATIONS = ("in", "un", "non", "de", "dis", "im", "ir", "anti", "a")

SPELLED_SYMBOLS = MappingProxyType(
    {
        ("c", "plus", "plus"): "c++",
        ("c", "sharp"): "c#",
        ("f", "sharp"): "f#",
        ("objective", "c"): "objectivec",
        ("obj", "c"): "objectivec",
    }
)


def families(words: list[str]) -> list[str]:
    """Return the family of each word that says something, with known short forms made one."""
    return [family_of(word) for word in telling_words(words)]


def telling_words(words: list[str]) -> list[str]:
    """Return the words that say something, or all of them where none does."""
    if "sharp" in words or "plus" in words or "c" in words:
        words = join_symbols(words)
    return [word for word in words if word not in SAYS_LITTLE] or words


def family_of(word: str) -> str:
    """Return the family of a word, or of the word that it is short for."""
    return stem(STANDS_FOR.get(word, word))


def join_symbols(words: list[str]) -> list[str]:
    """Return the words with spelled-out symbols made one: `c sharp` is `c#`."""
    found: list[str] = []
    position = 0
    while position < len(words):
        for length in (3, 2):
            phrase = tuple(words[position : position + length])
            if phrase in SPELLED_SYMBOLS:
                found.append(SPELLED_SYMBOLS[phrase])
                position += length
                break
        else:
            found.append(words[position])
            position += 1
    return found


def rephrase(normal: str) -> list[str]:
    """Return the name with one known phrase made short, or one short form spelled out."""
    padded = f" {normal} "
    words = normal.split()
    found = [
        padded.replace(f" {phrase} ", f" {SHORT_OF_PHRASE[phrase]} ").strip()
        for word in dict.fromkeys(words)
        for phrase in phrases_by_word().get(word, ())
        if f" {phrase} " in padded
    ]
    found += [
        padded.replace(f" {word} ", f" {PHRASE_OF_SHORT[word]} ").strip()
        for word in words
        if word in PHRASE_OF_SHORT
    ]
    return found


@cache
def phrases_by_word() -> dict[str, list[str]]:
    """Return the known phrases by the word that they begin with."""
    found: dict[str, list[str]] = {}
    for phrase in SHORT_OF_PHRASE:
        found.setdefault(phrase.split()[0], []).append(phrase)
    return found


@cache
def find_opposites() -> frozenset[tuple[str, str]]:
    """Return the families that are opposed, both ways round."""
    pairs = [tuple(map(stem, pair.split())) for pair in OPPOSED.split("|")]
    return frozenset((one, other) for pair in pairs for one, other in (pair, pair[::-1]))


def are_opposed(said: Iterable[str], named: Iterable[str]) -> bool:
    """Whether one side has a word whose opposite only the other side has: internal, external."""
    only_said = set(said) - set(named)
    only_named = set(named) - set(said)
    return any(
        (one, other) in find_opposites() for one in only_said for other in only_named
    ) or any(
        longer == negation + shorter
        for ones, others in ((only_said, only_named), (only_named, only_said))
        for longer in ones
        for shorter in others
        for negation in NEGATIONS
    )
