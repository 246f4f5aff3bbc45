# Two commands on a fresh machine with Python 3.11 or newer: `make build` and `make test`. Each sets up what it needs in .venv.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet
# What is installed as editable is compiled by nobody, and where PYTHONDONTWRITEBYTECODE is set at each start anew: 0.15 s of CPU.
COMPILE := $(BIN)/python -m compileall -q generator && $(BIN)/python -m scripts.compile_templates > /dev/null

.DEFAULT_GOAL := help
.PHONY: help build check serve test lint types contract pytest golden bench properdocs requirements clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(VENV)/.run ## convert the articles and render the site into site/
	$(BIN)/briefs build

check: $(VENV)/.run ## verify every brief
	$(BIN)/briefs check

serve: $(VENV)/.run ## preview the site and rebuild it as files change
	$(BIN)/briefs serve

test: lint types contract pytest ## lint, types, import contract and every test

lint: $(VENV)/.dev ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy --strict
	$(BIN)/mypy

contract: $(VENV)/.dev ## the import contract: imports fall
	$(BIN)/lint-imports

pytest: $(VENV)/.dev ## the tests alone
	$(BIN)/pytest

golden: $(VENV)/.dev ## write the golden files anew; read the difference before you keep it
	$(BIN)/pytest --update-golden

bench: $(VENV)/.run ## what builds take, against MkDocs alone on the same briefs (bench/README.md)
	$(BIN)/python -m bench $(BENCH)

properdocs: $(VENV)/.dev ## ProperDocs, the continuation of MkDocs, builds the same site, byte for byte
	$(BIN)/python scripts/compare_hosts.py

requirements: ## resolve the pinned requirements anew (needs uv)
	for group in run:build dev:dev; do \
	  uv pip compile pyproject.toml --group $${group#*:} --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --no-annotate --quiet --upgrade --output-file requirements/$${group%:*}.txt; \
	done

clean: ## remove the virtual environment and the site
	rm -rf $(VENV) && find site -mindepth 1 ! -name .gitignore -delete

$(VENV)/.run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	$(COMPILE)
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	$(COMPILE)
	touch $@ $(VENV)/.run
