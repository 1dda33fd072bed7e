from skillgap.diagnostics.diagnostic import Diagnostic, Severity
from skillgap.diagnostics.told_before import ToldBefore, count_severities

TOLD = (
    Diagnostic("SG401", "one", Severity.WARNING),
    Diagnostic("SG401", "two", Severity.WARNING),
    Diagnostic("SG402", "three", Severity.INFO),
)


def test_counts_without_building_and_builds_once():
    asked = []

    def build():
        asked.append(1)
        return TOLD

    counts = {Severity.WARNING: 2, Severity.INFO: 1, Severity.ERROR: 0}
    told = ToldBefore(counts, build)
    assert (len(told), bool(told), asked) == (3, True, [])
    assert count_severities(told) == count_severities(TOLD)
    assert count_severities(told) == {Severity.WARNING: 2, Severity.INFO: 1}
    assert asked == []
    assert told == TOLD
    assert (told[0], told[1:], tuple(told)) == (TOLD[0], TOLD[1:], TOLD)
    assert hash(told) == hash(TOLD)
    assert asked == [1]
