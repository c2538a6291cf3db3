#!/usr/bin/env bash
# The whole suite, in the order in which a fault is found soonest.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$1"; }
bash tests/lint.sh
# The engine's own tests take minutes on one core: they run beside the rest and are told at the end.
mkdir -p build
engine/.venv/bin/pytest -c engine/pytest.ini tests/engine >build/engine-tests.log 2>&1 &
engine_tests=$!
trap 'kill "$engine_tests" 2>/dev/null || true' EXIT
step "training data and stories"
engine/.venv/bin/python engine/check.py
step "understanding Dutch"
engine/.venv/bin/python engine/nlu.py
step "everything else"
rest=0
.venv/bin/python -m pytest "$@" || rest=$?
step "the engine's own tests"
engine=0
wait "$engine_tests" || engine=$?
trap - EXIT
[ "$engine" -eq 0 ] || cat build/engine-tests.log
tail -n 1 build/engine-tests.log
exit $((rest > engine ? rest : engine))
