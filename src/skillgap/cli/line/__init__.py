"""The command line: which commands there are, what each takes, and how what is typed is read."""
