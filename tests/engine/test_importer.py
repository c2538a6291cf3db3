"""The examples of a training are read once."""

from pathlib import Path

from importer import Once


def test_the_examples_are_read_once_whatever_the_language(tmp_path: Path) -> None:
    file = tmp_path / "nlu.yml"
    file.write_text('version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hoi\n')
    importer = Once(training_data_paths=str(file))
    assert [one.get("text") for one in importer.get_nlu_data().intent_examples] == ["hoi"]
    file.unlink()
    assert importer.get_nlu_data("nl") is importer.get_nlu_data()
