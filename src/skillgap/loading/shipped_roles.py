"""The shipped roles for catalogs that come without any."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from skillgap.domain.catalog import Catalog
from skillgap.domain.identifiers import RoleId
from skillgap.domain.role import RoleProfile
from skillgap.loading.catalog_files import load_catalog_files
from skillgap.loading.shipped import shipped_role_files


def shipped_roles_for(catalog: Catalog) -> Mapping[RoleId, RoleProfile]:
    """Give the shipped roles that ask for nothing but skills of the catalog."""
    shipped = load_catalog_files((), shipped_role_files()).catalog.roles
    return MappingProxyType(
        {
            id_: role
            for id_, role in shipped.items()
            if all(catalog.skills.keys() >= set(each.skills) for each in role.requirements)
        }
    )
