"""Every text of the product reads easily."""

import pytest

from store.datafile import ROOT
from tests.texts.lint import Finding, check, check_buttons
from tests.texts.reading import PLACES, Place, buttons_of, data_files, place_of, texts_in


@pytest.mark.parametrize("file", data_files())
def test_file_reads_easily(file: str) -> None:
    found: list[Finding] = [finding for text in texts_in(file) for finding in check(text)]
    if file.startswith("data/responses/"):
        found += [
            finding for buttons in buttons_of(ROOT / file) for finding in check_buttons(buttons)
        ]
    if found:
        pytest.fail("\n".join(map(str, sorted(found))), pytrace=False)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.files)
def test_every_place_has_texts(place: Place) -> None:
    assert any(texts_in(file) for file in data_files() if place_of(file) is place)


@pytest.mark.parametrize("file", data_files())
def test_it_is_known_who_reads_a_file(file: str) -> None:
    assert place_of(file), f"{file}: nobody says who reads it; add it to PLACES in reading.py"
