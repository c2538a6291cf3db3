"""A coach and a client for six weeks: an invite, a goal, weekly answers, and both their scores."""

from datetime import datetime, timedelta

from sqlalchemy import select

from actions.tasks.weekly import DAYS
from caseload.conversations import find_account, hashed
from caseload.models import Channel, Consent
from doelenmeter.prompt_tables import Prompt, Schedule
from doelenmeter.schedule import ZONE
from doelenmeter.tables import CheckIn, Goal, Remark, Score
from tests.conversations.conftest import agree_on_a_goal
from tests.conversations.time_passes import pass_time, wait_for
from tests.conversations.visitor import Visitor

WEEKS = (
    ("0", "de wekker ging niet"),
    ("+1", "mijn buurman belde me wakker"),
    ("+1", ""),
    ("+2", "ik ga nu eerder naar bed"),
    ("0", "mijn zoon was ziek"),
)
"""What the client taps each week, and the sentence beside it."""


def person(visitor: Visitor) -> int:
    with visitor.stack.session() as session:
        account = find_account(session, channel=Channel.WEB, external_id=hashed(visitor.talk.token))
        assert account is not None
        assert account.person_id is not None
        return account.person_id


def answer(noor: Visitor, level: str, sentence: str) -> None:
    """Tap a level, and say something beside it or nothing."""
    noor.presses(level)
    if sentence:
        noor.says(sentence)
    else:
        noor.presses("Sla over")
    assert any(reply["image"] for reply in noor.replies)


def ask_each_week(noor: Visitor) -> None:
    """Noor says yes to a message every week, on this day of the week and a little before now."""
    at = datetime.now(ZONE) - timedelta(minutes=10)
    noor.presses("Ja").says(f"liever {DAYS[at.weekday()]} om {at:%H:%M} uur")
    if "Ja, dat tijdstip" in noor.buttons:  # in the quiet hours it is asked once more
        noor.presses("Ja, dat tijdstip")
    with noor.stack.session() as session:
        row = session.scalars(select(Schedule).where(Schedule.person_id == person(noor))).one()
        assert (row.weekday, f"{row.at:%H:%M}") == (at.weekday(), f"{at:%H:%M}")


def a_week_later(noor: Visitor) -> None:
    """Let a week pass, and let the weekly message come."""
    pass_time(noor.stack, timedelta(weeks=1))
    said = wait_for(noor.talk.missed)
    assert "Noor" in said[0]["text"]


def test_six_weeks_of_a_coach_and_a_client(noor: Visitor, marit: Visitor) -> None:
    agree_on_a_goal(noor, marit)
    noor.says("ik wil mijn check-in doen")
    answer(noor, *WEEKS[0])
    ask_each_week(noor)
    for level, sentence in WEEKS[1:]:
        a_week_later(noor)
        answer(noor, level, sentence)
    assert "Minder kan" in noor.text

    pass_time(noor.stack, timedelta(weeks=2))
    wait_for(lambda: moments(noor))
    noor.says("ik wil mijn check-in doen")
    assert "vast moment" in noor.text
    answer(noor, "+2", "")
    marit.says("ik wil een score geven voor Noor").presses("0")
    marit.presses("Sla over")
    assert "Jullie kijken hier anders naar" in marit.text

    assert stored(noor) == {
        "goals": [("active", "doelenmeter")],
        "scores": [
            *(("weekly", "client", int(level)) for level, _ in WEEKS),
            ("progress", "client", 2),
            ("progress", "coach", 0),
        ],
        "remarks": [
            ("hindered", "de wekker ging niet"),
            ("helped", "mijn buurman belde me wakker"),
            ("helped", "ik ga nu eerder naar bed"),
            ("needed", "mijn zoon was ziek"),
        ],
        "yeses": [("goals", True), ("weekly", True)],
        "answered": [True] * 4,
        "reminders": [("skipped", "answered")] * 4,
    }


def moments(noor: Visitor) -> int:
    """How many fixed moments there were for the goals of this client."""
    with noor.stack.session() as session:
        found = session.scalars(
            select(CheckIn)
            .join(CheckIn.goal)
            .where(Goal.client_id == person(noor), CheckIn.kind != "weekly")
        )
        return len(list(found))


def stored(noor: Visitor) -> dict[str, list[object]]:
    """Every row about this client that a course leaves behind, in the order it came."""
    me = person(noor)
    with noor.stack.session() as session:
        goals = list(session.scalars(select(Goal).where(Goal.client_id == me)))
        ours = CheckIn.goal_id.in_([goal.id for goal in goals])
        scores = session.scalars(select(Score).join(Score.check_in).where(ours).order_by(Score.id))
        remarks = session.scalars(
            select(Remark).join(Remark.check_in).where(ours).order_by(Remark.id)
        )
        yeses = session.scalars(select(Consent).where(Consent.person_id == me).order_by(Consent.id))
        prompts = list(
            session.scalars(select(Prompt).where(Prompt.person_id == me).order_by(Prompt.id))
        )
        return {
            "goals": [(goal.state, goal.scale) for goal in goals],
            "scores": [(score.check_in.kind, score.by, score.level) for score in scores],
            "remarks": [(remark.topic, remark.words) for remark in remarks],
            "yeses": [(row.purpose, row.given) for row in yeses],
            "answered": [
                row.answered_at is not None
                for row in prompts
                if row.kind == "weekly" and row.state == "sent"
            ],
            "reminders": [(row.state, row.note) for row in prompts if row.kind == "reminder"],
        }
