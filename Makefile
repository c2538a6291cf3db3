# Two commands do everything: `make run` and `make test`. Long steps say what they do.
.POSIX:
.SUFFIXES:
.PHONY: help run build train nlu compare test lint bench lock reset

UV = .tools/bin/uv
PY = .venv/bin/python
ENGINE_PY = engine/.venv/bin/python

help: ## What you can do here
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

run: .venv/.made train ## Install, train and fill what is missing, start everything, print the address
	@KEUZEHULP_DEMO=$${KEUZEHULP_DEMO-1} ./keuzehulp run

build: .venv/.made engine/.venv/.made train ## Everything of `run` but starting
	@./keuzehulp migrate

train: engine/.venv/.made ## Train the model when its data changed
	@$(ENGINE_PY) engine/train.py

nlu: train ## Measure how well Dutch is understood; writes build/nlu.html
	@$(ENGINE_PY) engine/nlu.py

compare: engine/.venv/.made ## Train and measure other ways to understand; takes long
	@$(ENGINE_PY) engine/compare.py

test: .venv/.made engine/.venv/.made ## Lint, types, training, data, stories, and every test
	@bash tests/run.sh

lint: .venv/.made ## Style, types and import arrows
	@bash tests/lint.sh

bench: build ## Measure speed, each figure with its peer; writes build/bench.json
	@$(PY) -m tests.bench

lock: $(UV) ## Resolve both environments anew, with hashes and without addresses
	@echo "lock: requirements.txt"
	@$(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --group dev pyproject.toml -o requirements.txt
	@echo "lock: engine/requirements.txt"
	@cd engine && ../$(UV) pip compile -q --universal --generate-hashes --no-emit-index-url \
	  --no-header --python-version 3.10 pyproject.toml -o requirements.txt

reset: ## A clean start: forget conversations, choices, reports and the trained model
	@if [ -e var/running.json ]; then echo "Stop eerst ./keuzehulp run, of verwijder var/running.json." >&2; exit 1; fi
	rm -rf var build models

$(UV):
	@echo "build: uv, the installer"
	@python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
	  --target .tools uv || { \
	  echo "Python 3 with pip is needed. On Debian or Ubuntu: apt install python3-pip" >&2; exit 1; }

.venv/.made: requirements.txt $(UV)
	@echo "build: the main environment (Python 3.11 or newer)"
	@$(UV) venv --quiet --clear --python '>=3.11' .venv || { \
	  echo "Python 3.11 or newer is needed. On Debian or Ubuntu: apt install python3" >&2; exit 1; }
	@$(UV) pip sync --quiet --compile-bytecode --require-hashes --python $(PY) requirements.txt
	@touch $@

engine/.venv/.made: engine/requirements.txt $(UV)
	@echo "build: the engine's environment (Python 3.10 with Rasa; about 2.7 GB, some minutes)"
	@cd engine && ../$(UV) venv --quiet --clear --python 3.10 .venv || { \
	  echo "Rasa needs Python 3.10 and none was found or could be fetched." >&2; \
	  echo "Install it, for example: pyenv install 3.10" >&2; exit 1; }
	@$(UV) pip sync --quiet --compile-bytecode --require-hashes --python $(ENGINE_PY) engine/requirements.txt
	@touch $@
