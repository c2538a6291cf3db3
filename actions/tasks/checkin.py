"""A check-in: the level first and stored at once, then one question, a true word and a picture."""

from __future__ import annotations

import re

from actions.ending import say_goodbye
from actions.hearing import PROMPTS
from actions.tasks import weekly
from actions.tasks.closing import NOT_NOW, check_in_of, given_here, keep
from actions.tasks.own_words import plain, told
from actions.tasks.remarks import say_remarks
from actions.tasks.task import client_name, end, filled, note, party, person_id
from actions.turn import Button, Turn, payload
from doelenmeter import goals, moments, said, scales, scores, signs
from doelenmeter.matching import beside_the_level, counts_the_same, suggest
from doelenmeter.moments import Place
from doelenmeter.said import Mood
from doelenmeter.scales import Meaning
from doelenmeter.tables import CheckIn, Kind, State

DIRECTIONS: dict[str, Meaning] = {
    "worse": "worse",
    "start": "start",
    "better": "less",
    "goal": "goal",
    "more": "more",
}
"""What somebody says of the way it goes, as the level it most likely is."""

MOODS: dict[Mood, tuple[Meaning, ...]] = {"bad": ("start", "worse"), "good": ("less", "goal")}
"""What somebody who only says that it was a good or a bad week may mean."""

MOST_MEANT = 2
"""So many levels are read back where somebody used own words."""

MOODY = ("frustration", "out_of_scope")
"""What a sigh about a week is easily taken for."""

LEADS_AWAY = frozenset(
    {
        *("human_contact", "stop", "bye", "help", "explain_term", "progress_show", "goals_list"),
        *("privacy_view", "privacy_delete", "privacy_question", "pause_prompts", "set_goal"),
    }
)
"""What is asked back in doubt, rather than taken for news."""

SURE_OF_STOPPING = 0.5
"""A word such as "stoppen" where somebody tells how it went is no command."""


def start(turn: Turn) -> None:
    """Ask how it goes; what was told already is read back, and a score of this week can change."""
    place = moments.where_to_score(
        turn.session, int(filled(turn.dialogue, "goal")), by=party(turn), now=turn.now()
    )
    _at(turn, place)
    level = _level(turn) if turn.heard.pressed else None
    if level is not None:  # a button of a prompt, pressed when its conversation was over
        keep(turn, level)
        return
    if place.given:
        turn.say("utter_scored_already", level=said.sentence(place.given.text))
    if not _read_back(turn):
        turn.dialogue = turn.dialogue.at("score")


def correct(turn: Turn) -> None:
    """Change the last own score; the earlier one stays as a row."""
    given = moments.last_given(turn.session, int(filled(turn.dialogue, "goal")), by=party(turn))
    if given is None:
        start(turn)
        return
    note(turn, check_in=given.check_in_id, revises=given.id)
    turn.say("utter_scored_already", level=said.sentence(given.text))
    if not _read_back(turn):
        turn.dialogue = turn.dialogue.at("score")


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
    if heard.pressed and (level := _level(turn)) is not None:
        _tapped(turn, level)
        return True
    if plain(turn) in turn.phrases.words("not_now"):
        weekly.pause(turn)
        return True
    tells = heard.value("level") is not None or any(sign.isdigit() for sign in heard.text)
    if heard.intent in NOT_NOW and not tells:  # "oh nee, 3" tells a score
        turn.say("utter_scored_unchanged" if filled(turn.dialogue, "revises") else "utter_not_now")
        end(turn)
        return True
    return _read_back(turn) or _told_beside_it(turn)


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
    """A tap or a plain yes to the only one; a no shows every level."""
    meant = filled(turn.dialogue, "meant")
    if turn.heard.intent == "affirm" and len(meant) == 1:
        _tapped(turn, meant[0])
    elif turn.heard.pressed and (level := _level(turn)) is not None:
        _tapped(turn, level)
    elif turn.heard.intent in NOT_NOW or not _read_back(turn):
        _told_beside_it(turn)
        turn.dialogue = turn.dialogue.at("score")
    return True


def _told_beside_it(turn: Turn) -> bool:
    """Answer news that tells no level; a level is not guessed, every one is put again."""
    words = told(turn)
    if not words or words.endswith("?") or turn.heard.likeliest in LEADS_AWAY:
        return False
    person = [] if turn.for_coach else [turn.button("buttons.person", "human_contact")]
    turn.say("utter_score_beside", buttons=person)
    turn.dialogue = turn.dialogue.at("score")
    return True


def ask_signs(turn: Turn) -> None:
    """Numbers or letters, faces, stars or lights before the levels."""
    scale = scales.load()[check_in_of(turn).goal.scale]
    goal = scale.at(scale.meanings["goal"])
    names: dict[signs.Signs, str] = {one: f"buttons.signs_{one}" for one in signs.SIGNS}
    if isinstance(goal.level, str):
        names["number"] = "buttons.signs_letter"
    turn.say(
        "utter_ask_signs",
        buttons=[
            Button(f"{signs.sign(one, goal)} {turn.phrases(name)}", payload("choose", signs=one))
            for one, name in names.items()
        ],
    )


def hear_signs(turn: Turn) -> bool:
    """Keep the choice and put the question again."""
    chosen = turn.heard.value("signs")
    if turn.heard.pressed and chosen in signs.SIGNS:
        signs.choose(turn.session, person_id(turn), chosen)
    turn.dialogue = turn.dialogue.at("score")
    return True


def _read_back(turn: Turn) -> bool:
    """Take own words for a guess at a level, to be confirmed; False where there is none."""
    if turn.heard.pressed or not turn.heard.text:
        return False
    check_in = check_in_of(turn)
    texts = scores.choices(check_in)
    words = turn.heard.text
    named = [level for level in (_level(turn),) if level is not None]
    meant = named or list(suggest(texts, words)) or _by_direction(turn, check_in)
    meant = meant or _by_mood(said.mood(words), check_in)
    if not meant:
        return False
    earlier = str(filled(turn.dialogue, "beside") or "")
    beside = beside_the_level(told(turn)) if named else told(turn)
    note(turn, meant=meant[:MOST_MEANT], beside=max(earlier, beside, key=len))
    turn.dialogue = turn.dialogue.at("score_meant")
    return True


def _by_direction(turn: Turn, check_in: CheckIn) -> list[int]:
    meaning = DIRECTIONS.get(turn.heard.value("direction") or "")
    numbers = scales.load()[check_in.goal.scale].meanings
    found = numbers.get(meaning) if meaning else None
    return [found] if found in scores.choices(check_in) and found is not None else []


def _by_mood(mood: Mood | None, check_in: CheckIn) -> list[int]:
    numbers = scales.load()[check_in.goal.scale].meanings
    meant = (numbers.get(meaning) for meaning in (MOODS[mood] if mood else ()))
    return [level for level in meant if level in scores.choices(check_in) and level is not None]


def tells_the_week(turn: Turn) -> bool:
    """Whether a message where a score is asked tells one, whatever else it sounds like."""
    if turn.dialogue.step not in ("score", "score_meant") or turn.heard.pressed:
        return False
    words = turn.heard.text
    if turn.heard.intent in MOODY:
        return said.mood(words) is not None
    return counts_the_same(scores.choices(check_in_of(turn)), words)


def tells_news(turn: Turn) -> bool:
    """Whether a message where a score is asked sounds like talk: "mijn fiets is gestolen"."""
    asked = turn.dialogue.step in ("score", "score_meant")
    return asked and not turn.heard.pressed and turn.heard.intent == "out_of_scope"


def _level(turn: Turn) -> int | None:
    """The level that is named by its number or its letter, if the goal has it."""
    check_in = check_in_of(turn)
    signs_of = {str(at.level): at.number for at in scales.load()[check_in.goal.scale].levels}
    letter = turn.heard.text.strip(" .!").upper()
    named = turn.heard.value("level") or ""
    level = int(named) if re.fullmatch(r"-?[0-9]{1,2}", named) else signs_of.get(letter)
    return level if level in scores.choices(check_in) else None


def _levels(turn: Turn, check_in: CheckIn, only: list[int] | None = None) -> list[Button]:
    texts = scores.choices(check_in)
    shown = texts if only is None else only
    scale = scales.load()[check_in.goal.scale]
    style = signs.of(turn.session, person_id(turn))
    return [
        Button(
            f"{signs.sign(style, scale.at(level))} {texts[level]}",
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
