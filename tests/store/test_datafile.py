"""Whoever edits a data file is told which line is wrong and what to do about it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field, model_validator

from store.datafile import DataFileError, Problem, Record, Source, load_data_file, load_data_files

GOOD = """\
# a bed
beds:
  - code: "1"
    name: North
    plants: [rose, tulip]
    light: sun
"""


class Bed(Record):
    code: str
    name: Annotated[str, Field(min_length=2, max_length=8)]
    plants: Annotated[tuple[str, ...], Field(min_length=1, max_length=3)]
    light: Literal["sun", "shade"]
    size: int = 1

    @model_validator(mode="after")
    def _roses_need_sun(self) -> "Bed":
        if self.light == "shade" and "rose" in self.plants:
            raise ValueError("has a rose in the shade; move it")
        return self


class Garden(Record):
    beds: tuple[Bed, ...]


def garden(tmp_path: Path, text: str, name: str = "garden.yml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(DataFileError) as caught:
        load_data_file(path, Garden, nouns={"beds": "bed"})
    return [line.removeprefix(f"{path}:") for line in str(caught.value).splitlines()]


def test_a_good_file_becomes_a_model(tmp_path: Path) -> None:
    bed = load_data_file(garden(tmp_path, GOOD), Garden).beds[0]

    assert (bed.name, bed.plants, bed.light) == ("North", ("rose", "tulip"), "sun")


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("North", "Northern side", "4: bed 1: name is 13 characters long; shorten it to at most 8"),
        ("North", "N", "4: bed 1: name is 1 characters long; make it at least 2"),
        ("North", "12", "4: bed 1: name is 12, not text; write text in quotes"),
        ("    name: North\n", "", "3: bed 1: name is missing; add it"),
        ("name:", "nmae: x\n    name:", "4: bed 1: nmae is not a known field; remove it"),
        ("[rose, tulip]", "[]", "5: bed 1: plants has 0 entries; give at least 1"),
        ("[rose, tulip]", "[a, b, c, d]", "5: bed 1: plants has 4 entries; give at most 3"),
        ("tulip", "7", "5: bed 1: plants[1] is 7, not text; write text in quotes"),
        ("sun", "moon", "6: bed 1: light is 'moon'; choose 'sun' or 'shade'"),
        ("sun", "shade", "3: bed 1: has a rose in the shade; move it"),
        ("light", "size: big\n    light", "6: bed 1: size is 'big'; input should be a valid int"),
        ('- code: "1"\n    name: North', "- name: X", "3: beds[0].code is missing; add it"),
        ("[rose, tulip]", "[rose, tulip", "6: expected ',' or ']', but got ':'; correct the YAML"),
        ("light: sun", "name: South", "6: found duplicate key"),
    ],
)  # fmt: skip
def test_an_error_names_line_place_and_mend(
    tmp_path: Path, wrong: str, right: str, told: str
) -> None:
    path = garden(tmp_path, GOOD.replace(wrong, right, 1))

    assert any(line.startswith(told) for line in problems(path)), problems(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1: is None, not fields; write a name, a colon and a value"),
        ("- a list\n", "1: is ['a list'], not fields; write a name, a colon and a value"),
        ("beds: [tall]\n", "1: beds[0] is 'tall', not fields; write a name, a colon and a value"),
        ("a: \x00\n", "1: unacceptable character #x0000: special characters are not allowed"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str, told: str) -> None:
    assert problems(garden(tmp_path, text))[0].startswith(told)


def test_a_file_about_one_thing_is_named_by_its_code(tmp_path: Path) -> None:
    path = garden(tmp_path, 'code: R01\nname: "N"\nplants: [rose]\nlight: sun\n')

    with pytest.raises(DataFileError, match=r"garden\.yml:2: R01: name is 1 characters long"):
        load_data_file(path, Bed)


def test_all_problems_are_told_at_once_in_order_of_line(tmp_path: Path) -> None:
    path = garden(tmp_path, GOOD.replace("North", "N").replace("sun", "moon"))

    assert [line.split(":")[0] for line in problems(path)] == ["4", "6"]


def test_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    paths = [
        garden(tmp_path, GOOD.replace("sun", "moon"), "a.yml"),
        garden(tmp_path, GOOD, "b.yml"),
        garden(tmp_path, GOOD.replace("North", "N"), "c.yml"),
    ]
    with pytest.raises(DataFileError) as caught:
        load_data_files(paths, Garden)

    assert [Path(problem.file).name for problem in caught.value.problems] == ["a.yml", "c.yml"]


def test_a_rule_of_the_reader_tells_its_place_too(tmp_path: Path) -> None:
    def no_tulips(source: Source, checked: Garden) -> Iterator[Problem]:
        for position, bed in enumerate(checked.beds):
            if "tulip" in bed.plants:
                where = ("beds", position, "plants", bed.plants.index("tulip"))
                yield source.problem(where, "is a tulip", "take it out")

    path = garden(tmp_path, GOOD)
    with pytest.raises(DataFileError) as caught:
        load_data_file(path, Garden, rules=[no_tulips], nouns={"beds": "bed"})

    assert str(caught.value) == f"{path}:5: bed 1: plants[1] is a tulip; take it out"


def test_a_file_of_the_repository_is_named_from_its_root() -> None:
    source = Source(Path("catalogue/data/kenmerken.yml").resolve(), {}, {(): 1})

    assert str(source.problem((), "is odd", "mend it")) == (
        "catalogue/data/kenmerken.yml:1: is odd; mend it"
    )


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere\.yml"):
        load_data_file(tmp_path / "nowhere.yml", Garden)


def test_a_loaded_file_cannot_be_changed(tmp_path: Path) -> None:
    loaded = load_data_file(garden(tmp_path, GOOD), Garden)

    with pytest.raises(ValueError, match="frozen"):
        loaded.beds = ()  # type: ignore[misc]
