"""A session with the engine, through its shared library or through its package."""

from __future__ import annotations

import sys

from skillgap.planning.solver.problem import Problem
from skillgap.planning.solver.session import Session


def open_session(problem: Problem, *, with_package: bool = False) -> Session:
    """Hand a problem to HiGHS: through its shared library, or through the `highspy` package.

    Why the library first: both are the same engine, and importing the package costs a tenth of a
    second that everybody waits for, nearly all of it numpy. `with_package` insists on the package,
    which also serves where its wheel holds no library (Windows).
    """
    if not with_package:
        from skillgap.planning.solver.c_api import LibrarySession, load_library

        library = load_library(sys.platform)
        if library is not None:
            return LibrarySession(library, problem)
    from skillgap.planning.solver.python_api import PackageSession

    return PackageSession(problem)
