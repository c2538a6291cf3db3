from tests.actions.talk import DEBTS, Talk


def test_who_this_is_comes_first_and_once(visitor: Talk) -> None:
    visitor.types("…", "find_instrument", kenmerken={DEBTS: "schulden"})
    assert visitor.said[0] == "utter_introduction"

    assert "utter_introduction" not in visitor.types("ja", "affirm").said


def test_a_greeting_introduces_once(visitor: Talk) -> None:
    assert visitor.types("hallo", "greet").said == ["utter_introduction", "utter_ask_open"]
    assert visitor.types("hallo", "greet").said == ["utter_greet_again", "utter_ask_open"]


def test_each_reader_is_told_what_is_kept_and_who_decides(visitor: Talk, coach: Talk) -> None:
    client_text, coach_text = (talk.types("hallo", "greet").text for talk in (visitor, coach))

    assert "computer" in client_text
    assert "bewaar" in client_text
    assert "computer" in coach_text
    assert "beslissen" in coach_text


def test_danger_needs_no_introduction(visitor: Talk) -> None:
    assert visitor.types("ik wil dood", "crisis").said[0] == "utter_crisis"
