from actions.next_step import MOST_QUESTIONS, SHORT_LIST, advance
from catalogue.known import KENMERK, Known
from catalogue.search import search
from tests.actions.talk import APPLYING, DEBTS, Talk, typed


def next_question(talk: Talk, known: Known) -> str | None:
    talk.known = known
    turn = talk.turn(typed(""))
    advance(turn)
    assert (turn.dialogue.step == "advice") == (turn.dialogue.question is None)
    return turn.dialogue.question


def test_the_route_comes_first(visitor: Talk) -> None:
    assert next_question(visitor, Known()) == "route"
    assert next_question(visitor, Known(wanted=frozenset({DEBTS}))) == "route"


def test_the_route_is_asked_once(visitor: Talk) -> None:
    assert next_question(visitor, Known().skipped("route")) != "route"


def test_after_the_route_a_kenmerk(visitor: Talk) -> None:
    question = next_question(visitor, Known(route="B", asked=("route",)))

    assert question is not None
    assert question.startswith(KENMERK)


def test_a_coach_with_a_kenmerk_gets_the_list_at_once(coach: Talk) -> None:
    assert next_question(coach, Known(wanted=frozenset({APPLYING}))) is None


def test_a_client_is_asked_six_questions_at_most(visitor: Talk) -> None:
    known, put = Known(), []
    while question := next_question(visitor, known):
        put.append(question)
        known = known.skipped(question)

    assert len(put) <= MOST_QUESTIONS
    assert len(set(put)) == len(put)


def test_a_client_is_not_asked_for_costs_or_a_group(visitor: Talk) -> None:
    known, put = Known(route="B", asked=("route",)), set()
    while question := next_question(visitor, known):
        put.add(question)
        known = known.skipped(question)

    assert not put & {"max_cost", "doelgroepen"}


def test_with_a_short_list_nothing_but_the_place_is_asked(visitor: Talk) -> None:
    known = Known(route="A", wanted=frozenset({DEBTS}), max_cost=0, asked=("route",))

    assert search(visitor.session, known).total <= SHORT_LIST
    assert next_question(visitor, known.skipped("gemeente")) is None


def test_a_new_list_starts_at_its_beginning(visitor: Talk) -> None:
    visitor.at("advice", seen=("R01",))
    visitor.known = Known(route="A", gemeente="Tiel", asked=tuple("abcdef"))
    turn = visitor.turn(typed(""))
    advance(turn)

    assert turn.dialogue.seen == ()
