"""Check the training data, then the dialogue: Rasa's validation and its end-to-end stories.

    engine/.venv/bin/python engine/check.py [data] [stories]

`data` needs no model; `stories` needs the trained one. Both when nothing is named.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import io
import json
import shutil
import sys
import warnings
from collections import defaultdict
from typing import TYPE_CHECKING

import logs
import project
from project import EXTERNAL

if TYPE_CHECKING:
    from rasa.shared.nlu.training_data.training_data import TrainingData

CHECKS = ("data", "stories")
FAILED = project.STORY_REPORT / "failed_test_stories.yml"
HARMLESS = (
    "not used in any story",  # actions use what no rule names
    "entity synonyms",  # values come from rules of our own, no synonym is ever mapped
    "Slot auto-fill",  # of Rasa 2; said whenever an entity has the name of a slot
    *(f"intent '{name}' is listed in the domain file, but" for name in sorted(EXTERNAL)),
)


def main() -> int:
    """Exit code 0 when all is well, 1 with the problems on stderr otherwise."""
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description="Check training data and dialogue.")
    parser.add_argument("checks", nargs="*", metavar="data|stories")
    chosen = parser.parse_args().checks or CHECKS
    if unknown := set(chosen) - set(CHECKS):
        parser.error(f"no such check: {', '.join(sorted(unknown))}")
    project.quiet()
    logs.configure("ERROR")
    problems = []
    if "data" in chosen:
        problems += data_problems()
    if "stories" in chosen:
        problems += asyncio.run(story_problems())
    for problem in problems:
        print(f"check: {problem}", file=sys.stderr)
    return 1 if problems else 0


def data_problems() -> list[str]:
    """What Rasa's validation says of domain, examples, rules and stories."""
    from rasa.shared.importers.importer import TrainingDataImporter
    from rasa.validator import Validator

    with warnings.catch_warnings(record=True) as raised:
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", UserWarning)
        importer = TrainingDataImporter.load_from_config(
            str(project.CONFIG),
            project.domain_paths(),  # type: ignore[arg-type]  # a list works as well
            project.training_paths(),
        )
        validator = Validator.from_importer(importer)
        verdicts = {
            "domain": validator.verify_domain_validity(),
            "examples": validator.verify_nlu(ignore_warnings=False),
            "form slots": validator.verify_form_slots(),
            "slot mappings": validator.verify_slot_mappings(),
            "forms in rules": validator.verify_forms_in_stories_rules(),
            "actions in rules": validator.verify_actions_in_stories_rules(),
            "rules and stories agree": validator.verify_story_structure(ignore_warnings=False),
        }
    said = dict.fromkeys(" ".join(str(warning.message).split()) for warning in raised)
    problems = [message for message in said if not any(part in message for part in HARMLESS)]
    problems += [f"{name}: not valid" for name, valid in verdicts.items() if not valid]
    return problems + _examples_of_two_intents(importer.get_nlu_data())


def _examples_of_two_intents(data: TrainingData) -> list[str]:
    intents = defaultdict(set)
    for example in data.intent_examples:
        intents[example.get("text").strip().lower()].add(example.get("intent"))
    return [
        f"'{text}' is an example of {' and of '.join(sorted(names))}"
        for text, names in intents.items()
        if len(names) > 1
    ]


async def story_problems() -> list[str]:
    """What goes otherwise than `tests/stories` says; that no story ran is a problem too.

    Rasa never runs a custom action here: this checks what is understood and what comes next.
    """
    from rasa.core.agent import Agent
    from rasa.core.test import test

    if not project.MODEL.is_file():
        return ["there is no model: run engine/train.py"]
    shutil.rmtree(project.STORY_REPORT, ignore_errors=True)
    project.STORY_REPORT.mkdir(parents=True)
    with contextlib.redirect_stderr(io.StringIO()):
        await test(
            str(project.TEST_STORIES),
            Agent.load(project.MODEL),
            out_directory=str(project.STORY_REPORT),
            e2e=True,
            disable_plotting=True,
        )
    report = json.loads((project.STORY_REPORT / "story_report.json").read_text())
    counts = report.get("conversation_accuracy", {"correct": 0, "total": 0})
    right, total = counts["correct"], counts["total"]
    print(f"stories: {right} passed, {total - right} failed")
    if not total:
        return [f"no story was run from {project.TEST_STORIES}"]
    return [f"{total - right} stories go otherwise, see {FAILED}"] if right < total else []


if __name__ == "__main__":
    sys.exit(main())
