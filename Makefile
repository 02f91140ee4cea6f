# Överens: what one types here. `make` alone lists the targets.

HOST ?= 127.0.0.1
PORT ?= 8000
ARGS ?=
BIN := .venv/bin

# What is served from here stays on this machine, under these names and without TLS.
export ALLOWED_HOSTS ?= localhost,127.0.0.1,[::1],$(HOST)
export HTTPS ?= false

.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench bench-wagtail shots messages assets requirements

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

setup:  ## install everything, for serving and for testing
	@scripts/setup test

run:  ## serve the demo on http://127.0.0.1:8000 (PORT=8010 for another port)
	@scripts/setup run
	@$(BIN)/python manage.py serve_demo $(HOST):$(PORT)

test:  ## run the whole suite; ARGS="tests/core -k rank" for a part of it
	@scripts/setup test
	@$(BIN)/pytest -n 2 --dist loadgroup $(ARGS)

check:  ## run the linters
	@scripts/setup test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/lint-imports

format:  ## let ruff put the Python files in order
	@scripts/setup test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench:  ## measure what is slow
	@scripts/setup test
	@$(BIN)/python -m bench $(ARGS)

bench-wagtail:  ## measure a plan against Wagtail, on the PostgreSQL that DATABASE_URL names
	@scripts/setup test
	@test -d build/wagtail || $(BIN)/python -m venv build/wagtail
	@build/wagtail/bin/pip install --quiet --requirement bench/wagtail/requirements.txt
	@$(BIN)/python -m bench --beside-wagtail build/wagtail/bin/python $(ARGS)

shots:  ## make the screenshots of the README
	@scripts/setup test
	@$(BIN)/python scripts/shots.py $(ARGS)

messages:  ## collect the translatable texts into locale/
	@scripts/setup run
	$(BIN)/python manage.py makemessages --locale sv --no-location --no-wrap --no-obsolete --ignore .venv --ignore node_modules --ignore build --ignore var --ignore tests --ignore bench

assets:  ## fetch static/vendor anew (after a change in package-lock.json or the theme)
	@scripts/setup test
	@scripts/assets

requirements:  ## pin the Python packages anew from pyproject.toml
	@scripts/setup test
	$(BIN)/pip-compile $(PINS) --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile $(PINS) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

# Hashes, and no trace of where this machine fetches its packages.
PINS := --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
