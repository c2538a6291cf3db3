"""A check-in: the level first and stored at once, then one question, a true word and a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.ending import say_goodbye
from actions.hearing import PROMPTS
from actions.tasks import weekly, which_level
from actions.tasks.by_name import own_clients
from actions.tasks.closing import NOT_NOW, check_in_of, given_here, keep
from actions.tasks.own_words import commands, plain, thinks_again, told
from actions.tasks.remarks import say_remarks
from actions.tasks.task import client_name, end, filled, note, party
from actions.turn import Button, Turn, payload
from doelenmeter import goals, moments, said, scores
from doelenmeter.matching import beside_the_level
from doelenmeter.moments import Place
from doelenmeter.tables import CheckIn, Kind, State

MOST_MEANT = 2
"""So many levels are read back where somebody used own words."""

LEADS_AWAY = frozenset(
    {
        *("human_contact", "stop", "bye", "help", "explain_term", "progress_show", "goals_list"),
        *("privacy_view", "privacy_delete", "privacy_question", "pause_prompts", "set_goal"),
    }
)
"""What is asked back in doubt, rather than taken for news."""

SURE_OF_STOPPING = 0.5
"""A word such as "stoppen" where somebody tells how it went is no command."""


def remember(turn: Turn) -> Mapping[str, Any]:
    """What the message that begins it tells of a score; whose it is may be asked first."""
    heard = turn.heard
    if heard.pressed or heard.by_itself:
        return {}
    return {"first": {"text": heard.text, "entities": dict(heard.entities)}}


def start(turn: Turn) -> None:
    """Ask how it goes; what was told already is read back, and a score of this week can change."""
    place = moments.where_to_score(
        turn.session, int(filled(turn.dialogue, "goal")), by=party(turn), now=turn.now()
    )
    _at(turn, place)
    as_it_began(turn)
    level = which_level.named(turn) if turn.heard.pressed else None
    if level is not None:  # a button of a prompt, pressed when its conversation was over
        keep(turn, level)
        return
    if place.given:
        turn.say("utter_scored_already", level=said.sentence(place.given.text))
    if not read_back(turn):
        turn.dialogue = turn.dialogue.at("score")


def as_it_began(turn: Turn) -> None:
    """Read the message that began it, where another one answered whose goal it is."""
    if first := filled(turn.dialogue, "first"):
        entities = {name: tuple(values) for name, values in first["entities"].items()}
        turn.heard = replace(turn.heard, text=first["text"], entities=entities, pressed=False)


def one_at_a_time(turn: Turn) -> None:
    """Of several clients in one message nobody gets the score of another: they go one by one."""
    turn.say("utter_one_score", name=own_clients(turn)[0].name or "")
    end(turn)


def ask_score(turn: Turn) -> None:
    """The goal in one line and its levels in the client's own words, the best last."""
    check_in = check_in_of(turn)
    turn.say(
        "utter_ask_score_moment" if check_in.kind != Kind.WEEKLY else "utter_ask_score",
        goal=check_in.wording.title,
        buttons=[*_levels(turn, check_in), *_beside(turn)],
    )


def hear_score(turn: Turn) -> bool:
    """A tap is stored at once; own words are read back first."""
    heard = turn.heard
    if heard.intent == "stop" and heard.confidence >= SURE_OF_STOPPING:
        _stop(turn)
        return True
    if heard.pressed and heard.value("signs"):
        turn.dialogue = turn.dialogue.at("signs")
        return True
    if (level := _chosen(turn)) is not None:
        _tapped(turn, level)
        return True
    if plain(turn) in turn.phrases.words("not_now"):
        weekly.pause(turn)
        return True
    if _is_a_no(turn):
        _leave(turn)
        return True
    if turn.heard.intent == "checkin_start" and (turn.heard.pressed or commands(turn)):
        return True  # it is asked already
    return read_back(turn) or _told_beside_it(turn)


def _leave(turn: Turn) -> None:
    turn.say("utter_scored_unchanged" if filled(turn.dialogue, "revises") else "utter_not_now")
    end(turn)


def _is_a_no(turn: Turn) -> bool:
    """Whether a no is all that is told: "oh nee, 3" tells a score."""
    heard = turn.heard
    tells = heard.value("level") is not None or any(sign.isdigit() for sign in heard.text)
    return heard.intent in NOT_NOW and not tells


def _chosen(turn: Turn) -> int | None:
    """The level that was tapped, or typed just as its button shows it."""
    return which_level.named(turn) if turn.heard.pressed else which_level.typed(turn)


def _tapped(turn: Turn, level: int) -> None:
    """Keep a score, unless the check-in ended while somebody looked at it."""
    check_in = check_in_of(turn)
    if given_here(turn) or check_in.closed_at is None:
        keep(turn, level)
    elif check_in.goal.state == State.ACTIVE:
        place = moments.where_to_score(
            turn.session, check_in.goal_id, by=party(turn), now=turn.now()
        )
        _at(turn, place)
        turn.say("utter_score_anew")
        turn.dialogue = turn.dialogue.at("score")
    else:
        turn.say("utter_goal_not_now", goal=check_in.wording.title)
        end(turn)


def _at(turn: Turn, place: Place) -> None:
    note(turn, check_in=place.check_in.id, revises=place.given.id if place.given else None)


def _stop(turn: Turn) -> None:
    """Stop ends the conversation; as an answer to a prompt it may mean no more prompts."""
    if filled(turn.dialogue, "name") in PROMPTS:
        turn.dialogue = turn.dialogue.at("weekly_stop")
    else:
        say_goodbye(turn)


def ask_meant(turn: Turn) -> None:
    """Read back the likeliest levels; nothing of it is stored yet."""
    check_in = check_in_of(turn)
    texts = scores.choices(check_in)
    meant = [level for level in filled(turn.dialogue, "meant") if level in texts]
    turn.say(
        "utter_ask_meant",
        goal=check_in.wording.title,
        name=client_name(turn) if turn.for_coach else "",
        buttons=[
            *_levels(turn, check_in, meant),
            turn.button("buttons.another_level", "deny"),
        ],
    )


def hear_meant(turn: Turn) -> bool:
    """A tap or a plain yes to the only one; a no shows every level, "laat maar" ends it.

    What is told after a level was named goes with it, and does not take its place.
    """
    meant = filled(turn.dialogue, "meant")
    level = _chosen(turn)
    if thinks_again(turn):
        _leave(turn)
    elif turn.heard.intent == "affirm" and len(meant) == 1:
        _tapped(turn, meant[0])
    elif level is not None and (turn.heard.pressed or level in meant):
        _tapped(turn, level)
    elif _goes_with_the_named(turn):
        _beside_the_named(turn, int(meant[0]))
    elif _is_a_no(turn) or not read_back(turn):
        _told_beside_it(turn)
        turn.dialogue = turn.dialogue.at("score")
    return True


def _goes_with_the_named(turn: Turn) -> bool:
    """Whether a message is news beside a level that was named: no other level, and no no."""
    named = bool(filled(turn.dialogue, "named")) and turn.heard.intent not in NOT_NOW
    return named and which_level.named(turn) is None and _is_news(turn)


def _beside_the_named(turn: Turn, level: int) -> None:
    """Read the named level back once more, and keep what is told for beside it."""
    others = (other for other in which_level.guessed(turn) if other != level)
    note(turn, meant=[level, *others][:MOST_MEANT], beside=told(turn))
    turn.say("utter_score_beside")
    turn.dialogue = turn.dialogue.at("score_meant")


def _told_beside_it(turn: Turn) -> bool:
    """Answer news that tells no level; a level is not guessed, every one is put again."""
    if not _is_news(turn):
        return False
    person = [] if turn.for_coach else [turn.button("buttons.person", "human_contact")]
    turn.say("utter_score_beside", buttons=person)
    turn.dialogue = turn.dialogue.at("score")
    return True


def _is_news(turn: Turn) -> bool:
    """Whether a message tells something, and asks for nothing."""
    words = "" if commands(turn) else told(turn)
    return bool(words) and not words.endswith("?") and turn.heard.likeliest not in LEADS_AWAY


def read_back(turn: Turn) -> bool:
    """Take own words for a guess at a level, to be confirmed; False where there is none.

    Who names a level that this goal does not have hears which ones it has. What was told with a
    level goes with that one, and not with another that is named in its place.
    """
    if turn.heard.pressed or not turn.heard.text:
        return False
    named = which_level.named(turn)
    if named is None and (other := which_level.not_there(turn)):
        lowest, *_, highest = scores.choices(check_in_of(turn))
        turn.say(
            "utter_no_such_level",
            named=other,
            lowest=which_level.sign(turn, lowest),
            highest=which_level.sign(turn, highest),
        )
        turn.dialogue = turn.dialogue.at("score")
        return True
    meant = which_level.guessed(turn) if named is None else [named]
    if not meant:
        return False
    corrected = named is not None and filled(turn.dialogue, "named") and meant != _meant(turn)
    earlier = "" if corrected else str(filled(turn.dialogue, "beside") or "")
    beside = told(turn) if named is None else beside_the_level(told(turn))
    note(
        turn,
        meant=meant[:MOST_MEANT],
        named=named is not None,
        beside=max(earlier, beside, key=len),
    )
    turn.dialogue = turn.dialogue.at("score_meant")
    return True


def _meant(turn: Turn) -> list[int]:
    return list(filled(turn.dialogue, "meant") or ())


def _levels(turn: Turn, check_in: CheckIn, only: list[int] | None = None) -> list[Button]:
    texts = scores.choices(check_in)
    shown = texts if only is None else only
    return [
        Button(
            which_level.title(turn, level, texts[level]),
            payload("checkin_score", level=str(level), goal=str(check_in.goal_id)),
        )
        for level in shown
    ]


def _beside(turn: Turn) -> list[Button]:
    if turn.for_coach:
        return []
    return [Button(turn.phrases("buttons.other_signs"), payload("choose", signs="ask"))]


def progress(turn: Turn) -> None:
    """Where somebody stands: the picture of the goal, and what was said beside the scores."""
    goal_id = int(filled(turn.dialogue, "goal"))
    turn.say(
        "utter_progress",
        goal=goals.latest(turn.session, goal_id).title,
        custom={"picture": goal_id},
    )
    say_remarks(turn, goal_id)
    end(turn)
