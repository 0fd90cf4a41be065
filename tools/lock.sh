#!/usr/bin/env bash
# Refresh every lock: requirements/*.txt from pyproject.toml and requirements/*.in, and tests/browser/package-lock.json.
# The locks name versions and hashes for all platforms, and no address to fetch them from.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder"
"$folder/bin/pip" --disable-pip-version-check install --quiet --no-deps -r requirements/lock.txt

lock() {
    "$folder/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-header --no-emit-index-url "$@"
}
lock pyproject.toml requirements/build.in --output-file requirements/run.txt
lock pyproject.toml requirements/build.in requirements/test.in --extra fast --extra llm --extra ray --extra slurm \
    --constraint requirements/run.txt --output-file requirements/test.txt

cd tests/browser
rm -f package-lock.json
npm install --package-lock-only --silent
