import pytest

from tests.actions.talk import DEBTS, Talk


@pytest.mark.parametrize("step", ["open", "question", "advice", "argument", "request", "danger"])
@pytest.mark.parametrize("intent", ["stop", "bye"])
def test_stop_always_stops(visitor: Talk, step: str, intent: str) -> None:
    visitor.at(step, question="form", chosen="R01", before="open").types("stop", intent)

    assert visitor.said == ["utter_goodbye"]
    assert visitor.replies[0].custom == {"finished": True}
    assert visitor.buttons == []


def test_nothing_shown_is_nothing_kept(visitor: Talk) -> None:
    visitor.at("open").types("stop", "stop")

    assert visitor.said == ["utter_goodbye_empty"]


def test_who_talks_on_after_the_end_is_heard(visitor: Talk) -> None:
    visitor.at("open").types("stop", "stop")
    visitor.types("toch nog iets", "find_instrument", kenmerken={DEBTS: "schulden"})

    assert visitor.said == ["utter_ask_chips"]
