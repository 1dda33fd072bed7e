# Short words for what is done every day. `make` alone lists them.

PYTHON = .venv/bin/python
BIN = $(dir $(PYTHON))
BEFORE = ../before/.venv/bin/skillgap

.PHONY: words env test slow lint types imports site fresh check ci full accept same

words:              ## list these words
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

env:                ## make .venv, with all that a contributor needs
	python3 -m venv --without-pip .venv
	python3 -m pip --python .venv/bin/python install -q -e ".[dev]"

test:               ## the everyday tests
	$(PYTHON) -m pytest

slow:               ## the tests that take a second or more each
	$(PYTHON) -m pytest -m slow

lint:               ## lint, and lay the code out
	$(BIN)ruff check .
	$(BIN)ruff format .

types:              ## check types
	$(BIN)mypy

imports:            ## which room may import which
	$(BIN)lint-imports

site:               ## build the site of the docs
	python3 -m pip --python $(BIN)python install -q -e ".[docs]"
	$(BIN)zensical build --strict

fresh:              ## rewrite what is generated
	$(PYTHON) tests/house/generated.py

accept:             ## rewrite what commands print
	$(PYTHON) tests/golden/accept.py

check: lint types imports test  ## what to run before a commit

same:               ## hold what is printed against the build in BEFORE
	$(PYTHON) benchmarks/same_output.py --before $(BEFORE) --after $(BIN)skillgap

ci:                 ## everything, in a fresh environment
	bash .ci/run

full:               ## the same, where a skipped test is a failure
	bash .ci/run --full
