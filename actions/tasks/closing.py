"""After a level was chosen: stored at once, one question, a true word, and the picture."""

from __future__ import annotations

from actions.tasks import purposes, weekly
from actions.tasks.by_name import name_words
from actions.tasks.own_words import commands, told
from actions.tasks.task import client_id, client_name, end, filled, note, party, person_id
from actions.turn import Button, Turn, payload
from catalogue.instruments import Card
from catalogue.search import instrument
from doelenmeter import goals, moments, prompts, scores
from doelenmeter.matching import tells_more
from doelenmeter.said import sentence
from doelenmeter.scores import Scored
from doelenmeter.tables import CheckIn, Kind, Party, State, Topic

MOST_OTHERS = 2
"""Other goals to go on with after a score."""

NOT_NOW = ("unsure", "prefer_not_say", "deny")
"""Answers that leave a question open; nobody has to answer one."""


def keep(turn: Turn, level: int) -> None:
    """Store a score at once; one that stood there is replaced by a new row."""
    prompts.answered(turn.session, person_id(turn), now=turn.now())
    check_in = check_in_of(turn)
    given = given_here(turn)
    before = moments.last_given(turn.session, check_in.goal_id, by=party(turn))
    if given is None:
        scores.give(
            turn.session,
            check_in.id,
            by=party(turn),
            person_id=person_id(turn),
            level=level,
            now=turn.now(),
        )
    elif (
        given.level != level and check_in.kind != Kind.WEEKLY and not filled(turn.dialogue, "slip")
    ):
        _for_a_reason(turn, given, level)
        return
    elif given.level != level:
        _revise(turn, given, level, turn.phrases("facts.mistake"))
    dropped = given is None and before is not None and level < before.level
    _ask_beside(turn, check_in, level, dropped=dropped)


def _for_a_reason(turn: Turn, given: Scored, level: int) -> None:
    """Replace a score of a moment; the reason is asked, unless it was told along with the level."""
    reason = _told_beside(turn, scores.choices(check_in_of(turn))[level])
    if reason:
        _revise(turn, given, level, reason)
        turn.say("utter_words_kept")
        _close(turn)
        return
    note(turn, level=level)
    turn.dialogue = turn.dialogue.at("score_reason")


def _ask_beside(turn: Turn, check_in: CheckIn, level: int, *, dropped: bool) -> None:
    """One question beside the score; who told it already in a sentence is not asked again."""
    meaning = moments.meaning_of(turn.session, check_in, level)
    topic = moments.to_ask(meaning, dropped=dropped)
    note(turn, topic=topic.value, meaning=meaning, dropped=dropped)
    text = scores.choices(check_in)[level]
    turn.say("utter_score_kept", level=sentence(text))
    turn.dialogue = turn.dialogue.at("score_words")
    if beside := _told_beside(turn, text):
        _keep_words(turn, topic, beside)
        _after_the_words(turn)


def _told_beside(turn: Turn, text: str) -> str:
    """What was told along with the level; empty where it is no more than whose score it is."""
    beside = str(filled(turn.dialogue, "beside") or "")
    name = name_words(turn, client_name(turn))
    rest = (word for word in beside.split() if not name_words(turn, word) & name)
    return beside if tells_more(text, " ".join(rest)) else ""


def _revise(turn: Turn, given: Scored, level: int, reason: str) -> None:
    scores.revise(
        turn.session,
        given.id,
        by=party(turn),
        person_id=person_id(turn),
        level=level,
        reason=reason,
        now=turn.now(),
    )


def ask_words(turn: Turn) -> None:
    """One question beside the score, never needed."""
    topic = filled(turn.dialogue, "topic")
    turn.say(f"utter_ask_{topic}", buttons=[turn.button("buttons.skip", "prefer_not_say")])


def hear_words(turn: Turn) -> bool:
    """Keep the sentence; then a true word and the picture."""
    _keep_words(turn, Topic(filled(turn.dialogue, "topic")), told(turn))
    _after_the_words(turn)
    return True


def _after_the_words(turn: Turn) -> None:
    if _help_is_asked(turn):
        turn.dialogue = turn.dialogue.at("score_help")
    else:
        _close(turn)


def _keep_words(turn: Turn, topic: Topic, words: str) -> None:
    if words:
        scores.remark(
            turn.session,
            check_in_of(turn).id,
            by=party(turn),
            person_id=person_id(turn),
            topic=topic,
            words=words,
            now=turn.now(),
        )
        turn.say("utter_words_kept")


def _help_is_asked(turn: Turn) -> bool:
    """A client who is some way into an instrument may say what it is like."""
    check_in = check_in_of(turn)
    some_way = check_in.kind in (Kind.PROGRESS, Kind.END)
    return some_way and not turn.for_coach and _instrument(turn) is not None


def _instrument(turn: Turn) -> Card | None:
    code = check_in_of(turn).goal.instrument
    return instrument(turn.session, code) if code else None


def ask_help(turn: Turn) -> None:
    """How the help itself is, never needed."""
    card = _instrument(turn)
    turn.say(
        "utter_ask_help",
        help=card.kind if card else "",
        buttons=[turn.button("buttons.skip", "prefer_not_say")],
    )


def hear_help(turn: Turn) -> bool:
    """Keep the sentence for the coach; then a true word and the picture."""
    _keep_words(turn, Topic.INSTRUMENT, told(turn))
    _close(turn)
    return True


def ask_reason(turn: Turn) -> None:
    """A score moment changes for a reason, which both can read."""
    turn.say("utter_ask_score_reason", buttons=[turn.button("buttons.leave_it", "deny")])


def hear_reason(turn: Turn) -> bool:
    """Keep the new score with its reason; "verkeerd getikt" is one, "stap terug" is none."""
    mistaken = turn.heard.intent == "step_back" and not (turn.heard.pressed or commands(turn))
    reason = turn.heard.text if mistaken else told(turn)
    if not reason:
        turn.say("utter_scored_unchanged")
        end(turn)
        return True
    if given := given_here(turn):
        _revise(turn, given, int(filled(turn.dialogue, "level")), reason)
    _close(turn)
    return True


def _close(turn: Turn) -> None:
    """A true and friendly word, where both differ, and the way so far as a picture."""
    check_in = check_in_of(turn)
    meaning = filled(turn.dialogue, "meaning")
    if turn.for_coach:
        turn.say("utter_coach_scored")
    elif filled(turn.dialogue, "dropped"):
        turn.say("utter_close_drop", buttons=[turn.button("buttons.person", "human_contact")])
    elif meaning:
        turn.say(f"utter_close_{meaning}")
    _say_differences(turn, check_in)
    turn.say(
        "utter_picture",
        custom={"picture": check_in.goal_id},
        buttons=_other_goals(turn, check_in.goal_id),
    )
    if not weekly.offer(turn):
        better = meaning in moments.ON_THE_WAY and not filled(turn.dialogue, "dropped")
        purposes.offer_figures(turn, better=better)
        end(turn)


def _other_goals(turn: Turn, scored: int) -> list[Button]:
    """The goals that go on beside this one and that this party did not score now."""
    buttons = []
    for goal in goals.goals_of(turn.session, client_id(turn), states=(State.ACTIVE,)):
        place = moments.place_now(turn.session, goal.id, by=party(turn), now=turn.now())
        if goal.id != scored and (place is None or place.given is None):
            title = goals.latest(turn.session, goal.id).title
            buttons.append(
                Button(
                    turn.phrases("buttons.also_goal", goal=title),
                    payload("checkin_start", goal=str(goal.id)),
                )
            )
    return buttons[:MOST_OTHERS]


def _say_differences(turn: Turn, check_in: CheckIn) -> None:
    seen = scores.visible_scores(
        turn.session, check_in.goal_id, viewer=party(turn), check_in_id=check_in.id
    )
    for difference in scores.talking_points(seen.current):
        pair = {score.by: score.text for score in (difference.lower, difference.higher)}
        if {Party.CLIENT, Party.COACH} <= pair.keys():
            turn.say("utter_difference", client=pair[Party.CLIENT], coach=pair[Party.COACH])


def check_in_of(turn: Turn) -> CheckIn:
    """Give the check-in of the task at hand."""
    return turn.session.get_one(CheckIn, int(filled(turn.dialogue, "check_in")))


def given_here(turn: Turn) -> Scored | None:
    """Give the own score of this check-in that counts, also one from another door just now."""
    check_in = check_in_of(turn)
    turn.session.refresh(check_in, with_for_update=True)
    return moments.given_at(turn.session, check_in, by=party(turn))
