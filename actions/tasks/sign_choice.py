"""What somebody sees before the levels: numbers or letters, faces, stars or lights."""

from __future__ import annotations

from actions.tasks.closing import check_in_of
from actions.tasks.task import person_id
from actions.turn import Button, Turn, payload
from doelenmeter import scales, signs


def ask_signs(turn: Turn) -> None:
    """Each kind, with its sign for the goal."""
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
