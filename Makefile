# Accord: every task by one name. The only things needed beforehand: Python >= 3.11, pip and make.

PYTHON ?= python3
UV := .venv/bin/uv
RUN := $(UV) run --locked --no-sync
export UV_PYTHON_DOWNLOADS := never

.PHONY: setup demo test test-all lint bench docs clean

setup: .venv/ready  ## a virtual environment with everything locked

.venv/ready: pyproject.toml uv.lock
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@test -x $(UV) || .venv/bin/python -m pip install --quiet uv
	@$(UV) sync --locked --quiet
	@touch $@

demo: setup  ## builds the demonstration record, audits it, serves it
	@.venv/bin/accord demo

test: setup lint  ## what every change must pass
	@$(RUN) pytest -m "not long" -n auto

test-all: setup lint  ## also the long suites: fuzzing, injected faults, large records
	@$(UV) sync --locked --quiet --all-groups
	@$(RUN) pytest -n auto

lint: setup
	@$(RUN) ruff check accord tests tools
	@$(RUN) ruff format --check accord tests tools
	@$(RUN) mypy
	@$(RUN) lint-imports

bench: setup  ## speed against named peers, in one run
	@$(UV) sync --locked --quiet --group bench
	@.venv/bin/accord bench

docs: setup  ## the reference pages made from the program itself
	@$(RUN) python -m tools.docs

clean:
	rm -rf .venv demo-record
