"""A client by the number of the file."""

import pytest
from hear import hear


@pytest.mark.parametrize("title", ["kln", "kln.", "cl.", "klant", "cliënt", "nr", "dossier"])
@pytest.mark.parametrize("intent", ["checkin_score", "refine_practical", "instrument_details"])
def test_after_its_title(title: str, intent: str) -> None:
    assert hear("client", f"iets korters voor {title} 20418 graag", intent) == ["20418"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("20418 = 1", "checkin_score"),
        ("meting week 12, 20418, een 2", "checkin_score"),
        ("gebeld met 20418; het gaat slechter", "checkin_score"),
        ("20418 is teruggevallen", "correct_score"),
        ("doel 20418 per direct: slapen", "set_goal"),
        ("koppel een doel aan budgetcoaching voor 20418", "set_goal"),
        ("hoe ver is 20418 inmiddels", "progress_show"),
    ],
)
def test_by_itself_where_it_can_be_nothing_else(text: str, intent: str) -> None:
    assert hear("client", text, intent) == ["20418"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik wil 1500 sparen", "set_goal"),
        ("schuld van 1500 euro aflossen", "set_goal"),
        ("doel voor 2027: elke dag lezen", "set_goal"),
        ("10000 stappen per dag", "set_goal"),
        ("iets voor 1500 euro", "refine_practical"),
        ("stuur het om 1930", "change_prompt_time"),
        ("bel 0612345678", "set_goal"),
    ],
)
def test_no_file(text: str, intent: str) -> None:
    assert hear("client", text, intent) == []
