# Landauf: every target sets up what it needs. `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST := $(BIN)/python -m pytest

.PHONY: help run test check gates bench installer screenshots locales clean system setup

help:  ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

run: setup  ## the window on sample data; without a display the whole demo as files
	@scripts/run.sh $(BIN)

test: setup  ## all tests, on two cores
	$(PYTEST) -n 2

check: setup  ## format, lint, import contracts, dependencies, dead code, types, style tests
	@scripts/check.sh $(BIN)

gates: setup  ## checks that need foreign programs; installs them where it may
	@scripts/system_packages.sh gates
	@scripts/node_packages.sh
	LANDAUF_GATES=1 $(PYTEST) -m gate -p no:randomly tests

bench: setup  ## measure against the bars and print the table
	$(BIN)/python -m tests.bench

installer: setup  ## bundle, Debian package, wheel and Windows set-up, tried and measured, in build/installer
	@scripts/system_packages.sh installer
	@scripts/installer.sh $(BIN)

screenshots: setup  ## every page in both themes and at 1366x768, into build/screenshots
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m gui.screenshots build/screenshots

locales: setup  ## collect messages, update the catalogues; fails if German has gaps
	$(BIN)/python -m scripts.locales

clean:  ## remove everything that the other targets made
	rm -rf $(VENV) .venv-peers build dist .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage
	find domain gui tests scripts locales \( -name __pycache__ -o -name '*.mo' \) -prune -exec rm -rf {} +

setup: system $(READY)

system:
	@scripts/system_packages.sh qt

$(READY): constraints.txt pyproject.toml hatch_build.py scripts/set_up.sh
	@scripts/set_up.sh $(PYTHON) $(VENV)
	@touch $@
