"""What is kept about a known person is told, and really erased after a yes."""

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.base import House
from actions.conversation import AskAnswer, ValidateForm
from caseload import consent
from caseload.models import Conversation, Erasure, Person, Purpose
from catalogue.tables import Advice
from doelenmeter.tables import Goal as GoalRow
from doelenmeter.tables import Score
from tests.actions.talk import Talk
from tests.actions.tasks.conftest import ON_TIME, person


def test_a_client_reads_goals_counts_and_every_yes(client: Talk, goal: GoalRow) -> None:
    client.types("check-in", "checkin_start").presses("+1").presses("Sla over").presses("Nee")
    client.advised().types("wat weet je van mij", "privacy_view")

    assert client.said[0] == "utter_everything_info"
    assert client.replies[0].custom == {"file": "everything"}
    for words in ("Rafiq", "Sandra", ON_TIME.title, "Scores: 1.", "geldzorgen", "de website"):
        assert words in client.text
    assert consent.text(Purpose.GOALS).title in client.text
    assert "ik trek het in" in client.text
    assert "wis alles" in client.text
    client.presses("Tel mij mee")
    assert client.said[-1] == "utter_ask_consent"


def test_a_score_that_was_corrected_is_one_score(client: Talk, goal: GoalRow) -> None:
    client.types("check-in", "checkin_start").presses("+1").presses("Sla over").presses("Nee")
    client.types("toch anders", "correct_score").presses("+2").presses("Sla over")
    client.types("wat weet je van mij", "privacy_view")

    assert "Scores: 1, en 1 keer verbeterd. Zinnen erbij: 0." in client.text


def test_a_coach_reads_clients_and_none_of_their_goals(
    coach: Talk,
    client: Talk,
    goal: GoalRow,
) -> None:
    coach.types("wat weet je van mij", "privacy_view")

    assert "Rafiq" in coach.text
    assert ON_TIME.title not in coach.text
    assert "ik trek het in" not in coach.text


def test_a_stranger_hears_of_this_conversation_only(visitor: Talk) -> None:
    visitor.advised().types("wat weet je van mij", "privacy_view")

    assert visitor.said[0] == "utter_privacy_view"
    assert visitor.replies[0].custom is None


def test_a_yes_erases_the_person_everywhere(client: Talk, goal: GoalRow) -> None:
    me, talk = person(client), client.conversation_id
    client.types("check-in", "checkin_start").presses("+1").presses("Sla over").presses("Nee")
    client.advised().types("wis alles", "privacy_delete")
    assert client.said == ["utter_ask_erase_person"]
    client.presses("Ja, wis alles")

    assert client.said == ["utter_erased"]
    assert client.replies[0].custom == {"finished": True, "erase": [talk]}
    session = client.session
    assert session.get(Person, me) is None
    assert session.get(Conversation, talk) is None
    for table in (GoalRow, Score, Advice):
        assert session.scalars(select(table)).all() == []
    assert session.scalars(select(Erasure.role)).all() == ["client"]


def test_a_coach_who_goes_leaves_the_clients(
    coach: Talk,
    client: Talk,
    goal: GoalRow,
) -> None:
    coach.types("wis alles", "privacy_delete")
    assert "zonder coach" in coach.text
    coach.presses("Ja, wis alles")

    assert client.who.name == "Rafiq"
    assert client.who.coach_name is None
    assert client.session.scalars(select(GoalRow)).all() != []


def test_a_no_keeps_everything(client: Talk) -> None:
    client.types("wis alles", "privacy_delete").presses("Nee")

    assert client.said[0] == "utter_not_erased"
    assert client.who.name == "Rafiq"


async def test_the_running_action_commits_it(house: House, session: Session, client: Talk) -> None:
    me = person(client)
    session.commit()
    said = {"text": "/affirm", "intent": {"name": "affirm", "confidence": 1.0}}
    slots = {"dialogue": {"step": "erase", "introduced": True}}
    events = [{"event": "user"}]
    tracker = Tracker(client.conversation_id, slots, said, events, False, None, {}, "action_listen")
    for action in (ValidateForm, AskAnswer):
        dispatcher = CollectingDispatcher()
        changed = await action(house).run(dispatcher, tracker, {})
        tracker.slots |= {event["name"]: event["value"] for event in changed}
        if action is ValidateForm:
            assert [message["response"] for message in dispatcher.messages] == ["utter_erased"]

    assert dispatcher.messages == []
    session.expire_all()
    assert session.get(Person, me) is None
