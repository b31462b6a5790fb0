# The only entry point. Each target sets up what it needs and nothing more; `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test lint fix bindings e2e bench package screenshots clean

STAMPS := target/stamps
UI_SOURCES := $(shell find ui -type f -not -path 'ui/node_modules/*' -not -path 'ui/dist/*' \
	-not -path 'ui/src/paraglide/*' -not -name '*.test.ts' 2>/dev/null)

# One command line for everything that tests build, so that no dependency is compiled twice.
TEST_FEATURES := --workspace --locked --features trilane/journey,tests/journeys

# Likewise for what is measured, without what only tests may do.
BENCHES := --workspace --locked

ifeq ($(CI),true)
export CARGO_TERM_COLOR := never
export NO_COLOR := 1
endif

help: ## Show this list
	@grep -hE '^[a-z0-9]+: .*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## /\1\t/' | expand -t 14

run: $(STAMPS)/build-packages $(STAMPS)/tools ui/dist/index.html ## Build the app and open it (without a display: write the tour into out/)
	cargo build --profile quick --locked -p trilane
	@scripts/run.sh target/quick/trilane

test: $(STAMPS)/test-packages $(STAMPS)/tools ui/dist/index.html ## Run every check of behaviour: UI, Rust, journeys in the real window
	npm --prefix ui run check
	npm --prefix ui run test
	cargo build $(TEST_FEATURES) --bins --tests
	scripts/offline.sh cargo test $(TEST_FEATURES) --no-fail-fast

lint: $(STAMPS)/build-packages $(STAMPS)/tools ui/dist/index.html ## Check format, lints, types and dead code; change nothing
	cargo fmt --all --check
	cargo clippy $(TEST_FEATURES) --all-targets -- -D warnings
	npm --prefix ui run lint
	npm --prefix ui run check
	npm --prefix ui run dead

fix: $(STAMPS)/build-packages $(STAMPS)/tools ui/dist/index.html ## Format, and mend what the linters can mend
	cargo clippy $(TEST_FEATURES) --all-targets --fix --allow-dirty --allow-staged
	cargo fmt --all
	npm --prefix ui run fix

bindings: $(STAMPS)/build-packages $(STAMPS)/tools ui/dist/index.html ## Write the TypeScript side of the commands anew
	TRILANE_WRITE_BINDINGS=1 cargo test $(TEST_FEATURES) --test bindings the_committed_bindings_are_up_to_date

e2e: $(STAMPS)/test-packages $(STAMPS)/tools ui/dist/index.html ## Run the journeys through the real window (JOURNEY=name for some)
	cargo build $(TEST_FEATURES) --bins --tests
	scripts/offline.sh cargo test $(TEST_FEATURES) --test journeys -- $(JOURNEY)

screenshots: $(STAMPS)/test-packages $(STAMPS)/tools ui/dist/index.html ## Take docs/screenshots anew, light and dark
	cargo build $(TEST_FEATURES) --bins --tests
	SCREENSHOTS=docs/screenshots scripts/offline.sh cargo test $(TEST_FEATURES) --test journeys -- screenshots
	@ls docs/screenshots/*.png

bench: $(STAMPS)/test-packages $(STAMPS)/tools ui/dist/index.html ## Measure: cold start, scrolling, spreadsheets in and out beside the raw libraries, documents, edits, views
	cargo build --release $(BENCHES) --bins
	cargo build --release --locked --manifest-path tests/blank-window/Cargo.toml --target-dir target
	target/release/cold-start target/release/trilane target/release/blank-window
	TRILANE_APP=target/release/trilane target/release/scroll
	TRILANE_APP=target/release/trilane target/release/typing
	TRILANE_APP=$(CURDIR)/target/release/trilane cargo bench $(BENCHES) --bench in-and-out
	cargo bench $(BENCHES) --bench pdf --bench edits --bench plans --bench views

package: $(STAMPS)/build-packages $(STAMPS)/tools ui/dist/index.html packaging/node_modules/.package-lock.json ## Make the installable package of this system
	packaging/node_modules/.bin/tauri build -- --locked --profile dist
	@scripts/list-packages.sh

clean: ## Remove everything that was built
	rm -rf target out ui/dist ui/node_modules ui/src/paraglide packaging/node_modules

$(STAMPS)/build-packages: scripts/system-packages.sh
	@scripts/system-packages.sh build
	@mkdir -p $(@D) && touch $@

$(STAMPS)/test-packages: scripts/system-packages.sh
	@scripts/system-packages.sh build test
	@mkdir -p $(@D) && touch $@

$(STAMPS)/tools: scripts/check-tools.sh
	@scripts/check-tools.sh
	@mkdir -p $(@D) && touch $@

ui/node_modules/.package-lock.json: ui/package.json ui/package-lock.json | $(STAMPS)/tools
	npm --prefix ui ci --ignore-scripts --no-audit --no-fund
	@touch $@

ui/dist/index.html: ui/node_modules/.package-lock.json $(UI_SOURCES)
	npm --prefix ui run build
	@touch $@

packaging/node_modules/.package-lock.json: packaging/package.json packaging/package-lock.json | $(STAMPS)/tools
	npm --prefix packaging ci --ignore-scripts --no-audit --no-fund
	@touch $@
