#!/usr/bin/env bash
# What the browser tests need beyond Python: Debian's Chromium, and axe-core from npm.
# With CI=true what is missing is installed. Otherwise nothing outside this folder is changed: the tests that need
# what is missing are skipped, and say what it is and how to get it (tests/browser/conftest.py).
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v npm >/dev/null || missing+=(npm)
if [ "${CI:-}" = true ] && [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${missing[*]} ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    apt-get -qq install --yes --no-install-recommends "${missing[@]}" >/dev/null
fi

cd tests/browser
if command -v npm >/dev/null && ! cmp -s package-lock.json node_modules/.installed-lock.json; then
    if npm ci --silent; then
        cp package-lock.json node_modules/.installed-lock.json
    elif [ "${CI:-}" = true ]; then
        exit 1
    fi
fi
