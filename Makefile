# `make serve` and `make test` do everything on a fresh machine; the rest are their parts.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help serve test site disk check lint bench fuzz clean setup setup-test

# What tools/setup.sh found or installed.
tools := . "$${QINGMIAO_CACHE:-$${XDG_CACHE_HOME:-$$HOME/.cache}/qingmiao}/env.sh"; export PATH="$(CURDIR)/node_modules/.bin:$$PATH"

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

setup:
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

serve: setup ## build, and show the portal at http://127.0.0.1:8080; a change in content/ shows at once
	@$(tools); trunk build; cargo run --quiet --locked -- serve

site: setup ## the portal for a web server in dist/, the generator at target/release/qingmiao
	@$(tools); trunk build --release

disk: site ## the portal for a USB stick in dist-disk/
	@target/release/qingmiao build --edition disk --out dist-disk

check: setup ## say what is wrong in content/
	@$(tools); cargo run --quiet --locked -- check

lint: setup ## formatting and clippy
	@$(tools); cargo fmt --check
	@$(tools); cargo clippy --quiet --locked --all-targets -- --deny warnings
	@$(tools); cargo clippy --quiet --locked --lib --no-default-features --features hydrate \
	    --target wasm32-unknown-unknown -- --deny warnings
	@$(tools); cargo check --quiet --locked --package qingmiao-fuzz
	@$(tools); cargo check --quiet --locked --package bench_policy --target wasm32-unknown-unknown

test: setup-test lint ## everything that must hold, in Chromium too
	@$(tools); cargo test --quiet --locked --no-run
	@$(tools); GENERATOR="$${CARGO_TARGET_DIR:-$(CURDIR)/target}/debug/qingmiao" trunk build --release
	@$(tools); cargo test --locked

bench: site ## the rules of 1,000 policies and a map of 50,000 points in wasm; pages per second, memory and bytes of 10,000 pages
	@$(tools); cargo build --quiet --locked --package bench_policy --profile wasm-bench --target wasm32-unknown-unknown
	@$(tools); wasm-bindgen --target nodejs --out-dir target/bench_policy \
	    "$${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/wasm-bench/bench_policy.wasm"
	@$(tools); python3 tools/bench.py

# Coverage as `cargo fuzz` asks for it, without a sanitizer and so without a nightly compiler: there is no unsafe code to watch.
coverage := -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table -Cdebug-assertions

fuzz: setup ## random files, hours and numbers against the readers, two minutes each; what breaks one is left in target/fuzz
	@$(tools); RUSTFLAGS="$(coverage)" cargo build --quiet --release --locked --package qingmiao-fuzz \
	    --target-dir target/fuzz --target "$$(rustc --print host-tuple)"
	@cd target/fuzz; for target in content hours carried search; do \
	    mkdir -p corpus/$$target; */release/$$target -max_total_time=120 -timeout=10 corpus/$$target; done

clean: ## what was built; the tools stay in the cache
	@rm -rf target dist dist-disk
