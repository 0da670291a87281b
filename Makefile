# The one list of commands. `make run` and `make test` work on a fresh clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint bench pictures accept screenshots fonts catalogues docs clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/app: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Trilliant needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tests: $(VENV)/app
	$(BIN)/python -m pip install --quiet --editable '.[tests]'
	@touch $@

run: $(VENV)/app ## open the app on the sample workshop (without a display: a PDF and a picture in build/)
	@$(BIN)/python -m ui.run_sample

test: $(VENV)/tests lint ## install what tests need, check the code, and run all tests
	$(BIN)/python -m pytest -q

lint: $(VENV)/tests ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/tests ## measure; tables on screen, the same in build/bench.json
	$(BIN)/python -m tests.benchmarks

pictures: $(VENV)/tests ## pictures of every view and page in build/pictures; fails on clipped or overlapping labels
	$(BIN)/python -m tests.pictures

accept: $(VENV)/tests ## accept the sample's pages on paper as they look now (tests/exports/accepted)
	$(BIN)/python -m tests.exports.page_pictures

screenshots: $(VENV)/tests ## make the readme's pictures in docs/pictures anew
	$(BIN)/python -m tests.pictures.readme

fonts: $(VENV)/tests ## cut the static fonts anew from the variable one
	$(BIN)/python -m resources.make_fonts

catalogues: $(VENV)/tests ## bring the catalogues of messages up to date with what documents say
	$(BIN)/python -m tests.catalogues

docs: $(VENV)/app ## write docs/json.md anew from the records
	$(BIN)/python -m exports.json_docs

clean: ## remove everything that was made
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
