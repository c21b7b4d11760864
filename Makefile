# Two commands on a fresh machine with Python >= 3.11, git and make: `make run`, `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOSSIER ?= rayzan.dossier
UV := $(shell command -v uv 2>/dev/null)

ifdef REPORTS
INPUT := $(REPORTS)
PACK :=
else
INPUT := samples/reports
PACK := --pack samples/pack
endif

.PHONY: run serve test check workbench screenshots benchmark halfspace-model peers clean help

help: ## what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(VENV)/ready: pyproject.toml
ifdef UV
	@$(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	@$(UV) pip install --quiet --python $(BIN)/python -e '.[test]'
else
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
endif
	@PYTHONDONTWRITEBYTECODE= $(BIN)/rayzan read samples/reports/s01-transit-proposal.txt > $(VENV)/first.jsonl  # as an installer compiles: the next start finds it
	@touch $@

run: $(VENV)/ready ## read the samples (or REPORTS=path) into a dossier and show what was found
	@$(BIN)/rayzan add $(INPUT) --dossier $(DOSSIER) $(PACK)
	@$(BIN)/rayzan show --dossier $(DOSSIER)
	@echo
	@echo "Next:  make serve                              opens the dossier at http://127.0.0.1:8000"
	@echo "       make run REPORTS=path DOSSIER=my.dossier  reads reports of your own"
	@echo "       $(BIN)/rayzan --help                    lists all commands"

serve: $(VENV)/ready ## serve the dossier as pages
	@$(BIN)/rayzan serve --dossier $(DOSSIER) $(PACK)

test: $(VENV)/ready ## ruff, mypy --strict, and all tests with cases, floors and house rules
	@$(BIN)/ruff check src tests evaluation benchmarks
	@$(BIN)/mypy
	@$(BIN)/python -m pytest

benchmark: $(VENV)/ready ## speed of reading beside its parts
	@$(BIN)/python benchmarks/reading.py

halfspace-model: $(VENV)/ready ## make the half-space model anew from open texts (DATA=folder, ../shared/data by default) and measure it
	@$(BIN)/python evaluation/halfspace.py train $(DATA)
	@$(BIN)/python evaluation/pair.py make $(DATA)

PEERS_PYTHON ?= $(PYTHON)
peers: ## measure half-spaces, sentences, words and speed beside other packages (PEERS_PYTHON=python3.12 or newer for hazm); writes docs/peers.md
	@test -x $(VENV)-peers/bin/python || $(PEERS_PYTHON) -m venv $(VENV)-peers
	@$(VENV)-peers/bin/python -m pip install --quiet --disable-pip-version-check -e '.[peers]'
	@$(VENV)-peers/bin/python evaluation/peers.py $(DATA) --write

workbench/node_modules: workbench/package-lock.json
	@cd workbench && npm ci --no-audit --no-fund --loglevel=error && touch node_modules

workbench: workbench/node_modules ## build the scripts and styles of the pages (Node; the built files are committed)
	@cd workbench && npm run --silent build

screenshots: $(VENV)/ready workbench/node_modules ## pages over the samples, into docs/screenshots (Node and Chromium)
	@node workbench/screenshots.mjs

clean: ## remove what was made
	@rm -rf $(VENV) $(VENV)-peers *.dossier *.dossier-wal *.dossier-shm
