# Needs only Python 3.11 or newer, make and a package index. Everything is written below this folder.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STATE := .edusandbox
DEMO := demo
# The made-up returns are of this semester, in which this day lies.
DEMO_PERIOD := 2563-1
DEMO_DAY := 2563-07-10
FUZZ_SECONDS ?= 60
RUNS ?= 5
SCALE ?= 1
WORKS ?= W1 W2 W3
PAGE ?= docs/performance.md

export PIP_CACHE_DIR := $(abspath $(STATE))/pip
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PREFECT_HOME := $(abspath $(STATE))/prefect
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1

.PHONY: help demo test lint format fuzz bench gate dictionary server lock licences clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/runtime.installed $(DEMO)/truth/deliveries.csv ## Write a made-up province, consolidate it, show the result
	@EDUSANDBOX_WAREHOUSE_URL=sqlite:///$(DEMO)/warehouse.sqlite \
	 EDUSANDBOX_INBOX_URL=$(DEMO)/inbox \
	 EDUSANDBOX_LANDING_URL=$(DEMO)/landing \
	 EDUSANDBOX_PREFECT_HOME=$(STATE)/prefect \
	 $(BIN)/edusandbox consolidate --period $(DEMO_PERIOD) || [ $$? -eq 3 ]

test: $(VENV)/dev.installed ## Run the whole test suite
	$(BIN)/pytest

lint: $(VENV)/dev.installed ## Check style, formatting and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/dev.installed ## Mend what the linter can mend by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

fuzz: $(VENV)/dev.installed ## Feed the readers damaged files for FUZZ_SECONDS (60)
	@RUST_BACKTRACE=0 $(BIN)/python -m tests.hostile.fuzz --seconds $(FUZZ_SECONDS)

# An hour and a half, on a machine that does nothing else. To try it: make bench SCALE=0.02 RUNS=1 PAGE=/tmp/try.md
bench: $(VENV)/dev.installed ## Measure beside other tools, RUNS (5) runs of each; writes docs/performance.md
	$(BIN)/python -m bench.compare --work $(WORKS) --scale $(SCALE) --runs $(RUNS)
	$(BIN)/python -m bench.scenarios --scale $(SCALE) --runs $(RUNS)
	$(BIN)/python -m bench.report $(PAGE)

gate: $(VENV)/dev.installed ## Warn if the program has become slow beside the floor
	@$(BIN)/python -m bench.gate

dictionary: $(VENV)/runtime.installed ## Write docs/dictionary.md and docs/dictionary.html anew
	$(BIN)/edusandbox dictionary docs/dictionary.md
	$(BIN)/edusandbox dictionary docs/dictionary.html

server: $(VENV)/runtime.installed ## Start the Prefect server with its UI on http://127.0.0.1:4200
	$(BIN)/prefect server start --host 127.0.0.1

lock: ## Write the locked requirements anew from pyproject.toml
	$(PYTHON) -m venv $(STATE)/uv
	$(STATE)/uv/bin/pip install --quiet uv
	$(STATE)/uv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-emit-index-url \
	  --no-emit-package edusandbox --custom-compile-command "make lock" \
	  pyproject.toml requirements/build.in --output-file requirements/runtime.txt
	$(STATE)/uv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-emit-index-url \
	  --no-emit-package edusandbox --custom-compile-command "make lock" --constraint requirements/runtime.txt \
	  --extra dev pyproject.toml requirements/build.in --output-file requirements/dev.txt

licences: $(VENV)/dev.installed ## List the licences of what a deployment installs
	@$(BIN)/python -m tests.licences

clean: ## Remove what make made: the virtual environment, the demo, Prefect's state
	rm -rf $(VENV) $(DEMO) $(STATE)

# Written once, so that a file changed by hand stays changed for the next `make demo`.
$(DEMO)/truth/deliveries.csv: | $(VENV)/runtime.installed
	@$(BIN)/edusandbox sample $(DEMO) --period $(DEMO_PERIOD) --today $(DEMO_DAY)

$(VENV)/runtime.installed: requirements/runtime.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info < (3, 14)))' \
	  || { echo "edusandbox needs Python 3.11, 3.12 or 3.13; name one: make PYTHON=python3.11 ..."; exit 1; }
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements/runtime.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.installed: requirements/dev.txt $(VENV)/runtime.installed
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements/dev.txt
	@touch $@
