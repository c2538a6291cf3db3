import pytest
from components.negation import is_denied


@pytest.mark.parametrize(
    "clause",
    [
        "gemotiveerd",
        "is heel gemotiveerd",
        "eigen vervoer",
        "heeft eigen auto",
        "taal b1",
        "geen hulp bij schulden",
        "geen hulp nodig met geld",
        "niet mijn schulden",
        "niet taal",
        "geld ook niet",
        "taal speelt niet",
        "schulden vallen mee",
        "verslaving valt reuze mee",
        "nl is prima",
    ],
)
def test_what_goes_well_is_no_problem(clause: str) -> None:
    assert is_denied(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "niet gemotiveerd",
        "is weinig gemotiveerd",
        "ongemotiveerd",
        "gemotiveerd raken",
        "geen eigen vervoer",
        "taal a1",
        "taal naar b1",
        "ik durf geen hulp te vragen",
        "ik krijg geen hulp bij het zoeken",
        "niet alleen schulden",
        "niet zelfstandig wonen",
        "de taal niet machtig",
        "geld niet op orde",
        "nl is niet goed",
    ],
)
def test_what_is_still_wanted_is_not_denied(clause: str) -> None:
    assert not is_denied(clause)
