#!/usr/bin/env bash
# HiGHS 1.16.0 (highspy): a small problem in 0-1 columns is solved rightly by itself, and wrongly when
# a feasible start is handed over with setSolution.
#
# Five columns with costs 1 7 1 7 3 and one row, 3a + 5b + 2c + 3d + 4e >= 5. The least is 2 (a and c).
# Given the start a = d = 1, which keeps the row and costs 8, the status is Optimal and the objective
# value 1.0, which no choice of columns has; the columns returned are those of the start. 1.15.1 gives 2
# both ways.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > solve.py <<'PYTHON'
import highspy
import numpy

COSTS, WEIGHTS = (1, 7, 1, 7, 3), (3, 5, 2, 3, 4)


def solve(start):
    highs = highspy.Highs()
    for name, value in (("output_flag", False), ("threads", 1), ("parallel", "off")):
        highs.setOptionValue(name, value)
    for column, cost in enumerate(COSTS):
        highs.addVar(0, 1)
        highs.changeColCost(column, cost)
        highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    places = numpy.arange(5, dtype=numpy.int32)
    highs.addRow(5, highspy.kHighsInf, 5, places, numpy.array(WEIGHTS, dtype=float))
    if start:
        solution = highspy.HighsSolution()
        solution.col_value = start
        highs.setSolution(solution)
    highs.run()
    taken = [round(each) for each in highs.getSolution().col_value]
    cost = sum(c for c, each in zip(COSTS, taken) if each)
    status = highs.modelStatusToString(highs.getModelStatus())
    return f"{status} {highs.getInfo().objective_function_value:g}, columns cost {cost}"


print(f"{highspy.Highs().version()}: alone {solve(None)}; from a start {solve([1, 0, 0, 1, 0])}")
PYTHON
for version in 1.15.1 1.16.0; do
    python3 -m venv "env-$version"
    "env-$version/bin/python" -m pip install -q "highspy==$version" "numpy<3"
    "env-$version/bin/python" solve.py | tail -1 | tee "said-$version"
done
grep -q "alone Optimal 2, columns cost 2; from a start Optimal 2, columns cost 2" said-1.15.1
grep -q "alone Optimal 2, columns cost 2; from a start Optimal 1, columns cost 8" said-1.16.0
