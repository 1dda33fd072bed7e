"""The commands, one a file: their options, and from those to a report and an exit code."""
