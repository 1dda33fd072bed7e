import pytest

from skillgap.matching.normalize import normalize
from skillgap.matching.several import SEVERAL_MEANINGS, has_several_meanings


@pytest.mark.parametrize("name", ["GCP", "CSR", "LeSS", "SOC 2", "systems analysis", "Networking"])
def test_these_names_mean_several_things(name):
    assert has_several_meanings(normalize(name))


@pytest.mark.parametrize("name", ["SQL", "Kubernetes", "computer networking", ""])
def test_these_mean_one(name):
    assert not has_several_meanings(normalize(name))


def test_names_are_kept_as_they_are_looked_up():
    assert all(name and normalize(name) == name for name in SEVERAL_MEANINGS)
