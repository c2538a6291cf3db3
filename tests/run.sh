#!/usr/bin/env bash
# The whole suite, in two lanes, a core each.
# The first trains the model, measures it and tests the product on it. The second tests what needs no
# model of ours, and then the doors of the product; it is told at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$1"; }
TRAINED=build/trained
product=(tests/bot tests/browser tests/conversations tests/docs)
doors=(tests/bot --ignore=tests/bot/telegram)
talks=(tests/browser tests/conversations tests/docs tests/bot/telegram)
second_lane() {
  local failed=0
  .venv/bin/python -m pytest "${product[@]/#/--ignore=}" || failed=$?
  engine/.venv/bin/pytest -c engine/pytest.ini tests/engine || failed=$?
  until [ -e "$TRAINED" ]; do sleep 1; done
  .venv/bin/python -m pytest "${doors[@]}" || failed=$?
  return "$failed"
}

mkdir -p build
rm -f "$TRAINED"
log=build/second-lane.log
set -m  # a process group of its own, so that an end ends all of it
second_lane >"$log" 2>&1 &
lane=$!
set +m
trap 'kill -- "-$lane" 2>/dev/null || true' EXIT
bash tests/lint.sh
step "training"
make build
touch "$TRAINED"
step "training data and stories"
engine/.venv/bin/python engine/check.py
step "understanding Dutch"
engine/.venv/bin/python engine/nlu.py
step "the product, running"
first=0
.venv/bin/python -m pytest "${talks[@]}" || first=$?
step "each room by itself, the engine, and the doors"
second=0
wait "$lane" || second=$?
trap - EXIT
[ "$second" -eq 0 ] || cat "$log"
grep -E '^=+ .*(passed|failed|error).* in .*=+$' "$log" || true
exit $((first > second ? first : second))
