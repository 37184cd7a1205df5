#!/usr/bin/env bash
# Puts the build's tools in place, and writes where they are to $cache/env.sh, which the Makefile reads.
#
#   tools/setup.sh build    a compiler for wasm, Trunk, wasm-bindgen, wasm-opt
#   tools/setup.sh test     the same, and Chromium with a Chinese font
#
# Every tool has one pinned version. A right one on the machine is used as it is; a wrong one is left alone,
# and ours goes into a cache folder outside the tree, which outlives `make clean` and serves every checkout.
set -euo pipefail
cd "$(dirname "$0")/.."

trunk_version=0.21.14
cache=${QINGMIAO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/qingmiao}
toolchain_name=qingmiao-debian
wasm=wasm32-unknown-unknown
mkdir -p "$cache/bin"
export PATH="$cache/bin:$PATH"

say() { printf 'setup: %s\n' "$*" >&2; }
fail() {
    printf 'setup: missing: %s\n       install it with: %s\n' "$1" "$2" >&2
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }
sudo_if_needed() { if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo "$@"; else return 1; fi; }

# --- Debian packages ---------------------------------------------------------------------------------------------

apt_ready=
apt_install() { # PACKAGE…
    have apt-get || return 1
    if [ -z "$apt_ready" ]; then
        sudo_if_needed timeout 300 apt-get update -qq >/dev/null 2>&1 || return 1
        apt_ready=yes
    fi
    sudo_if_needed env DEBIAN_FRONTEND=noninteractive \
        timeout 900 apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

# --- a compiler that knows wasm ----------------------------------------------------------------------------------

# Succeeds when the current `rustc` can compile for wasm: a standard library of another version does not count.
wasm_ready() {
    printf '#![crate_type = "lib"]' | rustc --target "$wasm" --emit metadata -o "$cache/probe.rmeta" - >/dev/null 2>&1
}

# Debian's compiler has no wasm std, but ships the sources to build one.
debian_toolchain() {
    if ! [ -x /usr/bin/rustc ] || ! [ -d /usr/lib/rustlib/src ] || ! compgen -G '/usr/bin/wasm-ld-*' >/dev/null; then
        say "installing Debian's Rust compiler with its sources (about 1 minute)"
        apt_install rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web || return 1
    fi
    local llvm
    llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
    [ -x "/usr/bin/wasm-ld-$llvm" ] || apt_install "lld-$llvm" || return 1
    if have rustup; then
        rustup toolchain link "$toolchain_name" /usr >/dev/null 2>&1 || return 1
        export RUSTUP_TOOLCHAIN=$toolchain_name
    else
        export PATH="/usr/bin:$PATH"
    fi
    wasm_ready || build_wasm_std
}

build_wasm_std() {
    say "building the standard library for $wasm from Debian's sources (about 1 minute)"
    local probe libdir
    probe=$(mktemp -d)
    mkdir -p "$probe/src"
    printf '[package]\nname = "probe"\nversion = "0.0.0"\nedition = "2021"\n[lib]\n' >"$probe/Cargo.toml"
    : >"$probe/src/lib.rs"
    (cd "$probe" && env -u RUSTUP_TOOLCHAIN RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR="$probe/target" \
        /usr/bin/cargo build --quiet -Zbuild-std=std,panic_abort --release --target "$wasm") || return 1
    libdir=/usr/lib/rustlib/$wasm/lib
    rm -f "$probe/target/$wasm/release/deps/"libprobe-*
    sudo_if_needed rm -rf "$libdir"
    sudo_if_needed mkdir -p "$libdir"
    sudo_if_needed cp "$probe/target/$wasm/release/deps/"*.rlib "$libdir/"
    rm -rf "$probe"
    wasm_ready
}

setup_compiler() {
    # What was found last time, on the machine as it is today.
    if [ -f "$cache/env.sh" ] && (. "$cache/env.sh" && wasm_ready); then
        . "$cache/env.sh"
        return
    fi
    if have rustc && wasm_ready; then return; fi
    if have rustup; then
        say "asking rustup for the $wasm target (gives up after 20 seconds without an answer)"
        if timeout 20 rustup check >/dev/null 2>&1; then
            timeout 900 rustup target add "$wasm" >/dev/null 2>&1 && wasm_ready && return
        fi
        say "rustup's server does not answer; trying Debian's compiler"
    fi
    debian_toolchain && return
    fail "a Rust compiler with the $wasm target" "rustup target add $wasm   (Rust itself: see README.md)"
}

# --- tools from crates -------------------------------------------------------------------------------------------

# The version of wasm-bindgen-cli has to be the very one of the library.
locked_version() { awk -v name="\"$1\"" '$1=="name" && $3==name {getline; gsub(/"/, "", $3); print $3; exit}' Cargo.lock; }

has_version() { [ "$("$1" --version 2>/dev/null | awk '{print $2; exit}')" = "$2" ]; }

crate_tool() { # COMMAND CRATE VERSION TIME FLAG…
    local command=$1 crate=$2 version=$3 time=$4 root
    shift 4
    if has_version "$command" "$version"; then return; fi
    root=$cache/$crate-$version
    if ! [ -x "$root/bin/$command" ]; then
        if have cargo-binstall; then
            say "installing $crate $version by cargo-binstall"
            timeout 300 cargo binstall --no-confirm --force --root "$root" "$crate@$version" >/dev/null 2>&1 || true
        fi
        if ! [ -x "$root/bin/$command" ]; then
            say "compiling $crate $version ($time, once for this machine)"
            # A build tool need not be optimised: this is a third of the time of a release build.
            CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=1 CARGO_TARGET_DIR="$cache/target" \
                cargo install --quiet --debug "$crate" --version "=$version" --root "$root" "$@" \
                || fail "$crate $version" "cargo install $crate --version $version"
            rm -rf "$cache/target"
        fi
    fi
    ln -sf "$root/bin/$command" "$cache/bin/$command"
}

# --- tools from npm ----------------------------------------------------------------------------------------------

setup_npm() {
    have npm || apt_install npm || fail "npm (it brings wasm-opt, esbuild and axe-core)" "apt-get install npm, or Node.js 18 or later"
    if ! cmp -s package-lock.json node_modules/.package-lock.source; then
        say "installing the packages of package.json (seconds)"
        npm ci --no-audit --no-fund --silent || fail "the packages of package.json" "npm ci"
        cp package-lock.json node_modules/.package-lock.source
    fi
}

# --- a browser for the tests -------------------------------------------------------------------------------------

setup_browser() {
    local found=${CHROME:-} name
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        [ -n "$found" ] || found=$(command -v "$name" || true)
    done
    if [ -z "$found" ]; then
        say "installing Chromium and a Chinese font (about 1 minute)"
        apt_install chromium fonts-noto-cjk || true
        found=$(command -v chromium || true)
    fi
    [ -n "$found" ] || fail "Chromium, which the browser tests drive" "apt-get install chromium fonts-noto-cjk, or set CHROME=/path"
    if have fc-list && [ -z "$(fc-list :lang=zh)" ]; then
        apt_install fonts-noto-cjk || say "no Chinese font found: screenshots will show boxes"
    fi
    export CHROME=$found
}

setup_compiler
crate_tool trunk trunk "$trunk_version" "4 to 10 minutes" --locked
bindgen_version=$(locked_version wasm-bindgen)
crate_tool wasm-bindgen wasm-bindgen-cli "$bindgen_version" "2 to 4 minutes" --no-default-features
setup_npm
[ "${1:-build}" != test ] || setup_browser

{
    printf 'export PATH=%q:$PATH\n' "$cache/bin"
    [ -z "${RUSTUP_TOOLCHAIN:-}" ] || printf 'export RUSTUP_TOOLCHAIN=%q\n' "$RUSTUP_TOOLCHAIN"
    [ -z "${CHROME:-}" ] || printf 'export CHROME=%q\n' "$CHROME"
} >"$cache/env.sh.$$"
mv "$cache/env.sh.$$" "$cache/env.sh"
