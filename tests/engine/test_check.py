"""The checks: what is right passes, what is wrong is named, and nothing run is not right."""

import shutil
from pathlib import Path

from harness import run


def test_all_is_well(project: Path) -> None:
    result = run("check.py", project)
    assert result.returncode == 0, result.stderr
    assert "stories: 1 passed, 0 failed" in result.stdout


def test_a_wrong_action_and_a_wrong_intent_fail(project: Path, tmp_path: Path) -> None:
    copy = copied(project, tmp_path)
    story = copy / "tests" / "stories" / "test_all.yml"
    right = story.read_text()
    action = right.replace("- action: utter_stop", "- action: utter_greet")
    intent = right.replace("          stop\n", "          hoi\n")
    story.with_name("test_action.yml").write_text(action.replace("greet and stop", "wrong action"))
    story.with_name("test_intent.yml").write_text(intent.replace("greet and stop", "wrong intent"))
    result = run("check.py", copy, "stories")
    assert result.returncode == 1
    assert "stories: 1 passed, 2 failed" in result.stdout


def test_no_story_is_not_well(project: Path, tmp_path: Path) -> None:
    copy = copied(project, tmp_path)
    (copy / "tests" / "stories" / "test_all.yml").write_text('version: "3.1"\nstories: []\n')
    result = run("check.py", copy, "stories")
    assert result.returncode == 1
    assert "no story was run" in result.stderr


def test_an_example_of_two_intents_is_named(project: Path, tmp_path: Path) -> None:
    copy = copied(project, tmp_path)
    examples = copy / "data" / "nlu" / "all.yml"
    examples.write_text(examples.read_text().replace("- hou op", "- Hoi"))
    result = run("check.py", copy, "data")
    assert result.returncode == 1
    assert "'hoi' is an example of greet and of stop" in result.stderr


def copied(project: Path, folder: Path) -> Path:
    return Path(shutil.copytree(project, folder / "copy"))
