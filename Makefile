# `make` prints what there is to make.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup setup-tests build demo samples test verify-figures verify-packs bench check lint format record install clean

PREFIX ?= /usr/local
DEMO ?= demo
PACKAGES := libsqlite3-dev libxlsxwriter-dev libsimdjson-dev libxxhash-dev libarchive-dev libexpat1-dev zlib1g-dev pkg-config
TEST_PACKAGES := python3 python3-yaml python3-openpyxl python3-jsonschema python3-pil python3-venv zstd chromium chromium-driver python3-selenium fonts-liberation
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)
RELEASE := swift build -c release --product constat

help: ## print this
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: ## install the Debian packages that are missing
	@missing=$$(for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; fi
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux/"; exit 1; }

setup-tests: setup
	@missing=$$(for p in $(TEST_PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; fi
	test -d .build/axe || { python3 -m venv .build/axe && .build/axe/bin/pip install --quiet --no-deps axe-playwright-python==0.1.8; }

build: setup ## build the tool (release)
	$(RELEASE)

demo: build ## run the whole main job on a made-up organisation into demo/
	rm -rf "$(DEMO)"
	"$$($(RELEASE) --show-bin-path)/constat" demo "$(DEMO)"

test: setup-tests ## build and run every test
	swift build --build-tests
	swift test --skip-build

samples: build setup-tests ## record the samples in Reports/samples anew, from the demo
	rm -rf .build/samples-demo Reports/samples/notifications Reports/samples/reports
	mkdir -p Reports/samples/notifications Reports/samples/reports
	"$$($(RELEASE) --show-bin-path)/constat" demo .build/samples-demo >/dev/null
	cp .build/samples-demo/drafts/*.md .build/samples-demo/drafts/*.json Reports/samples/notifications/
	cp .build/samples-demo/reports/*.md Reports/samples/reports/
	/usr/bin/python3 Tests/browser/pictures.py record .build/samples-demo/reports Reports/samples/reports

verify-figures: build ## compute every figure of the demo a second time, with scipy and lifelines
	test -d .build/verify || python3 -m venv .build/verify
	.build/verify/bin/pip install --quiet scipy lifelines pyyaml
	rm -rf .build/verify-demo
	bin="$$($(RELEASE) --show-bin-path)/constat"; "$$bin" demo .build/verify-demo >/dev/null; \
	.build/verify/bin/python Benchmarks/verify_figures.py "$$bin" .build/verify-demo --as-of 2026-11-03T08:00:00Z

bench: build ## measure beside DuckDB, polars, pandas, sqlite-utils and XlsxWriter, into docs/PERFORMANCE.md (an hour, 15 GB)
	@missing=$$(for p in python3-venv libxlsxwriter-dev; do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; fi
	test -d .build/bench/venv || python3 -m venv .build/bench/venv
	.build/bench/venv/bin/pip install --quiet duckdb polars pandas sqlite-utils xlsxwriter
	.build/bench/venv/bin/python Benchmarks/bench.py "$$($(RELEASE) --show-bin-path)/constat" --write docs/PERFORMANCE.md $(BENCH)

verify-packs: build ## recalculate the demo's packs with LibreOffice, and validate all OSCAL with compliance-trestle
	@missing=$$(for p in libreoffice-calc-nogui python3-venv; do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; fi
	test -d .build/verify || python3 -m venv .build/verify
	.build/verify/bin/pip install --quiet openpyxl compliance-trestle pyyaml
	rm -rf .build/verify-demo
	bin="$$($(RELEASE) --show-bin-path)/constat"; "$$bin" demo .build/verify-demo >/dev/null; \
	for pack in .build/verify-demo/evidence/*; do "$$bin" verify "$$pack"; done
	.build/verify/bin/python Benchmarks/verify_pack.py .build/verify-demo/evidence/*
	.build/verify/bin/python Benchmarks/verify_oscal.py .build/verify-demo/evidence/*

check: lint test ## what must pass before a commit

lint: ## style of all Swift files
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## set all Swift files in the house's style
	swift format --in-place --recursive --parallel Package.swift Sources Tests

record: setup ## write the manual page and docs/METRICS.md anew
	swift package generate-manual --date "$$(date +%F)" >/dev/null
	cp .build/plugins/GenerateManual/outputs/constat/constat.1 docs/constat.1
	swift run constat metrics page > docs/METRICS.md

install: build ## install the tool below PREFIX (default /usr/local)
	bin="$$($(RELEASE) --show-bin-path)"; share="$(DESTDIR)$(PREFIX)/share"; \
	install -D -m 755 "$$bin/constat" "$(DESTDIR)$(PREFIX)/bin/constat"; \
	mkdir -p "$$share/constat"; rm -rf "$$share/constat"/*; \
	cp -R Controls Templates Reports Sources/ConstatImport/Profiles "$$share/constat/"; \
	install -D -m 644 docs/constat.1 "$$share/man/man1/constat.1"; \
	mkdir -p "$$share/bash-completion/completions" "$$share/zsh/site-functions" "$$share/fish/vendor_completions.d"; \
	"$$bin/constat" --generate-completion-script bash > "$$share/bash-completion/completions/constat"; \
	"$$bin/constat" --generate-completion-script zsh > "$$share/zsh/site-functions/_constat"; \
	"$$bin/constat" --generate-completion-script fish > "$$share/fish/vendor_completions.d/constat.fish"

clean: ## remove what was built and the demo
	rm -rf .build "$(DEMO)"
