"""Training: repeatable, only when needed, and clear about what is wrong."""

from pathlib import Path
from typing import Any

import pytest
from harness import make_project, run
from rasa.core.agent import Agent

MESSAGES = [
    "ik heb schulden en ik spreek weinig nederlands",
    "hoi",
    "wat is een jobcoach",
    "iets heel anders over het weer",
]


async def predictions(project: Path) -> list[Any]:
    agent = Agent.load(project / "models" / "keuzehulp.tar.gz")
    return [await agent.parse_message(message) for message in MESSAGES]


def numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for key in sorted(value) for number in numbers(value[key])]
    if isinstance(value, list | tuple):
        return [number for part in value for number in numbers(part)]
    return [float(value)] if isinstance(value, int | float) else []


def words(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: words(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [words(part) for part in value]
    return value if isinstance(value, str) else None


@pytest.mark.filterwarnings("ignore")
def test_two_trainings_predict_the_same(project: Path, tmp_path: Path) -> None:
    import asyncio

    again = make_project(tmp_path)
    assert run("train.py", again).returncode == 0
    first, second = asyncio.run(predictions(project)), asyncio.run(predictions(again))
    assert words(first) == words(second)
    assert numbers(first) == pytest.approx(numbers(second), abs=1e-6)


def test_nothing_changed_nothing_trained(project: Path) -> None:
    result = run("train.py", project)
    assert (result.returncode, result.stdout) == (0, "model is up to date\n")


def test_wrong_data_is_one_line_and_no_model(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    rules = project / "data" / "rules" / "all.yml"
    rules.write_text(rules.read_text().replace("utter_stop", "utter_nothing"))
    result = run("train.py", project)
    assert result.returncode == 1
    assert result.stderr.startswith("training failed: ")
    assert "utter_nothing" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not list((project / "models").iterdir())


def test_kenmerken_that_are_no_list_are_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    examples = project / "data" / "nlu" / "all.yml"
    examples.write_text(examples.read_text().replace('{kenmerken: ["4.1"]}', "{kenmerken: 4.1}"))
    result = run("train.py", project)
    assert result.returncode == 1
    assert "kenmerken must be a list of quoted codes" in result.stderr


def test_a_story_that_disagrees_with_a_rule_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    stories = project / "data" / "stories" / "all.yml"
    stories.parent.mkdir()
    stories.write_text(
        'version: "3.1"\nstories:\n  - story: other words\n'
        "    steps: [{intent: greet}, {action: utter_stop}]\n"
    )
    result = run("train.py", project)
    assert result.returncode == 1
    assert "Contradicting rules or stories" in result.stderr
