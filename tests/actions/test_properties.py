"""Whatever people press and type: no error, nothing invalid, and the order does not matter."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from actions.turn import Button
from catalogue.known import KENMERK, Known
from store.session import sessions
from tests.actions.responses import ROOT, read_yaml
from tests.actions.talk import TAXONOMY, Talk, pressed, typed

DOMAIN = read_yaml(ROOT / "domain.yml")
CODES = st.sampled_from(list(TAXONOMY.kenmerken))
PLACES = st.sampled_from(["Tiel", "Buren", "Amsterdam", ""])
SAID = (
    *("ja", "nee", "ja, nee", "niet", "maakt niet uit", "alleen", "dichterbij", "goedkoper"),
    *("schulden klopt. solliciteren nee", "budgetcoach", "", "👍", "<b>", "/choose"),
)
WORDS = st.sampled_from(SAID) | st.text(max_size=40)
ENTITIES = st.fixed_dictionaries(
    {},
    optional={
        "gemeente": PLACES,
        "max_kosten": st.sampled_from(["0", "500", "veel", "²", "9" * 30]),
        "max_weken": st.sampled_from(["0", "8", "-1", "9" * 30]),
        "start": st.sampled_from(["meteen", "volgende maand", "mei", "ooit"]),
        "doelgroep": st.sampled_from(["vrouwen", "jongeren", "moeders"]),
        "route": st.sampled_from(["life_first", "work_first", "C", "weg"]),
        "instrument": st.sampled_from(["1", "2", "9", "last", "R47", "V01", "coach"]),
        "aspect": st.sampled_from(["waar", "kosten", "duur", "smaak", "line"]),
        "term": st.sampled_from(["traject", "flurkel", ""]),
    },
)


@st.composite
def messages(draw: st.DrawFn) -> dict[str, Any]:
    """A typed message, however the engine may have understood it."""
    codes = draw(st.lists(CODES, max_size=4, unique=True))
    intents = st.sampled_from([*DOMAIN["intents"], "nlu_fallback"])
    return {
        "text": draw(WORDS),
        "intent": draw(intents),
        "confidence": draw(st.sampled_from([0.2, 0.4, 0.7, 0.95])),
        "kenmerken": {code: draw(st.sampled_from(["die post", ""])) for code in codes},
        "candidates": tuple(draw(st.lists(CODES, max_size=3, unique=True))),
        "ranking": tuple((intent, 0.1) for intent in draw(st.lists(intents, max_size=4))),
        **draw(ENTITIES),
    }


PRESSES = st.integers(0, 8)


@pytest.fixture(scope="module")
def catalogue(filled_file: Path) -> Iterator[Session]:
    """A session that only this module writes in, and never commits."""
    factory = sessions(f"sqlite:///{filled_file}")
    with factory() as session:
        yield session
    factory.kw["bind"].dispose()


def check_valid(talk: Talk) -> None:
    known = talk.known
    assert known.wanted | known.refused <= TAXONOMY.kenmerken.keys()
    assert not known.wanted & known.refused
    assert known.route in (None, "A", "B", "C")
    assert Known.from_json(known.to_json()) == known
    assert known.said.keys() <= TAXONOMY.kenmerken.keys()


def check_buttons(buttons: list[Button]) -> None:
    for button in buttons:
        heard = pressed(button.payload)
        assert heard.intent in DOMAIN["intents"]
        assert heard.entities.keys() <= set(DOMAIN["entities"])


@settings(max_examples=60, deadline=None)
@given(turns=st.lists(messages() | PRESSES, max_size=14))
def test_whatever_is_typed_and_pressed(catalogue: Session, turns: list[Any]) -> None:
    talk = Talk(catalogue)
    for turn in turns:
        if isinstance(turn, dict):
            talk.types(**turn)
        elif talk.buttons:
            talk.sends(talk.buttons[turn % len(talk.buttons)].payload)
        check_valid(talk)
        check_buttons(talk.buttons)
    catalogue.rollback()


@settings(max_examples=40, deadline=None)
@given(presses=st.lists(PRESSES, min_size=1, max_size=20))
def test_a_button_is_always_understood(catalogue: Session, presses: list[int]) -> None:
    talk = Talk(catalogue)
    talk.types("hallo", "greet")
    for number in presses:
        if not talk.buttons:
            break
        talk.sends(talk.buttons[number % len(talk.buttons)].payload)
        assert "utter_not_understood" not in talk.said
        assert talk.replies
        check_valid(talk)
    catalogue.rollback()


@settings(max_examples=30, deadline=None)
@given(
    answers=st.dictionaries(CODES, st.sampled_from(["affirm", "deny", "unsure"]), max_size=6),
    data=st.data(),
)
def test_the_order_of_answers_gives_the_same_list(
    catalogue: Session, answers: dict[str, str], data: st.DataObject
) -> None:
    def listed(order: list[str]) -> tuple[str, ...]:
        talk = Talk(catalogue)
        for code in order:
            talk.asked(KENMERK + code).hear(typed("x", answers[code]))
        talk.at("advice").hear(typed("laat zien", "unsure"))
        kept = talk.known
        talk.advised(wanted=kept.wanted, refused=kept.refused)
        return talk.dialogue.shown

    order = list(answers)
    assert listed(order) == listed(data.draw(st.permutations(order)))
    catalogue.rollback()
