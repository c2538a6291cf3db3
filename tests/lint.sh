#!/usr/bin/env bash
# Style, types and import arrows of both environments.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$1"; }
step "style"
.venv/bin/ruff check .
.venv/bin/ruff format --check .
step "types"
.venv/bin/mypy
step "import arrows"
.venv/bin/lint-imports
