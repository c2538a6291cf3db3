"""What somebody wants, in a sentence that asks for a goal."""

import pytest

from doelenmeter.said import (
    mood,
    of_now,
    only_scale,
    scale,
    sentence,
    tells_the_past,
    to_do,
    wish,
    without_opening,
)


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("ik wil een doel: elke dag op tijd", "elke dag op tijd"),
        ("mijn doel is 4 dagen op tijd", "4 dagen op tijd"),
        ("ik wil als doel dat ik beter nederlands praat", "beter nederlands praat"),
        ("Rafiq wil op tijd komen", "op tijd komen"),
        ("mijn cliënt wil minder vaak boos worden", "minder vaak boos worden"),
        ("doel voor Rafiq: 4 dagdelen aanwezig", "4 dagdelen aanwezig"),
        ("ik wil graag op tijd komen", "op tijd komen"),
        ("solliciteren", "solliciteren"),
        ("doel rafiq gas: minder ziek melden", "minder ziek melden"),
    ],
)
def test_the_goal_in_a_sentence(words: str, goal: str) -> None:
    assert wish(words, name="Rafiq") == goal


@pytest.mark.parametrize(
    "words",
    [
        "",
        "ik wil een nieuw doel",
        "doel maken",
        "help me dit doel smart te maken",
        "ik wil een doel:",
    ],
)
def test_a_sentence_that_only_asks(words: str) -> None:
    assert wish(words) == ""


def test_a_name_is_no_pattern() -> None:
    assert wish("R.* wil werken", name="R.*") == "werken"
    assert wish("Rafiq wil werken", name="R.*") == "Rafiq wil werken"


def test_a_sentence_has_a_capital_and_a_full_stop() -> None:
    assert sentence("  ik kom   op tijd ") == "Ik kom op tijd."
    assert sentence("Echt!") == "Echt!"
    assert sentence("") == ""


def test_an_opening_is_left_out() -> None:
    assert without_opening("nou, ik wil graag werken") == "werken"
    assert without_opening("willem helpen") == "willem helpen"


@pytest.mark.parametrize(
    ("words", "named", "only"),
    [
        ("ik wil een doel op GAS", "gas", True),
        ("kan dit met de gas-schaal?", "gas", True),
        ("doel op gas", "gas", True),
        ("elke dag op tijd, op GAS", "gas", False),
        ("leren koken op gas", None, False),
        ("doel omzetten naar ontwikkelmonitor", "ontwikkelmonitor", True),
        ("een doel met maar 3 stappen", "doelenmeter_3", True),
        ("kan ik een 3puntsschaal gebruiken", "doelenmeter_3", True),
        ("de doelenmeter met drie niveaus", "doelenmeter_3", True),
        ("in drie stappen naar werk", None, False),
        ("toch de doelenmeter", "doelenmeter", True),
        ("", None, False),
    ],
)
def test_the_name_of_a_scale(words: str, named: str | None, only: bool) -> None:
    assert scale(words) == named
    assert (only_scale(words) is not None) == only


@pytest.mark.parametrize("words", ["liever GAS", "ontwikkelmonitor invullen", "een 3puntsschaal"])
def test_a_scale_is_no_goal(words: str) -> None:
    assert wish(words) == ""


@pytest.mark.parametrize(
    ("words", "feeling"),
    [
        ("wat een rotweek", "bad"),
        ("ging kut, 3x te laat", "bad"),
        ("niet zo lekker", "bad"),
        ("Heerlijk weekje!", "good"),
        ("het was niet slecht", "good"),
        ("goed maar zwaar", None),
        ("de bus reed niet", None),
    ],
)
def test_how_a_week_felt(words: str, feeling: str | None) -> None:
    assert mood(words) == feeling


@pytest.mark.parametrize(
    "words", ["mijn fiets is gestolen", "ik heb slecht geslapen", "het was koud", "ik ben verhuisd"]
)
def test_what_happened_is_past(words: str) -> None:
    assert tells_the_past(words)


@pytest.mark.parametrize(
    "words", ["op tijd komen", "ik heb geld", "ik ben gezond", "minder ziek melden", "gezond eten"]
)
def test_what_somebody_wants_is_not_past(words: str) -> None:
    assert not tells_the_past(words)


@pytest.mark.parametrize("words", ["mijn kamer luchten", "naar buiten gaan", "huiswerk doen"])
def test_a_verb_in_its_first_form_is_something_to_do(words: str) -> None:
    assert to_do(words)
    assert not to_do("lekker weertje")


def test_what_begins_with_now_tells_how_it_goes() -> None:
    assert of_now("nu 3x pm")
    assert not of_now("nuttig bezig zijn")
