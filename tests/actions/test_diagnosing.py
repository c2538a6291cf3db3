"""A coach gets instruments that tell what they want to know, with source; a client their coach."""

from tests.actions.talk import DEBTS, Talk

ASKS = "diagnosis_instrument"


def test_what_is_named_decides(coach: Talk) -> None:
    coach.advised().types("ik wil een test voor zelfvertrouwen", ASKS)
    assert coach.said == ["utter_diagnosis"]
    assert "**DMA**" in coach.text
    assert "(bron: Raad voor Werk en Inkomen, 2009)" in coach.text
    assert "zelfvertrouwen" not in coach.titles
    assert "**Waardemeter**" in coach.presses("sterke en zwakke").text


def test_else_the_case_decides(coach: Talk) -> None:
    coach.advised(wanted=frozenset({"4.2"})).types("welk diagnose-instrument past", ASKS)
    assert "Om dit te meten: een beroep kiezen" in coach.text


def test_without_a_case_it_is_asked(coach: Talk) -> None:
    coach.at("open").types("welk diagnose-instrument past", ASKS)
    assert coach.said == ["utter_ask_diagnosis", "utter_ask_open"]
    assert coach.presses("zin in werk").said[0] == "utter_diagnosis"


def test_research_of_body_or_mind_is_for_a_specialist(coach: Talk) -> None:
    coach.advised().types("een test voor angst en nare ervaringen", ASKS)
    assert coach.said == ["utter_diagnosis_specialist"]
    assert "zin in werk" in coach.titles


def test_where_no_test_helps_something_else_can_be_measured(coach: Talk) -> None:
    coach.advised(wanted=frozenset({"1.3.4"})).types("heb je daar een test voor", ASKS)
    assert coach.said == ["utter_diagnosis_none"]
    assert len(coach.titles) == 5


def test_a_client_hears_that_the_coach_asks_for_it(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS})).types("welke test past bij mij", ASKS)
    assert visitor.said[0] == "utter_diagnosis_for_client"
    assert visitor.titles


def test_figures_are_named_and_the_own_clients_are_a_tap_away(coach: Talk) -> None:
    coach.advised().types("managementcijfers", "report")
    assert "‘figures’" in coach.text
