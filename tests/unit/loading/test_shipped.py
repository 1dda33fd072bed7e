from __future__ import annotations

from skillgap.checks.registry import run_checks
from skillgap.loading.catalog_files import load_catalog_files
from skillgap.loading.shipped import shipped_catalog_file, shipped_role_files


def test_the_shipped_data_has_nothing_wrong():
    loaded = load_catalog_files([shipped_catalog_file()], shipped_role_files())
    assert loaded.diagnostics == ()
    assert run_checks(loaded.catalog, loaded.sources) == ()
    assert len(loaded.catalog.credentials) >= 120
    assert len(loaded.catalog.roles) >= 12
