"""Credentials by what people call them: titles, short names, exam codes, with or without vendor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import CredentialId
from skillgap.domain.shelf import Shelf
from skillgap.matching.columns import is_list
from skillgap.matching.levels import compiled, whole
from skillgap.matching.lexicon import words_of
from skillgap.matching.match import Candidate
from skillgap.matching.name_rows import NameRows, pack_rows
from skillgap.matching.normalize import normalize, squeeze
from skillgap.matching.reading.short_names import is_code
from skillgap.matching.reading.titles import is_title

SAYS_CREDENTIAL = frozenset(
    words_of(
        """
        certified certification certifications certificate certificates cert certs
        credential credentials accredited accreditation exam exams qualification
        certificated
        """
    )
)
"""Words that say that a credential is meant; none of them tells which."""

NOISE = SAYS_CREDENTIAL | frozenset(
    words_of("the a an in of and for by from holder passed professional-certificate official")
)
RANKS = frozenset(
    words_of(
        """
        associate professional practitioner expert foundation foundations fundamentals
        specialist belt level user i ii iii
        """
    )
)
OTHER_MEANINGS = frozenset(words_of("aem apr cb cc cem cqi csm pca sa was"))
"""Short names that as often stand for something else: principal component analysis, say."""

PLURAL = r"(?<=[A-Za-z0-9+])['\u2019]?s\Z"
YEARS = r"(?:19|20)[0-9]{2}"
CODE = r"[A-Za-z]{0,3}[A-Z0-9][A-Za-z0-9]*(?:[-/ ]?[A-Z0-9]+)*\+?"
CODE_VERSION = r"(?P<code>[A-Z]{2,}[A-Z0-9]*)-[A-Z]?[0-9]{2,3}"
LEADING_CODE = r"(?P<code>[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*)(?::|\s-)\s.+"
IN_BRACKETS = r"\(([^()]+)\)"
MOST_ISSUER_WORDS = 6
COLUMNS = ("keys", "issuers", "said", "plain")
"""What is kept of the names beside a compiled catalog."""

WHOLE, WITH_WORD = "", "?"
"""How a key names its credential: by itself, or beside a vendor or a word such as certified."""


class Keyed(msgspec.Struct, frozen=True):
    """What a person's words are looked up by; `is_sure` where they say that it is a credential."""

    words: tuple[str, ...]
    is_sure: bool

    @property
    def key(self) -> str:
        """The words without what divides them."""
        return squeeze(" ".join(self.words))


class CredentialNames(msgspec.Struct):
    """The names of the credentials of a catalog, which are known by their places among its ids.

    `keys` map squeezed names to places; a key that ends in `?` names its credentials only beside
    more. `issuers` map the words for an issuer to the places of its credentials, `said` are the
    words of each title, `plain` the keys of titles that might as well name what they teach.
    """

    catalog: Catalog
    ids: Sequence[CredentialId]
    keys: Mapping[str, list[int]]
    issuers: Mapping[str, list[int]]
    said: Sequence[str]
    plain: frozenset[str]

    def title(self, place: int) -> str:
        """Return the title of a credential."""
        return self.catalog.credentials[self.ids[place]].title


def index_credentials(catalog: Catalog) -> CredentialNames:
    """Return the names of a catalog's credentials: as kept beside it, else made anew."""
    shelf = catalog.credentials
    if isinstance(shelf, Shelf) and shelf.index_column is not None:
        try:
            return open_names(catalog, shelf.ids, shelf.index_column)
        except (OSError, ValueError):
            pass
    return name_credentials(catalog)


def open_names(
    catalog: Catalog, ids: Sequence[CredentialId], column: Callable[[str], Any]
) -> CredentialNames:
    """Open the names that are kept beside a catalog. Raises `ValueError` where they are damaged."""
    keys, issuers, said, plain = map(column, COLUMNS)
    if {type(each) for each in (keys, issuers, plain)} != {str} or not is_list(said, str, len(ids)):
        raise ValueError("not the names of these credentials")
    count = len(ids)
    return CredentialNames(
        catalog,
        ids,
        NameRows(keys, count),
        NameRows(issuers, count),
        said,
        frozenset(plain.split()),
    )


def pack_credentials(catalog: Catalog) -> dict[str, object]:
    """Return the names of a catalog's credentials as they are kept beside it."""
    names = name_credentials(catalog)
    kept = (
        pack_rows(names.keys),
        pack_rows(names.issuers),
        names.said,
        " ".join(sorted(names.plain)),
    )
    return dict(zip(COLUMNS, kept, strict=True))


def name_credentials(catalog: Catalog) -> CredentialNames:
    """Index the titles, aliases and exam codes of a catalog's credentials."""
    keys: dict[str, list[int]] = {}
    keys_of_codes: dict[str, list[int]] = {}
    of_issuer: dict[str, list[int]] = {}
    said: list[str] = []
    plain: set[str] = set()
    ids = sorted(catalog.credentials)
    issuer_words = {
        each.id: issuer_names(each.id, each.name, each.aliases) for each in catalog.issuers.values()
    }
    for place, id_ in enumerate(ids):
        credential = catalog.credentials[id_]
        of_issuer.setdefault(credential.issuer, []).append(place)
        vendor = issuer_words.get(credential.issuer, frozenset())
        own = (credential.title, *credential.aliases)
        for called, found in ((own, keys), (codes_in(own), keys_of_codes)):
            for key in dict.fromkeys(key for name in called for key in keys_of(name, vendor)):
                found.setdefault(key, []).append(place)
        words = keyed(credential.title)
        said.append(" ".join(words.words))
        if is_plain(credential.title, vendor):
            plain.add(words.key)
    taught = {
        squeeze(normalize(name))
        for skill in catalog.skills.values()
        for name in (skill.label, *skill.aliases)
    }
    for key, places in keys_of_codes.items():
        keys.setdefault(key + WITH_WORD if key in taught else key, places)
    issuers: dict[str, list[int]] = {}
    for issuer, names in issuer_words.items():
        for name in sorted(names):
            issuers.setdefault(name, []).extend(of_issuer.get(issuer, ()))
    return CredentialNames(catalog, ids, keys, issuers, said, frozenset(plain))


def issuer_names(id_: str, name: str, aliases: Iterable[str]) -> frozenset[str]:
    """Return the words that name an issuer, with and without "academy" and the like."""
    found = set()
    for each in (id_.replace("-", " "), name, *aliases):
        words = [word for word in normalize(each).split() if word not in NOISE]
        found.add(" ".join(words))
        kept = [word for word in words if word not in ("academy", "university", "institute")]
        if kept and len(kept) < len(words) and len(kept[0]) > 2:
            found.add(" ".join(kept))
    return frozenset(each for each in found if each)


def codes_in(names: Iterable[str]) -> list[str]:
    """List what else names say that a credential is called: by the code that they bear.

    An alias of another credential goes before: "CCNA: Introduction to Networks" is no CCNA.
    """
    found = []
    for name in names:
        inner = compiled(IN_BRACKETS).findall(name)
        if inner:
            found.append(compiled(IN_BRACKETS).sub(" ", name))
        found += [each for each in inner if is_code(each)]
        if match := compiled(rf"(?-i:{LEADING_CODE})\Z").match(name):
            found.append(match["code"])
    return found


def keys_of(name: str, vendor: frozenset[str]) -> list[str]:
    """List the keys of one name; see `CredentialNames`."""
    full = keyed(name)
    if not full.words:
        return []
    bare = without_issuer(full.words, vendor)
    is_ranked = bool(RANKS.intersection(full.words)) or bare != full.words
    is_own = not full.is_sure or is_code(name) or (len(full.words) > 2 and is_ranked)
    keys = [
        squeeze(normalize(name)),
        full.key + (WHOLE if is_own and not is_title(" ".join(full.words)) else WITH_WORD),
    ]
    keys.append(full.key + WITH_WORD)
    if bare != full.words and bare:
        keys.append(squeeze(" ".join(bare)) + WITH_WORD)
    if match := compiled(rf"(?-i:{CODE_VERSION})\Z").match(name.strip()):
        keys.append(match["code"].lower() + WITH_WORD)
    return list(dict.fromkeys(keys))


def without_issuer(words: tuple[str, ...], vendor: frozenset[str]) -> tuple[str, ...]:
    """Return the words without the issuer's name at their beginning."""
    for length in range(min(MOST_ISSUER_WORDS, len(words) - 1), 0, -1):
        if " ".join(words[:length]) in vendor:
            return words[length:]
    return words


def is_plain(title: str, vendor: frozenset[str]) -> bool:
    """Say whether a title is made of words that might as well name what it teaches."""
    full = keyed(title)
    return (
        not full.is_sure
        and not is_code(title)
        and not RANKS.intersection(full.words)
        and without_issuer(full.words, vendor) == full.words
    )


def keyed(text: str) -> Keyed:
    """Return what a text is looked up by: without years, plurals and words that say little."""
    text = compiled(r"(?<=[a-z0-9])\s+\+(?=\s|\Z)").sub("+", text)
    words = normalize(text).split()
    is_sure = any(word in SAYS_CREDENTIAL for word in words)
    kept = [word for word in words if word not in NOISE and not whole(YEARS).match(word)]
    joined = compiled(r"(?<=[a-z]) plus\b").sub("+", " ".join(kept))
    joined = compiled(r"(?<=level )[123]\b").sub(lambda found: "i" * int(found[0]), joined)
    return Keyed(tuple(joined.split()), is_sure)


def find_credentials(names: CredentialNames, text: str) -> tuple[tuple[Candidate, ...], bool]:
    """Return the credentials that a whole text names, and whether it says that it is a credential.

    With nothing found, its singular and what stands beside a vendor's name are tried as well.
    """
    said = keyed(text)
    for written in dict.fromkeys((text, compiled(PLURAL).sub("", text.strip()))):
        words = keyed(written).words
        if not words:
            continue
        whole, key = squeeze(normalize(written)), squeeze(" ".join(words))
        found = names.keys.get(whole) or names.keys.get(key)
        if not found and said.is_sure:
            found = names.keys.get(key + WITH_WORD)
        if not found:
            found = behind_issuer(names, words)
        if found:
            is_exact = any(squeeze(normalize(names.title(each))) == whole for each in found)
            return candidates(names, found, "exact" if is_exact else "alias"), said.is_sure
    return (), said.is_sure


def behind_issuer(names: CredentialNames, words: tuple[str, ...]) -> list[int]:
    """Return the credentials that words name whose first or last are those of their issuer."""
    for length in range(1, min(MOST_ISSUER_WORDS, len(words) - 1) + 1):
        for issuer_words, rest in (
            (words[:length], words[length:]),
            (words[-length:], words[:-length]),
        ):
            owned = names.issuers.get(" ".join(issuer_words))
            if not owned:
                continue
            key = squeeze(" ".join(rest))
            for ending in (WHOLE, WITH_WORD):
                found = [each for each in names.keys.get(key + ending, ()) if each in owned]
                if found:
                    return found
    return []


def candidates(names: CredentialNames, places: Iterable[int], method: str) -> tuple[Candidate, ...]:
    """Return credentials as what words may mean, each as likely as the others."""
    owners = sorted(set(places))
    score = round(1.0 / len(owners), 4)
    return tuple(
        Candidate(names.ids[each], names.title(each), method, score, "credential")
        for each in owners
    )


def rank_credentials(names: CredentialNames, text: str, limit: int) -> tuple[Candidate, ...]:
    """Return the credentials whose title has all that is said, the shortest titles first."""
    wanted = frozenset(keyed(text).words)
    if not wanted:
        return ()
    found = []
    for place, title in enumerate(names.said):
        words = title.split()
        if wanted.issubset(words):
            found.append((len(words), place))
    found.sort()
    return tuple(
        Candidate(
            names.ids[place],
            names.title(place),
            "fuzzy",
            round(len(wanted) / (size + 1), 4),
            "credential",
        )
        for size, place in found[:limit]
    )
