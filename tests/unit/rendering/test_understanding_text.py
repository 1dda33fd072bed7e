import pytest

from skillgap.domain.role import RoleProfile
from skillgap.rendering.understanding_text import codes


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        (None, ""),
        (1, "job zone 1: little or no preparation needed"),
        (2, "job zone 2: some preparation needed"),
        (3, "job zone 3: medium preparation needed"),
        (4, "job zone 4: considerable preparation needed"),
        (5, "job zone 5: extensive preparation needed"),
    ],
)
def test_a_job_zone_is_told_in_words(zone, told):
    role = RoleProfile(id="analyst", title="Analyst", requirements=(), job_zone=zone)
    assert codes(role) == told
