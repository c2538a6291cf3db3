"""The commands that talk with the engine: chat and understand."""

import json
from pathlib import Path

import pytest

from bot.texts import say
from bot.understand import understood
from caseload.models import Role
from caseload.people import who
from store.session import sessions
from tests.bot.commands import Run, keuzehulp
from tests.bot.fake_engine import SECRET, FakeEngine

ASKED = [
    {"text": "Klopt dit?", "buttons": [{"title": "Ja", "payload": "/affirm"}]},
    {"text": "Of?", "buttons": [{"title": "Nee", "payload": "/deny"}], "image": "/a.png"},
    {"custom": {"finished": False}},
]


def test_a_script_gets_one_line_of_json_a_turn(engine: FakeEngine, tmp_path: Path) -> None:
    engine.plan = [ASKED, ASKED]
    typed = "hoi\n#2\n\n/inform{}\n"
    settings = {"ENGINE_URL": engine.url, "VAR": str(tmp_path), "SECRET": SECRET}
    done = keuzehulp("chat", typed=typed, **settings)
    turns = [json.loads(line) for line in done.stdout.splitlines()]

    assert [turn["you"] for turn in turns] == ["hoi", "#2", "", "/inform{}"]
    assert turns[0]["replies"] == [
        {"text": "Klopt dit?", "buttons": ["Ja"], "image": None},
        {"text": "Of?", "buttons": ["Nee"], "image": "/a.png"},
    ]
    assert [body.get("payload") for body in engine.got] == [None, "/deny", None]
    assert engine.got[2]["text"] == "/inform{}"
    assert turns[2]["replies"][0]["text"] == say("texts.gateway.empty")
    assert turns[2]["replies"][0]["buttons"] == ["Ja", "Nee"]


def test_a_number_without_a_button_is_answered(here: Run, engine: FakeEngine) -> None:
    done = here("chat", typed="hoi\n#3\n#0\n", ENGINE_URL=engine.url)

    _, third, zero = (json.loads(line)["replies"][0]["text"] for line in done.stdout.splitlines())
    assert third == zero == say("texts.gateway.outdated")


def test_each_run_is_a_new_conversation_unless_it_has_a_name(here: Run, engine: FakeEngine) -> None:
    for words in ([], [], ["--session", "a"], ["--session", "a"], ["--session", "b"]):
        here("chat", *words, typed="hoi\n", ENGINE_URL=engine.url)

    one, two, a, a_again, b = engine.senders
    assert a == a_again
    assert len({one, two, a, b}) == 4


@pytest.mark.parametrize("role", [Role.CLIENT, Role.COACH])
def test_the_terminal_is_the_demo_person(
    role: Role, here: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    here("chat", "--as", role.value, typed="hoi\n", ENGINE_URL=engine.url, VAR=str(tmp_path))

    factory = sessions(f"sqlite:///{tmp_path / 'keuzehulp.db'}")
    with factory() as session:
        found = who(session, engine.senders[0])
    factory.kw["bind"].dispose()
    assert found.role == role
    assert (found.coach_name is None) == (role is Role.COACH)


def test_chat_knows_two_roles(here: Run) -> None:
    assert here("chat", "--as", "beheerder").returncode == 2


def test_understand_gives_what_the_model_makes_of_a_line(here: Run, engine: FakeEngine) -> None:
    done = here("understand", "--as", "coach", typed="Tiel\n\n", ENGINE_URL=engine.url)
    first, empty = (json.loads(line) for line in done.stdout.splitlines())

    assert first == {
        "text": "Tiel",
        "intent": "find_instrument",
        "confidence": 0.9,
        "kenmerken": [{"code": "3.3", "confidence": 0.8}],
        "candidates": ["3.3", "5.2", "1.2"],
        "entities": {"gemeente": "Tiel", "doelgroep": ["jongeren", "vrouwen"], "max_kosten": 0},
    }
    assert (empty["text"], empty["intent"], empty["kenmerken"]) == ("", None, [])


def test_the_nearest_meaning_is_told_though_the_dialogue_would_ask_back() -> None:
    ranking = [
        {"name": "nlu_fallback", "confidence": 0.45},
        {"name": "compare", "confidence": 0.3},
        {"name": "choose", "confidence": 0.25},
    ]
    told = understood("die of die", {"intent": ranking[0], "intent_ranking": ranking})

    assert (told["intent"], told["confidence"]) == ("compare", 0.3)


def test_without_an_engine_understand_says_so(here: Run) -> None:
    done = here("understand", typed="hoi\n", ENGINE_URL="http://127.0.0.1:1")

    assert done.returncode == 1
    assert done.stderr.strip() == say("cli.error.no_answer")
