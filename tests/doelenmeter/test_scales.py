from pathlib import Path

import pytest

from doelenmeter import scales
from doelenmeter.scales import FILE, as_json, as_text, load, load_signs
from store.datafile import DataFileError

FIVE = {-1: "vier keer", 0: "drie keer", 1: "twee keer", 2: "een keer", 3: "nooit"}


def test_every_scale_has_its_levels_the_worst_first() -> None:
    levels = {
        code: [level["level"] for level in scale["levels"]] for code, scale in as_json().items()
    }
    assert levels == {
        "doelenmeter": [-1, 0, 1, 2, 3],
        "doelenmeter_3": [0, 1, 2],
        "gas": [-3, -2, -1, 0, 1, 2],
        "ontwikkelmonitor": ["E", "D", "C", "B", "A"],
    }


def test_labels_are_the_official_ones() -> None:
    labels = {level["level"]: level["label"] for level in as_json()["doelenmeter"]["levels"]}
    assert labels == {
        -1: "achteruitgang",
        0: "uitgangssituatie",
        1: "minder dan het doel",
        2: "doel",
        3: "meer dan het doel",
    }
    assert as_json()["ontwikkelmonitor"]["levels"][0] == {"level": "E", "label": "achteruitgang"}


def test_on_a_screen_every_level_has_a_line() -> None:
    lines = as_text().splitlines()
    assert lines[:3] == ["Doelenmeter", "  -1  achteruitgang", "   0  uitgangssituatie"]
    assert lines[-1] == "   A  meer dan verwacht"


def test_the_goal_is_one_place_on_every_scale() -> None:
    goals = {code: scale.meanings["goal"] for code, scale in load().items()}
    assert goals == {"doelenmeter": 2, "doelenmeter_3": 2, "gas": 0, "ontwikkelmonitor": 2}


@pytest.mark.parametrize("sign", ["plain", "smiley", "stars", "light"])
def test_signs_tell_levels_apart(sign: str) -> None:
    shown = [getattr(found, sign) for found in load_signs().values()]
    assert len(set(shown)) == 6


def test_minus_one_can_be_switched_off_and_nothing_else() -> None:
    scale = load()["doelenmeter"]
    scale.check(FIVE)
    scale.check({level: text for level, text in FIVE.items() if level != -1})
    with pytest.raises(ValueError, match="level 1 has no text"):
        scale.check({level: text for level, text in FIVE.items() if level != 1})


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({4: "nog beter"}, "level 4"),
        ({2: "  "}, "level 2 has an empty text"),
        ({2: "Drie  keer"}, "same text"),
    ],
)
def test_texts_that_do_not_fit_are_refused(change: dict[int, str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        load()["doelenmeter"].check(FIVE | change)


def test_on_the_ontwikkelmonitor_only_the_goal_has_its_own_words() -> None:
    scale = load()["ontwikkelmonitor"]
    scale.check({2: "elke dag op tijd"})
    with pytest.raises(ValueError, match="level 0"):
        scale.check({2: "elke dag op tijd", 0: "nooit op tijd"})
    spoken = scale.spoken({2: "elke dag op tijd"})
    assert list(spoken) == [-1, 0, 1, 2, 3]
    assert spoken[2] == "elke dag op tijd"
    assert spoken[0] == "Zoals in het begin"


def test_people_choose_from_the_levels_in_use_the_worst_first() -> None:
    assert list(load()["doelenmeter"].spoken({3: "d", 0: "a", 2: "c", 1: "b"})) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("{level: 0, meaning: start, label: uitgangssituatie}", "{}", "level is missing"),
        ("{level: E, number: -1,", "{level: E,", "a letter has no number"),
        ("{level: 3,", "{level: 4,", "one by one"),
        ("{level: -2, meaning: start,", "{level: -2, meaning: less,", "meanings do not go"),
        ("  much_more:", "  more_or_less:", "more_or_less"),
        ("code: doelenmeter\n", "code: gas\n", "twice"),
        ("code: doelenmeter\n", "code: meter\n", "have no doelenmeter"),
    ],
)
def test_a_faulty_file_names_the_fault(old: str, new: str, why: str, tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "scales.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=why):
        scales._read(path)
