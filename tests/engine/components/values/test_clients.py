"""Who it is about."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("hoe gaat het met Fatima", "progress_show", ["Fatima"]),
        ("Voor Hanneke een twee, doel gehaald", "checkin_score", ["Hanneke"]),
        ("zet voor mevrouw De Vries een 2", "checkin_score", ["De Vries"]),
        ("Bojan op plus drie", "checkin_score", ["Bojan"]),
        ("Noor: 2", "checkin_score", ["Noor"]),
        ("Voor Hamza gaan we voor de proefplaatsing", "choose", ["Hamza"]),
        ("doe voor Rinus maar iets in Buren", "refine_practical", ["Rinus"]),
        ("Fatuma kan niet lezen of schrijven", "find_instrument", ["Fatuma"]),
        ("Erwin is klaar voor work first", "find_instrument", ["Erwin"]),
        ("krijgt van mijn klant Ria een 6", "rate_instrument", ["Ria"]),
        ("grafiek van dhr. El Idrissi", "progress_show", ["El Idrissi"]),
        ("nieuwe klant: Kees de Jong", "invite_client", ["Kees de Jong"]),
        ("Marieke: elke dag op tijd", "set_goal", ["Marieke"]),
        ("Score van Bilal naar 2 aub", "correct_score", ["Bilal"]),
        ("Doelen van Samira tonen", "goals_list", ["Samira"]),
        ("Kees van Dijk staat op 1", "checkin_score", ["Kees van Dijk"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("client", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Klant is 58 en zoekt werk", "find_instrument"),
        ("Lezen kan niet meer", "find_instrument"),
        ("Ik heb bij Philips gewerkt", "find_instrument"),
        ("Budget is 750 euro", "refine_practical"),
        ("Score: 2", "checkin_score"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("client", text, intent) == []
