"""The steps of inviting, sharing and handing over: who asks and who hears."""

from __future__ import annotations

from collections.abc import Mapping

from actions.dialogue import Step
from actions.tasks import handing_over, inviting, sharing
from actions.tasks.task import TaskStep
from caseload.rights import Act

TAKEN_FOR = frozenset(
    {
        *("caseload_overview", "invite_client", "third_party_score", "report", "goals_list"),
        *("progress_show", "checkin_start", "checkin_score", "human_contact", "greet"),
        *("instrument_details", "out_of_scope", "bot_challenge", "thanks"),
    }
)
"""What a name, or a line about a client, is easily taken for."""

COACH_STEPS: Mapping[Step, TaskStep] = {
    "invite_name": TaskStep(
        inviting.ask_name, inviting.hear_name, True, TAKEN_FOR, act=Act.INVITE_CLIENT
    ),
    "invite_back": TaskStep(
        inviting.ask_back,
        inviting.hear_back,
        answers=TAKEN_FOR,
        act=Act.INVITE_CLIENT,
        meant=inviting.about_an_invite,
    ),
    "share_name": TaskStep(
        sharing.ask_name, sharing.hear_name, True, TAKEN_FOR, act=Act.SHARE_GOAL
    ),
    "handover_to": TaskStep(
        handing_over.ask_to, handing_over.hear_to, True, TAKEN_FOR, act=Act.HAND_OVER
    ),
    "handover_check": TaskStep(
        handing_over.ask_check, handing_over.hear_check, True, TAKEN_FOR, act=Act.HAND_OVER
    ),
    "handover_answer": TaskStep(handing_over.ask_answer, handing_over.hear_answer),
    "handover_words": TaskStep(handing_over.ask_words, handing_over.hear_words, True, TAKEN_FOR),
    "handover_take": TaskStep(handing_over.ask_take, handing_over.hear_take),
}
