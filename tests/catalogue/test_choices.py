import json
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from catalogue.choices import Shown, advise, everything, forget, last, last_advice, record
from catalogue.known import Known
from catalogue.load import fill
from catalogue.search import search
from tests.catalogue.made import card

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
KNOWN = Known(route="A", wanted=frozenset({"3.3"}), said={"3.3": "brieven van Jansen"})


def choose(
    session: Session,
    conversation_id: str = "c1",
    instrument: str = "R01",
    person_id: int | None = None,
) -> None:
    shown = [Shown.of(fit) for fit in search(session, KNOWN).fits]
    record(
        session,
        now=NOW,
        conversation_id=conversation_id,
        person_id=person_id,
        instrument=instrument,
        shown=shown,
        known=KNOWN,
        argument="Dat is dichtbij.",
        advised=instrument in {item.code for item in shown},
    )


def test_a_choice_tells_who_what_was_on_screen_and_why(session: Session) -> None:
    version = fill(session, [card("R01"), card("R02", kenmerken=("3.3", "5.2"))])
    choose(session)
    session.commit()
    session.expire_all()
    (choice,) = last(session, 5)
    told = json.loads(json.dumps(choice.to_json()))
    assert told == {
        "id": 1,
        "at": "2026-11-22T20:15:00+00:00",
        "conversation_id": "c1",
        "person_id": None,
        "instrument": "R01",
        "advised": True,
        "argument": "Dat is dichtbij.",
        "route": "A",
        "kenmerken": ["3.3"],
        "shown": [
            {
                "code": code,
                "reasons": [{"kind": "route", "value": "A"}, {"kind": "kenmerk", "value": "3.3"}],
            }
            for code in ("R01", "R02")
        ],
        "known": Known(route="A", wanted=frozenset({"3.3"})).to_json(),
        "catalogue_version": version,
    }


def test_own_words_about_a_kenmerk_are_not_stored(session: Session) -> None:
    fill(session, [card("R01")])
    choose(session)
    assert "Jansen" not in json.dumps([choice.to_json() for choice in last(session, 1)])


def test_something_that_was_not_on_screen_can_be_chosen(session: Session) -> None:
    fill(session, [card("R01"), card("R02", kenmerken=("5.2",))])
    choose(session, instrument="R02")
    (choice,) = last(session)
    assert (choice.instrument, choice.advised) == ("R02", False)


def test_the_newest_choices_come_first_and_no_more_than_asked(session: Session) -> None:
    fill(session, [card("R01")])
    for number in range(3):
        choose(session, conversation_id=f"c{number}")
    assert [choice.conversation_id for choice in last(session, 2)] == ["c2", "c1"]


def test_who_comes_back_finds_the_last_list(session: Session) -> None:
    fill(session, [card("R01")])
    assert last_advice(session, conversation_id="c1") is None
    shown = [Shown.of(fit) for fit in search(session, KNOWN).fits]
    for days, conversation in enumerate(("c1", "c1", "c2")):
        advise(
            session,
            now=NOW + timedelta(days=days),
            conversation_id=conversation,
            person_id=7,
            known=KNOWN if days else Known(),
            shown=shown,
        )
    found = last_advice(session, conversation_id="c1")
    assert found is not None
    assert found.at == NOW + timedelta(days=1)
    assert found.known.wanted == {"3.3"}
    assert found.shown == tuple(shown)


def test_choosing_from_the_list_on_screen_does_not_count_it_twice(session: Session) -> None:
    fill(session, [card("R01")])
    shown = [Shown.of(fit) for fit in search(session, KNOWN).fits]
    advice = advise(
        session, now=NOW, conversation_id="c1", person_id=None, known=KNOWN, shown=shown
    )
    choose(session)
    choose(session, conversation_id="c2")
    other, same = last(session, 2)
    assert same.advice == advice
    assert other.advice.id != advice.id


def test_everything_of_a_person_is_shown_and_then_forgotten(session: Session) -> None:
    fill(session, [card("R01")])
    for conversation_id, person_id in (("c1", None), ("c2", 7), ("c3", 8)):
        choose(session, conversation_id, person_id=person_id)

    seen = json.loads(json.dumps(everything(session, ["c1"], person_id=7)))
    assert [choice["argument"] for choice in seen["choices"]] == ["Dat is dichtbij."] * 2
    assert [choice["shown"] for choice in seen["choices"]] == [["R01"], ["R01"]]
    assert [shown["known"]["route"] for shown in seen["lists"]] == ["A", "A"]
    assert len(everything(session, ["c1"])["choices"]) == 1

    forget(session, ["c1"], person_id=7)

    assert [choice.conversation_id for choice in last(session, 9)] == ["c3"]
    assert everything(session, ["c1"], person_id=7) == {"lists": [], "choices": []}
