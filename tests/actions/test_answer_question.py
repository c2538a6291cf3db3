import pytest

from caseload.requests import open_requests, requests_for_coach
from catalogue.choices import last_advice
from catalogue.known import Known
from tests.actions.talk import APPLYING, DEBTS, NOW, SPEAKING, STRESS, TAXONOMY, Talk

ASKED = f"kenmerk:{DEBTS}"


@pytest.mark.parametrize(
    ("text", "intent", "wanted"),
    [
        ("ja", "affirm", True),
        ("soms wel", "nlu_fallback", True),
        ("beetje", "nlu_fallback", True),
        ("nee", "deny", False),
        ("nee hoor, dat gaat", "nlu_fallback", False),
        ("niet echt", "nlu_fallback", False),
        ("zeker niet", "deny", False),
        ("klopt niet", "deny", False),
    ],
)
def test_yes_and_no_to_a_kenmerk(visitor: Talk, text: str, intent: str, wanted: bool) -> None:
    visitor.asked(ASKED).types(text, intent)

    assert (DEBTS in visitor.known.wanted) is wanted
    assert (DEBTS in visitor.known.refused) is not wanted


@pytest.mark.parametrize("question", [ASKED, "route", "gemeente", "form", "max_wait", "max_weeks"])
@pytest.mark.parametrize("press", ["Weet ik niet", "Zeg ik liever niet"])
def test_not_saying_leaves_a_question_open(visitor: Talk, question: str, press: str) -> None:
    visitor.asked(question).types("wat is dit", "help").presses(press)

    assert visitor.known == Known(asked=(question,), open=frozenset({question}))
    assert visitor.dialogue.question != question


def test_it_does_not_matter(visitor: Talk) -> None:
    visitor.asked("form").types("maakt mij niet uit", "deny")

    assert visitor.known.open == {"form"}


def test_a_story_says_more_than_was_asked(visitor: Talk) -> None:
    visitor.asked(ASKED).types(
        "ja en ik slaap slecht van de stress", "affirm", kenmerken={STRESS: "stress"}
    )

    assert visitor.known.wanted == {DEBTS, STRESS}
    assert visitor.said[0] == "utter_also_heard"


def test_a_story_about_something_else_leaves_the_question_open(visitor: Talk) -> None:
    visitor.asked(ASKED).types(
        "ik wil vooral leren solliciteren", "find_instrument", kenmerken={APPLYING: "solliciteren"}
    )

    assert visitor.known.wanted == {APPLYING}
    assert visitor.known.open == {ASKED}


def test_a_story_about_what_was_asked_is_a_yes(visitor: Talk) -> None:
    visitor.asked(ASKED).types("die schulden", "find_instrument", kenmerken={DEBTS: "schulden"})

    assert visitor.known.wanted == {DEBTS}


def test_what_is_said_after_a_no_is_not_wanted(visitor: Talk) -> None:
    visitor.asked(ASKED).types("nee, geen schulden", "deny", kenmerken={DEBTS: "schulden"})

    assert visitor.known.wanted == frozenset()
    assert visitor.known.refused == {DEBTS}


@pytest.mark.parametrize("route", [0, 1, 2])
def test_every_route_by_button(visitor: Talk, route: int) -> None:
    visitor.asked("route").types("wat is dit", "help")
    visitor.sends(visitor.buttons[route].payload)

    assert visitor.known.route == "ABC"[route]


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("meteen werk zoeken", "C"),
        ("werk zoeken graag", "C"),
        ("rust thuis", "A"),
        ("leren en sterker worden", "B"),
        ("sterker worden denk ik", "B"),
    ],
)
def test_a_typed_route_looks_like_one_of_the_buttons(visitor: Talk, text: str, route: str) -> None:
    visitor.asked("route").types(text)

    assert visitor.known.route == route


def test_a_story_at_the_route_is_kept_and_the_route_asked_again(visitor: Talk) -> None:
    visitor.asked("route").types("xyz stress", "find_instrument", kenmerken={STRESS: "stress"})

    assert visitor.known.wanted == {STRESS}
    assert visitor.said == ["utter_also_heard", "utter_ask_route"]


def test_an_unknown_place_is_told_and_asked_once_more_with_the_choices(visitor: Talk) -> None:
    visitor.asked("gemeente").types("Groningen", "refine_practical")

    assert visitor.said == ["utter_place_unknown", "utter_ask_gemeente"]
    assert {"Tiel", "Culemborg", "Zaltbommel"} <= set(visitor.titles)
    assert visitor.presses("Buren").known.gemeente == "Buren"


def test_an_unknown_place_twice_looks_everywhere(visitor: Talk) -> None:
    visitor.asked("gemeente").types("Groningen", "refine_practical")
    visitor.types("Assen dan", "nlu_fallback")

    assert visitor.said[0] == "utter_place_skipped"
    assert visitor.known.open == {"gemeente"}
    assert visitor.dialogue.question != "gemeente"


def test_a_place_outside_the_region_that_is_recognised_is_unknown_too(visitor: Talk) -> None:
    visitor.asked("gemeente").types("Utrecht", "refine_practical", gemeente="Utrecht")

    assert visitor.said[0] == "utter_place_unknown"
    assert visitor.known.gemeente is None


@pytest.mark.parametrize("question", ["form", "max_wait", "max_weeks"])
def test_every_answer_of_a_practical_question_is_known(visitor: Talk, question: str) -> None:
    answers = len(visitor.asked(question).types("wat is dit", "help").buttons) - 2
    assert answers >= 2
    for number in range(answers):
        visitor.known = Known()
        visitor.asked(question).types("wat is dit", "help")
        visitor.sends(visitor.buttons[number].payload)
        assert visitor.known.knows(question)


def test_every_answer_of_every_kenmerk_is_what_it_means(visitor: Talk) -> None:
    for code, kenmerk in TAXONOMY.kenmerken.items():
        for answer in kenmerk.answers:
            visitor.known = Known()
            visitor.asked(f"kenmerk:{code}").types("wat is dit", "help").presses(answer.title)
            assert code in getattr(visitor.known, answer.means)


def test_a_wish_for_a_person_is_stored_for_the_coach(client: Talk, coach: Talk) -> None:
    client.asked("form").types("ik wil iemand spreken", "human_contact")
    assert client.said == ["utter_ask_request"]
    client.types("mijn uitkering is gestopt", "find_instrument", kenmerken={DEBTS: "uitkering"})

    assert client.said == ["utter_request_stored_coach", "utter_ask_form"]
    assert "Sandra" in client.text
    assert coach.who.person_id is not None
    (request,) = requests_for_coach(coach.session, coach.who.person_id)
    assert (request.kind, request.sentence) == ("person", "mijn uitkering is gestopt")
    assert request.created_at == NOW
    assert client.known == Known()


def test_a_wish_needs_no_words(visitor: Talk) -> None:
    visitor.at("open").types("ik wil iemand spreken", "human_contact").presses("Bel mij gewoon")

    assert visitor.said == ["utter_request_stored", "utter_ask_open"]
    (request,) = open_requests(visitor.session)
    assert request.sentence == ""


def test_a_wish_can_be_taken_back(visitor: Talk) -> None:
    visitor.at("open").types("ik wil iemand spreken", "human_contact").presses("Toch niet")

    assert visitor.said == ["utter_request_dropped", "utter_ask_open"]
    assert open_requests(visitor.session) == []


def test_an_unsure_no_is_the_sentence(visitor: Talk) -> None:
    visitor.at("request", before="open").types("niet alleen geld", "deny", confidence=0.5)

    (request,) = open_requests(visitor.session)
    assert request.sentence == "niet alleen geld"


def test_after_a_wish_the_list_is_not_shown_again(visitor: Talk) -> None:
    visitor.advised().types("ik wil iemand spreken", "human_contact").types("bel mij")

    assert visitor.dialogue.step == "advice"
    assert "utter_advice" not in visitor.said


def test_danger_tells_nobody_without_a_yes(client: Talk) -> None:
    client.asked("form").types("ik wil niet meer leven", "crisis", confidence=0.4)

    assert client.said == ["utter_crisis", "utter_crisis_tell_coach"]
    assert all(number in client.text for number in ("112", "113", "0800-0113", "0800-2000"))
    assert "Sandra" in client.text
    assert client.titles == ["Ja, laat het weten", "Er is geen gevaar"]
    assert open_requests(client.session) == []


def test_danger_is_told_to_the_coach_after_a_yes(client: Talk, coach: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").presses("Ja, laat het weten")

    assert client.said == ["utter_request_stored_coach"]
    assert coach.who.person_id is not None
    (request,) = requests_for_coach(coach.session, coach.who.person_id)
    assert request.kind == "danger"


@pytest.mark.parametrize("intent", ["deny", "thanks"])
def test_danger_stays_quiet_after_a_no(visitor: Talk, intent: str) -> None:
    visitor.asked("form").types("ik wil dood", "crisis").types("…", intent)

    assert len(visitor.said) == 1
    assert visitor.buttons == []
    assert open_requests(visitor.session) == []


def test_after_danger_the_dialogue_goes_on_where_it_was(visitor: Talk) -> None:
    visitor.asked("form").types("ik wil dood", "crisis").types("alleen", "refine_practical")

    assert visitor.known.form == "alone"
    assert visitor.dialogue.before is None


def test_a_coach_is_told_what_to_do_and_nothing_is_asked(coach: Talk) -> None:
    coach.at("open").types("hij wil niet meer leven", "crisis")

    assert coach.said == ["utter_crisis", "utter_crisis_coach"]
    assert coach.titles == ["Er is geen gevaar"]


def test_everything_is_erased_after_a_yes_only(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({SPEAKING}))
    visitor.types("wis alles", "privacy_delete").presses("Nee")
    assert visitor.said[0] == "utter_not_erased"
    assert last_advice(visitor.session, conversation_id=visitor.conversation_id) is not None

    visitor.types("wis alles", "privacy_delete").presses("Ja")
    assert visitor.said == ["utter_erased"]
    assert last_advice(visitor.session, conversation_id=visitor.conversation_id) is None
    assert visitor.known == Known()
    custom = visitor.replies[0].custom
    assert custom is not None
    assert custom["erase"] == [visitor.conversation_id]


@pytest.mark.parametrize("question", ["form", "gemeente", "max_wait"])
def test_a_story_at_a_practical_question_is_kept(visitor: Talk, question: str) -> None:
    visitor.asked(question).types("ook stress", "find_instrument", kenmerken={STRESS: "stress"})

    assert visitor.known.wanted == {STRESS}
    assert visitor.said == ["utter_also_heard", f"utter_ask_{question}"]


def test_a_place_and_a_story_at_once(visitor: Talk) -> None:
    visitor.asked("gemeente").types(
        "in Tiel en ik heb stress", "find_instrument", kenmerken={STRESS: "stress"}, gemeente="Tiel"
    )

    assert visitor.known.gemeente == "Tiel"
    assert visitor.known.wanted == {STRESS}


def test_a_kenmerk_taken_away_is_no_unknown_place(visitor: Talk) -> None:
    visitor.known = Known(wanted=frozenset({DEBTS, STRESS}))
    visitor.asked("gemeente").types("schulden klopt niet", "deny", kenmerken={DEBTS: "schulden"})

    assert visitor.known.wanted == {STRESS}
    assert visitor.said == ["utter_taken_away", "utter_ask_gemeente"]


def test_a_step_back_takes_the_wish_back(visitor: Talk) -> None:
    visitor.asked("form").types("een mens graag", "human_contact")
    visitor.types("een stap terug", "step_back")

    assert visitor.said == ["utter_request_dropped", "utter_ask_form"]
    assert open_requests(visitor.session) == []


def test_a_stored_wish_is_not_asked_again_by_a_step_back(visitor: Talk) -> None:
    visitor.asked("form").types("een mens graag", "human_contact").types("bel mij")
    visitor.types("een stap terug", "step_back")

    assert visitor.dialogue.step != "request"


def test_a_person_asked_for_after_danger_comes_back_to_the_list(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("ik wil dood", "crisis").types("een mens graag", "human_contact").types("bel mij")
    visitor.types("wat kan je", "help").types("geen idee", "unsure")

    assert visitor.dialogue.step == "advice"
    assert visitor.dialogue.shown == shown


@pytest.mark.parametrize(
    ("text", "form"),
    [("groep", "group"), ("samen met andere mensen", "group"), ("in mn eentje", "alone")],
)
def test_alone_or_in_a_group_in_a_word(visitor: Talk, text: str, form: str) -> None:
    visitor.asked("form").types(text, "find_instrument")

    assert visitor.known.form == form


@pytest.mark.parametrize(("text", "weeks"), [("zo snel mogelijk", 3), ("nu", 2)])
def test_how_soon_in_a_word(visitor: Talk, text: str, weeks: int) -> None:
    visitor.asked("max_wait").types(text, "find_instrument")

    assert visitor.known.max_wait == weeks


def test_a_question_where_a_place_is_asked_is_no_unknown_place(visitor: Talk) -> None:
    visitor.asked("gemeente").types("is er ook iets met dieren")

    assert visitor.said == ["utter_not_understood", "utter_ask_gemeente"]
    visitor.asked("gemeente").types("ik woon eigenlijk in Utrecht nu", "find_instrument")
    assert visitor.said[0] == "utter_place_unknown"


def test_not_in_a_story_is_no_no(visitor: Talk) -> None:
    visitor.asked("kenmerk:5.2").types(
        "slapen lukt niet", "find_instrument", kenmerken={"3.4": "slapen lukt niet"}
    )

    assert visitor.known.wanted == {"3.4"}
    assert visitor.known.refused == frozenset()


def test_where_there_is_no_danger_what_was_told_is_kept(visitor: Talk, coach: Talk) -> None:
    told = {"kenmerken": {DEBTS: "weinig geld"}}
    visitor.at("open").types("weinig geld en een kind", "crisis", **told)
    visitor.presses("Er is geen gevaar")
    assert visitor.dialogue.step == "chips"
    assert visitor.dialogue.pending == (DEBTS,)

    coach.at("open").types("cl heeft weinig geld en een kind", "crisis", **told)
    coach.presses("Er is geen gevaar")
    assert coach.known.wanted == {DEBTS}


def test_no_danger_while_a_question_was_open_asks_it_again(visitor: Talk) -> None:
    visitor.asked("form").types("ik ga dood", "crisis").presses("Er is geen gevaar")

    assert visitor.said == ["utter_ask_form"]


def test_a_route_told_where_the_place_is_asked_is_no_unknown_place(visitor: Talk) -> None:
    visitor.asked("gemeente").types("eerst leren", "find_instrument", route="human_capital_first")
    assert visitor.known.route == "B"
    assert visitor.said == ["utter_noted", "utter_ask_gemeente"]
