"""Answers to the questions of the search, pressed, typed and told in a story."""

import pytest

from catalogue.choices import last_advice
from catalogue.known import Known
from tests.actions.talk import APPLYING, DEBTS, SPEAKING, STRESS, TAXONOMY, Talk

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


def test_a_route_told_where_the_place_is_asked_is_no_unknown_place(visitor: Talk) -> None:
    visitor.asked("gemeente").types("eerst leren", "find_instrument", route="human_capital_first")
    assert visitor.known.route == "B"
    assert visitor.said == ["utter_noted", "utter_ask_gemeente"]
