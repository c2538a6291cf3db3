import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.dialogue import KEPT_STEPS_BACK, Dialogue, Step
from catalogue.known import Known

CODES = st.lists(st.sampled_from(["R01", "R02", "3.3"]), max_size=3).map(tuple)
NAMES = st.none() | st.sampled_from(["R01", "kenmerk:3.3"])

DIALOGUES = st.builds(
    Dialogue,
    step=st.sampled_from(Step.__args__),
    introduced=st.booleans(),
    question=NAMES,
    pending=CODES,
    quotes=st.dictionaries(st.sampled_from(["3.3", "4.1"]), st.text(max_size=10)),
    shown=CODES,
    seen=CODES,
    focus=NAMES,
    chosen=NAMES,
    misses=st.integers(0, 2),
    listed=st.booleans(),
    quiet=st.booleans(),
    before=st.none() | st.sampled_from(Step.__args__),
)


@given(DIALOGUES, DIALOGUES)
def test_json_and_back_is_the_same(dialogue: Dialogue, earlier: Dialogue) -> None:
    whole = dialogue.remember(Known(gemeente="Tiel"), earlier)

    assert Dialogue.from_json(json.loads(json.dumps(whole.to_json()))) == whole


def test_a_new_dialogue_is_empty_json() -> None:
    assert Dialogue().to_json() == {}
    assert Dialogue.from_json(None) == Dialogue()


@pytest.mark.parametrize("data", [{"role": "coach"}, {"step": "beheerder"}])
def test_json_that_does_not_belong_is_named(data: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"role|beheerder"):
        Dialogue.from_json(data)


def test_a_step_back_gives_the_earlier_moment() -> None:
    before = Dialogue(step="question", question="gemeente")
    after = Dialogue(step="advice").remember(Known(route="B"), before)

    assert after.step_back() == (Known(route="B"), before)
    assert before.step_back() is None


def test_only_the_last_steps_are_kept() -> None:
    dialogue = Dialogue()
    for number in range(KEPT_STEPS_BACK + 3):
        dialogue = dialogue.at("question").remember(Known(max_weeks=number), dialogue)

    for number in reversed(range(3, KEPT_STEPS_BACK + 3)):
        moment = dialogue.step_back()
        assert moment is not None
        known, dialogue = moment
        assert known.max_weeks == number
    assert dialogue.step_back() is None


def test_another_step_forgets_misses_and_may_speak() -> None:
    tired = Dialogue(misses=1, quiet=True, listed=True, shown=("R01",))

    assert tired.at("advice") == Dialogue(step="advice", shown=("R01",))
