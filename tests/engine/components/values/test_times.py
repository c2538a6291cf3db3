"""Times of the day."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("half negen", "change_prompt_time", ["08:30"]),
        ("half negen 's avonds", "change_prompt_time", ["20:30"]),
        ("kwart over acht", "change_prompt_time", ["08:15"]),
        ("kwart voor zes", "change_prompt_time", ["17:45"]),
        ("tien voor half acht", "change_prompt_time", ["07:20"]),
        ("8 uur", "change_prompt_time", ["08:00"]),
        ("2 uur", "change_prompt_time", ["14:00"]),
        ("13.00", "change_prompt_time", ["13:00"]),
        ("20.30", "change_prompt_time", ["20:30"]),
        ("acht uur 's avonds", "change_prompt_time", ["20:00"]),
        ("12 uur 's middags", "change_prompt_time", ["12:00"]),
        ("9u", "change_prompt_time", ["09:00"]),
        ("stuur het om half vier", None, ["15:30"]),
        ("donderdagavond 7 uur", "change_prompt_time", ["19:00"]),
        ("'s avonds om 7", "change_prompt_time", ["19:00"]),
        ("na achten 's avonds", "change_prompt_time", ["20:00"]),
        ("19u30", "change_prompt_time", ["19:30"]),
        ("niet 's avonds maar 's ochtends om 8 uur", "change_prompt_time", ["08:00"]),
        ("vijf over half negen", "change_prompt_time", ["08:35"]),
        ("kwart over een smiddags", "change_prompt_time", ["13:15"]),
        ("12 uur 's nachts", "change_prompt_time", ["00:00"]),
        ("13 uur is te laat, kwart voor een", "change_prompt_time", ["12:45"]),
        ("nee 9 uur bedoel ik", "deny", ["09:00"]),
        ("kwart ovr 8 in de ochend", "change_prompt_time", ["08:15"]),
        ("half negn s ochends", "change_prompt_time", ["08:30"]),
        ("8 uur is te vroeg, doe maar 10", "change_prompt_time", ["10:00"]),
        (
            "om acht uur kijk ik mijn serie, zet maar half tien 's avonds",
            "change_prompt_time",
            ["21:30"],
        ),
        ("vrijdag half drie kan ik", "human_contact", ["14:30"]),
        ("dinsdag om 2 uur langskomen", "human_contact", ["14:00"]),
        ("het komt nu om 7 uur binnen, liever om 9 uur", "change_prompt_time", ["09:00"]),
        ("van dinsdag 9 uur naar vrijdag 14 uur", "change_prompt_time", ["14:00"]),
        ("om 8 uur is te vroeg, doe 12 uur", "change_prompt_time", ["12:00"]),
        ("ik werk tot 15 uur dus half vier 's middags", "change_prompt_time", ["15:30"]),
        ("iets na 7 uur 's avonds, overdag slaap ik", "refine_practical", ["19:00"]),
        ("alleen aanbod vanaf 18.30 voor deze klant", "refine_practical", ["18:30"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("tijd", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("anderhalf uur", "change_prompt_time"),
        ("2 uur te laat", "checkin_score"),
        ("20 uur per week", "refine_practical"),
        ("ik sta om 6 uur op", "find_instrument"),
        ("25:00", "change_prompt_time"),
        ("elke dag om 8 uur op mijn werk zijn", "set_goal"),
        ("heb om half 3 gesprek met Noor, laat haar doelen zien", "progress_show"),
        ("de app trilt om 6 uur s morgens, das te vroeg", "change_prompt_time"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("tijd", text, intent) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("half 2 smiddags kan ik praten", ["13:30"]),
        ("tussen 1 en 2 smiddags neem ik op", ["13:00", "14:00"]),
        ("vrijdag tussen 14 en 15 uur", ["14:00", "15:00"]),
        ("vanaf 8:15 zit ik achter mijn bureau", ["08:15"]),
        ("vandaag 16.30 even bellen", ["16:30"]),
        ("morgen bellen 10 uur ochtend", ["10:00"]),
        ("do 13u heb ik ruimte", ["13:00"]),
        ("ik bel al 2 uur en krijg niemand", []),
        ("graag met z'n tweeën", []),
    ],
)
def test_when_to_call(text: str, times: list[str]) -> None:
    assert hear("tijd", text, "human_contact") == times
