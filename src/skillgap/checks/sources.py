"""On what records rest, and addresses that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from skillgap.diagnostics.diagnostic import Diagnostic
from skillgap.diagnostics.location import DataPath
from skillgap.diagnostics.locator import Locator
from skillgap.domain.catalog import Catalog
from skillgap.domain.source import Basis, Source

HOST: Final = re.compile(r"https?://(?:[^/@?#]*@)?([^/:?#]*)", re.IGNORECASE)
PLAUSIBLE_HOST: Final = re.compile(
    r"(?:(?!-)[a-z0-9-]+(?<!-)\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?\Z|[0-9]{1,3}(?:\.[0-9]{1,3}){3}\Z",
    re.IGNORECASE,
)


def check_sources(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find readings without a date, and dates of what was not read."""
    for path, source in sources_of(catalog):
        if source.basis is Basis.READ and source.as_of is None:
            where = locator.locate((*path, "basis"))
            hint = "add `as_of:` with the date of what was read, or write `general-knowledge`"
            yield where.diagnose("SG405", "read, and no date of what was read", hint=hint)
        if source.basis is Basis.GENERAL_KNOWLEDGE and source.as_of is not None:
            where = locator.locate((*path, "as_of"))
            hint = "write `as_of: null`, or `basis: read` with what was read"
            yield where.diagnose("SG406", "a date, though nothing was read", hint=hint)


def sources_of(catalog: Catalog) -> Iterator[tuple[DataPath, Source]]:
    """Return every source of a catalog with its data path."""
    candidates: list[tuple[DataPath, Source | None]] = [
        (("exchange_rates", "source"), catalog.exchange_rates.source)
    ]
    for credential in catalog.credentials.values():
        candidates.append((("credentials", credential.id, "source"), credential.source))
        candidates += [
            (("credentials", credential.id, "field_sources", name), source)
            for name, source in credential.field_sources.items()
        ]
    for stack in catalog.stacks.values():
        candidates.append((("stacks", stack.id, "source"), stack.source))
    for role in catalog.roles.values():
        candidates.append((("roles", role.id, "source"), role.source))
        if role.pay is not None:
            candidates.append((("roles", role.id, "pay", "source"), role.pay.source))
    return ((path, source) for path, source in candidates if source is not None)


def check_source_presence(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find credentials, stacks, roles and pay without a source."""
    bare: list[tuple[DataPath, str]] = [
        ((section, each.id), f"`{each.id}`")
        for section in ("credentials", "stacks", "roles")
        for each in getattr(catalog, section).values()
        if each.source is None
    ]
    bare += [
        (("roles", role.id, "pay"), f"the pay of `{role.id}`")
        for role in catalog.roles.values()
        if role.pay is not None and role.pay.source is None and role.source is None
    ]
    for path, name in bare:
        where = locator.locate((*path, "id") if len(path) == 2 else path)
        hint = "add `source: {basis: ...}`: `read` with url and date, or `general-knowledge`"
        yield where.diagnose("SG426", f"{name} does not say on what it rests", hint=hint)


def check_traceable(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find readings that nobody else could look up."""
    for path, source in sources_of(catalog):
        if source.basis is Basis.READ and source.url is None and not source.note:
            where = locator.locate((*path, "basis"))
            hint = "add `url:`, or `note:` with the name of the file or data set"
            yield where.diagnose("SG421", "read, and no word of where", hint=hint)


def check_urls(catalog: Catalog, locator: Locator) -> Iterator[Diagnostic]:
    """Find addresses whose host cannot be one."""
    known: dict[str, bool] = {}
    for path, url in urls_of(catalog):
        found = HOST.match(url)
        host = found.group(1) if found else ""
        if host not in known:
            known[host] = PLAUSIBLE_HOST.match(host) is not None
        if not known[host]:
            hint = "write the whole address, such as `https://www.example.org/`"
            yield locator.locate(path).diagnose("SG427", f"`{host}` is no host", hint=hint)


def urls_of(catalog: Catalog) -> Iterator[tuple[DataPath, str]]:
    """Return every address of a catalog with its data path."""
    found: list[tuple[DataPath, str | None]] = []
    for issuer in catalog.issuers.values():
        here: DataPath = ("issuers", issuer.id)
        found.append(((*here, "url"), issuer.url))
        found += inner_urls((*here, "accreditations"), (each.url for each in issuer.accreditations))
    for skill in catalog.skills.values():
        path = ("skills", skill.id, "alignments")
        found += inner_urls(path, (each.url for each in skill.alignments))
    for credential in catalog.credentials.values():
        here = ("credentials", credential.id)
        found.append(((*here, "url"), credential.url))
        found += inner_urls((*here, "recognition"), (each.url for each in credential.recognition))
    found += [(("stacks", stack.id, "url"), stack.url) for stack in catalog.stacks.values()]
    found += [((*path, "url"), source.url) for path, source in sources_of(catalog)]
    return ((path, url) for path, url in found if url)


def inner_urls(path: DataPath, urls: Iterable[str | None]) -> Iterator[tuple[DataPath, str | None]]:
    """Return the addresses of the entries of a list."""
    return (((*path, index, "url"), url) for index, url in enumerate(urls))
