"""Credentials by what people call them: titles, short names, exam codes, with or without vendor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from skillgap.domain.catalog import Catalog
from skillgap.matching.levels import compiled
from skillgap.matching.lexicon import words_of
from skillgap.matching.match import Candidate
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
    """The keys of all credentials, to ids: one that ends in `?` names them only beside more.

    `issuers` maps the names of issuers to their ids, `of_issuer` each id to its credentials.
    """

    ids_of: Mapping[str, list[str]]
    issuers: Mapping[str, list[str]]
    of_issuer: Mapping[str, list[str]]
    titles: Mapping[str, str]
    plain: frozenset[str]


def index_credentials(catalog: Catalog) -> CredentialNames:
    """Index the titles, aliases and exam codes of a catalog's credentials."""
    ids_of: dict[str, list[str]] = {}
    ids_of_codes: dict[str, list[str]] = {}
    of_issuer: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    plain: set[str] = set()
    issuer_words = {
        each.id: issuer_names(each.id, each.name, each.aliases) for each in catalog.issuers.values()
    }
    for credential in catalog.credentials.values():
        titles[credential.id] = credential.title
        of_issuer.setdefault(credential.issuer, []).append(credential.id)
        vendor = issuer_words.get(credential.issuer, frozenset())
        own = (credential.title, *credential.aliases)
        for called, keys in ((own, ids_of), (codes_in(own), ids_of_codes)):
            for key in dict.fromkeys(key for name in called for key in keys_of(name, vendor)):
                keys.setdefault(key, []).append(credential.id)
        if is_plain(credential.title, vendor):
            plain.add(keyed(credential.title).key)
    for key, found in ids_of_codes.items():
        ids_of.setdefault(key, found)
    issuers: dict[str, list[str]] = {}
    for issuer, names in issuer_words.items():
        for name in names:
            issuers.setdefault(name, []).append(issuer)
    return CredentialNames(ids_of, issuers, of_issuer, titles, frozenset(plain))


def issuer_names(id_: str, name: str, aliases: Iterable[str]) -> frozenset[str]:
    """Give the words that name an issuer, with and without "academy" and the like."""
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
    """Give the words without the issuer's name at their beginning."""
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
    """Give what a text is looked up by: without years, plurals and words that say little."""
    text = compiled(r"(?<=[a-z0-9])\s+\+(?=\s|\Z)").sub("+", text)
    words = normalize(text).split()
    is_sure = any(word in SAYS_CREDENTIAL for word in words)
    kept = [word for word in words if word not in NOISE and not compiled(YEARS + r"\Z").match(word)]
    joined = compiled(r"(?<=[a-z]) plus\b").sub("+", " ".join(kept))
    joined = compiled(r"(?<=level )[123]\b").sub(lambda found: "i" * int(found[0]), joined)
    return Keyed(tuple(joined.split()), is_sure)


def find_credentials(names: CredentialNames, text: str) -> tuple[tuple[Candidate, ...], bool]:
    """Give the credentials that a whole text names, and whether it says that it is a credential.

    With nothing found, its singular and what stands beside a vendor's name are tried as well.
    """
    said = keyed(text)
    for written in (text, compiled(PLURAL).sub("", text.strip())):
        words = keyed(written).words
        if not words:
            continue
        whole, key = squeeze(normalize(written)), squeeze(" ".join(words))
        found = names.ids_of.get(whole) or names.ids_of.get(key)
        if not found and said.is_sure:
            found = names.ids_of.get(key + WITH_WORD)
        if not found:
            found = behind_issuer(names, words)
        if found:
            is_exact = any(squeeze(normalize(names.titles[each])) == whole for each in found)
            return candidates(names, found, "exact" if is_exact else "alias"), said.is_sure
    return (), said.is_sure


def behind_issuer(names: CredentialNames, words: tuple[str, ...]) -> list[str]:
    """Give the credentials that words name whose first or last are those of their issuer."""
    for length in range(1, min(MOST_ISSUER_WORDS, len(words) - 1) + 1):
        for issuer_words, rest in (
            (words[:length], words[length:]),
            (words[-length:], words[:-length]),
        ):
            issuers = names.issuers.get(" ".join(issuer_words))
            if not issuers:
                continue
            owned = {each for issuer in issuers for each in names.of_issuer.get(issuer, ())}
            key = squeeze(" ".join(rest))
            for ending in (WHOLE, WITH_WORD):
                found = [each for each in names.ids_of.get(key + ending, ()) if each in owned]
                if found:
                    return found
    return []


def candidates(names: CredentialNames, ids: Iterable[str], method: str) -> tuple[Candidate, ...]:
    """Give credentials as what words may mean, each as likely as the others."""
    owners = sorted(set(ids))
    return tuple(
        Candidate(each, names.titles[each], method, round(1.0 / len(owners), 4), "credential")
        for each in owners
    )


def rank_credentials(names: CredentialNames, text: str, limit: int) -> tuple[Candidate, ...]:
    """Give the credentials whose title has all that is said, the shortest titles first."""
    said = set(keyed(text).words)
    if not said:
        return ()
    found = []
    for id_, title in names.titles.items():
        words = set(keyed(title).words)
        if said <= words:
            found.append((len(words), id_))
    found.sort()
    return tuple(
        Candidate(id_, names.titles[id_], "fuzzy", round(len(said) / (size + 1), 4), "credential")
        for size, id_ in found[:limit]
    )


NO_NAMES = CredentialNames(*(MappingProxyType({}),) * 4, plain=frozenset())
