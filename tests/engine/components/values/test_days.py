"""Days."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("liever op dinsdag", "change_prompt_time", ["dinsdag"]),
        ("dinsdach", "change_prompt_time", ["dinsdag"]),
        ("donderdagavond", "change_prompt_time", ["donderdag"]),
        ("do", "change_prompt_time", ["donderdag"]),
        ("niet op vrijdag maar op zondag", "change_prompt_time", ["zondag"]),
        ("morgenochtend", "change_prompt_time", ["morgen"]),
        ("kan dat vandaag nog", None, ["vandaag"]),
        ("zatterdag graag", "change_prompt_time", ["zaterdag"]),
        ("van maandag naar woensdag", "change_prompt_time", ["woensdag"]),
        ("maandag werk ik, doe maar vrijdag", "change_prompt_time", ["vrijdag"]),
        ("kan mijn coach vandaag niet even bellen", "human_contact", ["vandaag"]),
        ("waarom altijd op zaterdag?? doe maandag", "change_prompt_time", ["maandag"]),
        ("vrijdg 10 uur", "change_prompt_time", ["vrijdag"]),
        ("het op de dinsdag en niet op de maandag", "change_prompt_time", ["dinsdag"]),
        ("nu krijg ik het op maandag, ik wil vrijdag", "change_prompt_time", ["vrijdag"]),
        ("van dinsdag 9 uur naar vrijdag 14 uur", "change_prompt_time", ["vrijdag"]),
        ("niet vrijdag, woensdag wel", "change_prompt_time", ["woensdag"]),
        ("zondag geen bericht, zaterdag is goed", "change_prompt_time", ["zaterdag"]),
        ("de donderdag werkt niet. zaterdag beter.", "change_prompt_time", ["zaterdag"]),
        ("doe dinsdag want maandag zit ik op school", "change_prompt_time", ["dinsdag"]),
        ("ik werk maandag en dinsdag, dus woensdag", "change_prompt_time", ["woensdag"]),
        ("ik kan niet op maandag dus graag dinsdag", "change_prompt_time", ["dinsdag"]),
        ("vrijdag kan niet, donderdag wel", "change_prompt_time", ["donderdag"]),
        ("jullie sturen het op maandag, liever vrijdag", "change_prompt_time", ["vrijdag"]),
        ("maandag geen probleem", "change_prompt_time", ["maandag"]),
        ("de cursus moet op donderdagochtend vallen", "refine_practical", ["donderdag"]),
        ("een groep op zaterdag, bestaat dat hier", "refine_practical", ["zaterdag"]),
        ("graag iets met maandag als lesdag", "refine_practical", ["maandag"]),
        ("hij kan uitsluitend op de maandagen komen", "refine_practical", ["maandag"]),
        (
            "alleen dinsdag of donderdag, de rest werk ik",
            "refine_practical",
            ["dinsdag", "donderdag"],
        ),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("dag", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("vr 52, Culemborg", "find_instrument"),
        ("goedemorgen", "greet"),
        ("morgen!", "greet"),
        ("zo vroeg lig ik nog in bed", "change_prompt_time"),
        ("ik do wat ik kan", "find_instrument"),
        ("begint elke maandag vol moed", "find_instrument"),
        ("tot morgen", "bye"),
        ("maandag ging het slecht", "checkin_score"),
        ("dinsdag past niet", "change_prompt_time"),
        ("kan maandag beginnen", "refine_practical"),
        ("iets concreets wat ik morgen zelf kan doen", "refine_practical"),
        ("niet duur want vrijdag krijg ik pas geld", "refine_practical"),
        ("mijn doel is elke maandag op tijd", "set_goal"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("dag", text, intent) == []


@pytest.mark.parametrize(
    ("text", "intent", "days"),
    [
        ("komende zondag niet appen", "pause_prompts", ["zondag"]),
        ("woensdag geen bericht, dan is de begrafenis", "pause_prompts", ["woensdag"]),
        ("laat die check van vrijdag maar zitten", "pause_prompts", []),
        ("heb maandag al gebeld, nu wil ik een mens", "human_contact", []),
        ("afgelopen dinsdag heeft niemand gebeld", "human_contact", []),
        ("bel me do 13u", "human_contact", ["donderdag"]),
    ],
)
def test_what_is_to_come(text: str, intent: str, days: list[str]) -> None:
    assert hear("dag", text, intent) == days


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("do kan ik de hele dag", "human_contact", ["donderdag"]),
        ("di ben ik vrij", "human_contact", ["dinsdag"]),
        ("woe past mij het best", "human_contact", ["woensdag"]),
        ("vrij 10.30 graag", "human_contact", ["vrijdag"]),
        ("vrij ben ik niet, ik werk", "human_contact", []),
        ("zo kan ik niet verder, geef me een mens", "human_contact", []),
        ("ma past op de kinderen, wie kan ik bellen", "human_contact", []),
        ("ma kan niet bellen want ze is ziek", "human_contact", []),
        ("maandag om 9 zit ik klaar, bel dan", "human_contact", ["maandag"]),
        ("dinsdag half tien zit ik thuis, laat dan iemand bellen", "human_contact", ["dinsdag"]),
        ("doe maar vrij om 10", "change_prompt_time", ["vrijdag"]),
        ("ik zat te denken aan woe", "change_prompt_time", ["woensdag"]),
    ],
)
def test_abbreviated_where_a_call_is_asked(
    text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear("dag", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("om half acht in de morgen", "change_prompt_time", []),
        ("morgen om half acht", "change_prompt_time", ["morgen"]),
        ("dinsdag niet een andere dag", "change_prompt_time", ["dinsdag"]),
        ("dinsdag niet", "change_prompt_time", []),
        ("een collega aan de lijn graag, dinsdag zit ik thuis", "human_contact", ["dinsdag"]),
        ("dinsdag zit ik op school", "human_contact", []),
    ],
)
def test_which_day_it_is(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("dag", text, intent) == expected
