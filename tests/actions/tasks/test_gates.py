"""Who may begin: a code, a client, a yes, a goal; and back to where the conversation was."""

from datetime import timedelta

import pytest

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person, link
from doelenmeter import goals
from doelenmeter.tables import Goal, Party
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, person


def test_an_anonymous_visitor_is_told_about_a_code(visitor: Talk) -> None:
    visitor.advised().types("ik wil mijn check-in doen", "checkin_start")

    assert visitor.said == ["utter_goals_need_code"]
    assert visitor.dialogue.step == "advice"


def test_the_first_time_a_client_is_asked_before_anything_is_kept(client: Talk) -> None:
    client.types("mijn check-in", "checkin_start")

    assert client.said[-1] == "utter_ask_consent"
    assert "Jij en je coach zien dit" in client.text
    assert not consent.has(client.session, person(client), Purpose.GOALS)


def test_a_yes_is_kept_and_the_task_goes_on(client: Talk) -> None:
    client.types("mijn check-in", "checkin_start").presses("Ja")

    assert consent.has(client.session, person(client), Purpose.GOALS)
    assert client.said == ["utter_consent_kept", "utter_no_goal_yet"]
    assert client.dialogue.step == "open"


def test_a_no_keeps_nothing_and_goes_back(client: Talk) -> None:
    client.advised().types("mijn check-in", "checkin_start").presses("Nee")

    assert not consent.has(client.session, person(client), Purpose.GOALS)
    assert client.said == ["utter_consent_refused"]
    assert client.dialogue.step == "advice"
    assert client.dialogue.task == {}


def test_a_coach_cannot_say_yes_for_a_client(coach: Talk, client: Talk) -> None:
    coach.types("score voor Rafiq", "checkin_score", client="Rafiq")

    assert coach.said == ["utter_client_said_no_yes"]
    assert "Rafiq" in coach.text


@pytest.mark.parametrize(
    ("text", "intent", "names"),
    [
        ("einddatum doel rafiq 1 mei", "set_goal", ()),
        ("sc rafiq +1 op tijd komen", "checkin_score", ()),
        ("link vr werkbegeleider van rafiq, Henk v Dijk", "third_party_score", ("Henk", "Dijk")),
    ],
)
def test_a_client_who_is_named_is_not_asked_again(
    coach: Talk, goal: Goal, text: str, intent: str, names: tuple[str, ...]
) -> None:
    amira = add_person(coach.session, role=Role.CLIENT, name="Amira", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=amira.id, now=NOW)

    coach.types(text, intent, client=names)
    assert "utter_ask_whose" not in coach.said


def test_a_score_for_somebody_else_is_not_given_to_the_only_client(coach: Talk, goal: Goal) -> None:
    coach.types("score +1 voor Piet", "checkin_score", client="Piet", level="1")

    assert coach.said == ["utter_ask_whose"]
    assert coach.titles == ["Rafiq"]


def test_a_coach_with_several_clients_says_which_one(coach: Talk, goal: Goal) -> None:
    amira = add_person(coach.session, role=Role.CLIENT, name="Amira", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=amira.id, now=NOW)

    coach.types("hoe staat het ervoor", "progress_show")
    assert coach.said[-1] == "utter_ask_whose"
    assert coach.titles == ["Rafiq", "Amira"]
    coach.types("die van rafiq graag")

    assert coach.said == ["utter_progress"]
    assert coach.replies[0].custom == {"picture": goal.id}


def test_a_coach_sees_no_client_of_another(coach: Talk, goal: Goal) -> None:
    other = add_person(coach.session, role=Role.COACH, name="Wim", now=NOW)
    stranger = add_person(coach.session, role=Role.CLIENT, name="Noor", now=NOW)
    link(coach.session, coach_id=other.id, client_id=stranger.id, now=NOW)
    amira = add_person(coach.session, role=Role.CLIENT, name="Amira", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=amira.id, now=NOW)

    coach.types("hoe gaat het met Noor", "progress_show", client="Noor")

    assert coach.said[-1] == "utter_ask_whose"
    assert "Noor" not in coach.titles
    coach.sends(f'/choose{{"client": "{stranger.id}"}}')
    assert "utter_progress" not in coach.said


def test_a_proposal_is_no_goal_yet_and_is_shown_once(agreed: Talk, coach: Talk) -> None:
    words = goals.propose(
        agreed.session,
        client_id=person(agreed),
        by=Party.CLIENT,
        person_id=person(agreed),
        draft=ON_TIME.draft(),
        kenmerk="1.1",
        start_date=NOW.date(),
        target_date=NOW.date() + timedelta(days=90),
        now=NOW,
    )
    coach.types("hallo", "greet")
    for talk, said in ((agreed, "waar sta ik"), (coach, "waar staat Rafiq")):
        talk.types(said, "progress_show")
        assert talk.said == ["utter_goal_waits"]
        assert ON_TIME.title in talk.text
    coach.presses("Bekijk het doel").presses("Ja, dit klopt")

    assert goals.in_force(agreed.session, words.goal_id) == words


def test_with_several_goals_one_is_chosen(agreed: Talk, second_goal: Goal) -> None:
    agreed.types("mijn check-in", "checkin_start")

    assert agreed.said[-1] == "utter_ask_which_goal"
    agreed.presses(agreed.titles[1])
    assert agreed.dialogue.step == "score"
    assert agreed.dialogue.task["goal"] == second_goal.id


def test_a_step_back_leaves_the_task(agreed: Talk, second_goal: Goal) -> None:
    agreed.advised().types("mijn check-in", "checkin_start").types("stap terug", "step_back")

    assert agreed.dialogue.step == "advice"
    assert agreed.dialogue.task == {}


def test_a_name_that_is_nobodys_is_never_taken_for_the_only_client(coach: Talk, goal: Goal) -> None:
    coach.types("hoe gaat het met Noor", "progress_show", client="Noor")

    assert coach.said[-1] == "utter_ask_whose"
    assert "utter_progress" not in coach.said
