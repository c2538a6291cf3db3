import pytest
from components.negation import is_denied


@pytest.mark.parametrize(
    "clause",
    ["gemotiveerd", "is heel gemotiveerd", "eigen vervoer", "heeft eigen auto", "taal b1"],
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
    ],
)
def test_what_is_still_wanted_is_not_denied(clause: str) -> None:
    assert not is_denied(clause)
