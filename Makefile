# make report   build the environment and write the page of the built-in case
# make test     build the environment and run everything that must be green
#               (make test ROOM=conflict: the tests of one room and its examples, in seconds)
# make shell    a shell in which `hikiwake` is a command (or put .venv/bin on your PATH)
# make locks    refresh the pinned versions

PYTHON ?= python3
BIN := .venv/bin
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)  # one more than cores: browsers and clusters wait

unexport PYTHONDONTWRITEBYTECODE  # hundreds of short programs are started: compiled modules are kept, whoever says otherwise

.PHONY: report test environment browser types tests shell locks

report:
	@$(PYTHON) tools/environment.py run
	@$(BIN)/hikiwake report --output report.html
	@echo "$(CURDIR)/report.html"

ifdef ROOM
test: environment
	$(BIN)/pytest -q $(wildcard tests/$(ROOM) src/hikiwake/$(ROOM) src/hikiwake/$(ROOM).py)
else
test:  # what waits for the network or for one core runs beside the rest
	@$(MAKE) --no-print-directory --jobs 3 environment browser
	@$(MAKE) --no-print-directory --jobs 3 types tests
endif

environment:
	@$(PYTHON) tools/environment.py test

browser:
	@tools/browser.sh

types:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

tests:
	$(BIN)/pytest --cov --cov-report= --numprocesses $(WORKERS) --dist worksteal

shell:
	@$(PYTHON) tools/environment.py run
	@PATH="$(CURDIR)/$(BIN):$$PATH" exec "$${SHELL:-/bin/sh}"

locks:
	PYTHON=$(PYTHON) tools/lock.sh
