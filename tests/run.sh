#!/usr/bin/env bash
# The whole suite, in the order in which a fault is found soonest.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$1"; }
product=(tests/bot tests/browser tests/conversations tests/docs)
by_itself() {
  local failed=0
  engine/.venv/bin/pytest -c engine/pytest.ini tests/engine || failed=$?
  .venv/bin/python -m pytest "${product[@]/#/--ignore=}" || failed=$?
  return "$failed"
}

bash tests/lint.sh
# Two lanes, a core each: what needs nothing that runs goes beside the rest, and is told at the end.
mkdir -p build
log=build/tests-by-themselves.log
set -m  # a process group of its own, so that an end ends all of it
by_itself >"$log" 2>&1 &
lane=$!
set +m
trap 'kill -- "-$lane" 2>/dev/null || true' EXIT
step "training data and stories"
engine/.venv/bin/python engine/check.py
step "understanding Dutch"
engine/.venv/bin/python engine/nlu.py
step "the product, running"
running=0
.venv/bin/python -m pytest "${product[@]}" || running=$?
step "each room by itself, and the engine"
apart=0
wait "$lane" || apart=$?
trap - EXIT
[ "$apart" -eq 0 ] || cat "$log"
grep -E '^=+ .*(passed|failed|error).* in .*=+$' "$log" || true
exit $((running > apart ? running : apart))
