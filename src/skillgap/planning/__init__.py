"""The best learning path the catalog allows, proven and explained."""
