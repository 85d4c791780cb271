#!/usr/bin/env bash
# Everything that has to hold before a change is shared, in the order of what is told soonest.
#
#   ./test.sh          installs what is missing and runs every step
#   ./test.sh STEP…    runs the named steps
#
# Steps: setup format lint licences build content tests docs plain browser
#
# Made for Debian with Rust, as root or with sudo. Stops at the first step that fails.
set -euo pipefail
cd "$(dirname "$0")"
exec </dev/null

all_steps="setup format lint licences build content tests docs plain browser"
target=${CARGO_TARGET_DIR:-target}
temporary=$(mktemp -d)
# The database server runs as a user of its own and has to reach its folder inside.
chmod 711 "$temporary"
postgres=$temporary/postgres

# A build from nothing gains nothing from the traces that make the next one faster.
if [ "${CI:-}" = true ]; then
    export CARGO_INCREMENTAL=0
fi

current=
clean_up() {
    local status=$?
    if [ "$status" -ne 0 ] && [ -n "$current" ]; then
        printf '\n== %s failed\n' "$current" >&2
    fi
    if [ -d "$postgres" ]; then
        scripts/test-postgres.sh stop "$postgres" || true
    fi
    rm -rf "$temporary"
}
trap clean_up EXIT

heading() {
    printf '\n== %s\n' "$*"
}

has() {
    command -v "$1" >/dev/null
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif has sudo; then
        sudo "$@"
    else
        echo "this needs root or sudo: $*" >&2
        return 1
    fi
}

step_setup() {
    heading "Setup: what the tests need and this machine lacks"
    local packages=()
    has cc || packages+=(build-essential)
    has chromium || packages+=(chromium)
    has chromedriver || packages+=(chromium-driver)
    has java || packages+=(default-jre-headless)
    has node || packages+=(nodejs)
    has npm || packages+=(npm)
    has openssl || packages+=(openssl)
    python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || packages+=(postgresql)
    [ -e /etc/ssl/certs/ca-certificates.crt ] || packages+=(ca-certificates)
    if [ ${#packages[@]} -gt 0 ]; then
        as_root apt-get update -q
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends "${packages[@]}"
    fi
    { has cargo-fmt && has cargo-clippy; } || rustup component add rustfmt clippy
    has cargo-nextest || cargo install --locked cargo-nextest@0.9.143
    has cargo-deny || cargo install --locked cargo-deny@0.20.2
    if [ ! e2e/node_modules/.package-lock.json -nt e2e/package-lock.json ]; then
        (cd e2e && npm ci --ignore-scripts --no-audit --no-fund)
        touch e2e/node_modules/.package-lock.json
    fi
    if [ ! e2e/.venv/.installed -nt e2e/requirements.txt ]; then
        python3 -m venv --clear e2e/.venv
        e2e/.venv/bin/python -m pip install -q --disable-pip-version-check --no-deps \
            -r e2e/requirements.txt
        touch e2e/.venv/.installed
    fi
    echo "Everything is in place."
}

step_format() {
    heading "Format"
    cargo fmt --check
    echo "Formatted."
}

step_lint() {
    heading "Lint: clippy, warnings denied"
    cargo clippy --workspace --all-targets -- -D warnings
}

step_licences() {
    heading "Licences, bans and sources of what it is built from"
    cargo deny --log-level error check licenses bans sources
}

step_build() {
    heading "Build: the program and all tests, once, with the same features"
    cargo nextest run --workspace --no-run
}

step_content() {
    heading "Content check"
    "$target/debug/strategikollen" content check content
}

# A PostgreSQL of our own, for the steps that need one. It is stopped when the script ends.
start_postgres() {
    if [ -z "${STRATEGIKOLLEN_TEST_POSTGRES:-}" ]; then
        STRATEGIKOLLEN_TEST_POSTGRES=$(scripts/test-postgres.sh start "$postgres")
        export STRATEGIKOLLEN_TEST_POSTGRES
    fi
}

step_tests() {
    heading "Tests: unit, property, whole requests, and the store on SQLite and PostgreSQL"
    start_postgres
    cargo nextest run --workspace -E 'not package(e2e)'
}

step_docs() {
    heading "Examples in the documentation"
    cargo test --workspace --doc --quiet
}

step_plain() {
    heading "Journeys by plain HTTP: without JavaScript, every page, bad input, no database, mail, open data"
    start_postgres
    cargo nextest run --workspace -E 'package(e2e) & binary(plain)'
}

step_browser() {
    heading "Journeys in Chromium: by keyboard alone, accessibility of every page, print"
    cargo nextest run --workspace -E 'package(e2e) & binary(browser)'
}

for step in "$@"; do
    case " $all_steps " in
    *" $step "*) ;;
    *)
        echo "there is no step $step; there is: $all_steps" >&2
        exit 2
        ;;
    esac
done

[ $# -gt 0 ] || set -- $all_steps
for current in "$@"; do
    begun=$SECONDS
    # Called plainly: behind || or && the shell would go on after a command that fails.
    "step_$current"
    echo "($current took $((SECONDS - begun)) s)"
done
