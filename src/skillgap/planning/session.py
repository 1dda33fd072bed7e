"""Many plans over one catalog: what does not depend on the person is worked out once."""
from __future__ import annotations
class PlanSession:
    pass
