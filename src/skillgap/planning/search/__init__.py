"""From a world to the best set of items: model, branch and bound, cuts, stages."""
