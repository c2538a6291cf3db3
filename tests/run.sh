#!/usr/bin/env bash
# The whole suite, in the order in which a fault is found soonest.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$1"; }
bash tests/lint.sh
step "the engine's own tests"
engine/.venv/bin/pytest -c engine/pytest.ini tests/engine
step "training data and stories"
engine/.venv/bin/python engine/check.py
step "understanding Dutch"
engine/.venv/bin/python engine/nlu.py
step "everything else"
.venv/bin/python -m pytest "$@"
