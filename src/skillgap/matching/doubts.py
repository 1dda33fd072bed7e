"""What speaks against taking a name for a query although their letters agree."""

from rapidfuzz.distance import OSA

from skillgap.matching.index import MatchIndex
from skillgap.matching.lexicon import GENERIC, SAYS_LITTLE, VENDORS, family_of, telling_words
from skillgap.matching.names import ALIAS, DERIVED
from skillgap.matching.query import Wording
from skillgap.matching.rerank import see_entry, see_wording
from skillgap.matching.several import has_several_meanings
from skillgap.matching.short_forms import STANDS_FOR
from skillgap.matching.words import is_word, mean_alike

SHORTEST_PLAIN = 4
"""Letters from which a word that is left over may be one that says little."""

SHORTEST_SLIPPED = 4
TWO_SLIPS_FROM = 8
NEAR_ENOUGH = 2
SAYS_NOTHING = GENERIC | VENDORS | SAYS_LITTLE


def is_doubtful(index: MatchIndex, query: Wording, row: int) -> bool:
    """Whether a row's name may be another thing than the query, so that it is at most asked about.

    So where a real word would have to be a slip of another; where words of one family differ in
    sense, as product and production; where a letter, a number, a short form or the name of another
    entry is left over; and where a part of a name is an ordinary word, written in another form.
    """
    name = see_wording(index, row)
    named = telling_words(name.normal.split())
    if has_letter_over(query.normal.split(), name.normal.split()):
        return True
    owner = index.owners[row]
    if index.kinds[row] == ALIAS and has_several_meanings(name.normal):
        return True
    apart = list(query.words)
    whole = telling_words(query.normal.split())
    if all(
        any(is_unlike(index, owner, said, place, named) for place in range(len(said)))
        for said in (apart, whole)
    ):
        return True
    return (
        index.kinds[row] == DERIVED
        and query.squeezed != name.squeezed
        and is_shortened(index, row)
        and all(map(is_word, named))
    )


def is_no_slip(index: MatchIndex, query: Wording, row: int) -> bool:
    """Whether a row's name is not the query with a letter of a word mistyped.

    Why: of titles nothing else is sure, since "grants coordinator" and "grant coordinator" are two
    occupations.
    """
    name = see_wording(index, row)
    said, named = query.normal.split(), name.normal.split()
    if index.kinds[row] == DERIVED:
        return True
    if len(said) == len(named):
        return not all(
            word == other or is_one_slip(word, other)
            for word, other in zip(said, named, strict=True)
        )
    return all(map(is_word, said)) or not is_one_slip(query.squeezed, name.squeezed)


def has_letter_over(said: list[str], named: list[str]) -> bool:
    """Whether a letter by itself is said and not named, as in "R&D" and "TF-A"."""
    return any(len(word) == 1 and word.isalpha() and word not in named for word in said[-2:])


def is_unlike(index: MatchIndex, owner: int, said: list[str], place: int, named: list[str]) -> bool:
    """Whether a word of the query has nothing in the name that is surely the same."""
    word = said[place]
    if word in named or word in SAYS_NOTHING:
        return False
    family = family_of(word)
    family_named = {family_of(other): other for other in named}
    if family in family_named:
        other = family_named[family]
        return not (mean_alike(word, other) or is_slip(word, other))
    before, after = said[place - 1] if place else "", said[place + 1 : place + 2]
    if family_of(before + word) in family_named or (
        after and family_of(word + after[0]) in family_named
    ):
        return False
    if not family_named.keys().isdisjoint(index.substitutes.get(family, ())):
        return False
    if family in see_entry(index, owner)[0]:
        return False
    near = [other for other in named if is_near(word, other)]
    if near:
        return not any(is_slip(word, other) for other in near)
    plain = STANDS_FOR.get(word, word)
    is_short = len(plain) < SHORTEST_PLAIN and place == 0
    if is_short or (any(letter.isdigit() for letter in plain) and not plain.isdigit()):
        return True
    return any(
        index.owners[other] != owner and index.kinds[other] <= ALIAS
        for other in index.exact.get(word, ())
    )


def is_near(word: str, other: str) -> bool:
    """Whether two words share most letters."""
    most = NEAR_ENOUGH if min(len(word), len(other)) > SHORTEST_PLAIN else 1
    return OSA.distance(word, other, score_cutoff=most) <= most


def is_slip(word: str, other: str) -> bool:
    """Whether a word may be another, mistyped.

    A real word is none; and a hand slips within a word, seldom at its first letter, and does not
    add another to its end.
    """
    if min(len(word), len(other)) < SHORTEST_SLIPPED or is_word(word):
        return False
    most = NEAR_ENOUGH if len(word) >= TWO_SLIPS_FROM else 1
    if OSA.distance(word, other, score_cutoff=most) > most or word.startswith(other):
        return False
    return word[0] == other[0] or word[:2] == other[1::-1]


def is_one_slip(word: str, other: str) -> bool:
    """Whether a word may be another with one letter mistyped: a mechanist is no machinist."""
    return is_slip(word, other) and OSA.distance(word, other, score_cutoff=1) <= 1


def is_shortened(index: MatchIndex, row: int) -> bool:
    """Whether a name is another of its entry's without the maker before it or the kind after it."""
    name = index.names[row]
    owner = index.owners[row]
    return any(
        owner in {index.owners[other] for other in index.exact.get(longer, ())}
        for longer in (
            *(f"{vendor} {name}" for vendor in VENDORS),
            *(f"{name} {kind}" for kind in GENERIC),
        )
    )
