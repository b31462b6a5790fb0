#!/bin/sh
# Says in plain words what is wrong with the Rust or Node.js installation, if anything is.
set -eu

rust_wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
node_wanted=20.19

stop() {
    echo "$1" >&2
    exit 1
}

is_at_least() {
    [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

command -v cargo >/dev/null || stop "Trilane needs Rust $rust_wanted or newer. Install it from https://rustup.rs and open a new terminal."
rust_found=$(rustc --version | cut -d ' ' -f 2)
is_at_least "$rust_wanted" "$rust_found" ||
    stop "Trilane needs Rust $rust_wanted or newer; this is $rust_found. Bring it up to date with: rustup update stable"

command -v node >/dev/null || stop "Trilane needs Node.js $node_wanted or newer. Install it from https://nodejs.org."
node_found=$(node --version | tr -d v)
is_at_least "$node_wanted" "$node_found" ||
    stop "Trilane needs Node.js $node_wanted or newer; this is $node_found. Install a newer one from https://nodejs.org."
command -v npm >/dev/null || stop "Trilane needs npm, which comes with Node.js from https://nodejs.org."
