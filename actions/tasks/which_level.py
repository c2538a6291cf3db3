"""Which level a message tells: by its sign, by an amount, by the way it goes, or by a mood."""

from __future__ import annotations

import re

from actions.tasks.closing import check_in_of
from actions.tasks.task import person_id
from actions.turn import Turn
from doelenmeter import said, scales, scores, signs
from doelenmeter.matching import counts_the_same, suggest
from doelenmeter.said import Mood
from doelenmeter.scales import Meaning
from doelenmeter.tables import CheckIn

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

MOODY = ("frustration", "out_of_scope")
"""What a sigh about a week is easily taken for."""

ASKED = ("score", "score_meant")
"""Steps at which a score is asked."""

SIGNED = re.compile(
    r"(?<![\w.,+/-])(?:\+|(?P<minus>-)|plus |(?P<min>min(?:us)? ))(?P<number>\d{1,2})"
    r"(?![\w:/-]|[.,]\d| ?(?:x|keer|dag|dagen|uur|minuten|%))"
)
"""A number with a sign before it, as levels have."""

ALONE = re.compile(r"\W*\d{1,2}\W*")


def named(turn: Turn) -> int | None:
    """Give the level that is named by its number or its letter, if the goal has it."""
    check_in = check_in_of(turn)
    signs_of = {str(at.level): at.number for at in scales.load()[check_in.goal.scale].levels}
    letter = turn.heard.text.strip(" .!").upper()
    number = turn.heard.value("level") or ""
    level = int(number) if re.fullmatch(r"-?[0-9]{1,2}", number) else signs_of.get(letter)
    return level if level in scores.choices(check_in) else None


def typed(turn: Turn) -> int | None:
    """Give the level of which a button, or only the sign on it, was typed just as it is shown."""
    words = turn.heard.text.casefold().strip(" .!")
    fitting = [
        level
        for level, text in scores.choices(check_in_of(turn)).items()
        if words in (sign(turn, level).casefold(), title(turn, level, text).casefold().strip(" .!"))
    ]
    return fitting[0] if len(fitting) == 1 and not turn.heard.pressed else None


def title(turn: Turn, level: int, text: str) -> str:
    """Give what a button of this level says."""
    return f"{sign(turn, level)} {text}"


def sign(turn: Turn, level: int) -> str:
    """Give what stands before a level on a button of this reader."""
    scale = scales.load()[check_in_of(turn).goal.scale]
    return signs.sign(signs.of(turn.session, person_id(turn)), scale.at(level))


def guessed(turn: Turn) -> list[int]:
    """Give the levels that own words may mean, the likeliest first."""
    check_in = check_in_of(turn)
    found = list(suggest(scores.choices(check_in), turn.heard.text)) or _by_direction(turn)
    return found or _by_mood(said.mood(turn.heard.text), check_in)


def not_there(turn: Turn) -> str | None:
    """Give the score that is told and that this goal does not have: "+5", or a grade."""
    texts = scores.choices(check_in_of(turn))
    for found in SIGNED.finditer(turn.heard.text.casefold()):
        minus = found["minus"] or found["min"]
        if int(found["number"]) * (-1 if minus else 1) not in texts:
            return f"{'-' if minus else '+'}{found['number']}"
    amount = ALONE.fullmatch(turn.heard.text) and suggest(texts, turn.heard.text)
    return None if amount else turn.heard.value("cijfer")


def tells_the_week(turn: Turn) -> bool:
    """Whether a message where a score is asked tells one, whatever else it sounds like."""
    if turn.dialogue.step not in ASKED or turn.heard.pressed:
        return False
    words = turn.heard.text
    if ALONE.fullmatch(words):
        return True
    if turn.heard.intent in MOODY:
        return said.mood(words) is not None
    return counts_the_same(scores.choices(check_in_of(turn)), words)


def tells_news(turn: Turn) -> bool:
    """Whether a message where a score is asked sounds like talk: "mijn fiets is gestolen"."""
    asked = turn.dialogue.step in ASKED
    return asked and not turn.heard.pressed and turn.heard.intent == "out_of_scope"


def _by_direction(turn: Turn) -> list[int]:
    check_in = check_in_of(turn)
    meaning = DIRECTIONS.get(turn.heard.value("direction") or "")
    numbers = scales.load()[check_in.goal.scale].meanings
    found = numbers.get(meaning) if meaning else None
    return [found] if found in scores.choices(check_in) and found is not None else []


def _by_mood(mood: Mood | None, check_in: CheckIn) -> list[int]:
    numbers = scales.load()[check_in.goal.scale].meanings
    meant = (numbers.get(meaning) for meaning in (MOODS[mood] if mood else ()))
    return [level for level in meant if level in scores.choices(check_in) and level is not None]
