"""A client about whom everything is stored that can be, in every room."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from caseload import buttons, consent, handover, unread
from caseload.conversations import account, conversation, finish
from caseload.invites import InviteError, invite, invite_channel, redeem
from caseload.models import Channel, Purpose, Role
from caseload.people import add_person
from caseload.requests import request_person
from catalogue import choices
from catalogue.known import Known
from doelenmeter import goals, prompts, scores, signs
from doelenmeter.grants import grant, open_grant
from doelenmeter.planning import set_schedule
from doelenmeter.prompt_tables import PromptKind
from doelenmeter.tables import Kind, Party, Topic

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

MINUTE = timedelta(minutes=1)

MARK = "zebra"
"""Stands in every text about the client, and nowhere else."""


@dataclass(frozen=True)
class Full:
    """Who they are, and the client's conversations, the oldest first."""

    client: int
    coach: int
    new_coach: int
    third_party: int
    goal: int
    conversations: tuple[str, ...]


def fill(session: Session) -> Full:
    """Let a client be invited, talk, consent, set a goal, score it, share it and move on."""
    coach, new = (add_person(session, role=Role.COACH, name=n, now=NOW).id for n in ("Sanne", "Mo"))
    door = account(session, channel=Channel.WEB, external_id=f"{MARK} door", now=NOW).id
    first = conversation(session, door, now=NOW)
    request_person(session, first, sentence=f"{MARK} vroeg iets zonder naam", now=NOW)
    fresh = invite(session, by=coach, role=Role.CLIENT, name=f"Rafiq {MARK}", now=NOW)
    client = redeem(session, secret=fresh.code, account_id=door, now=NOW).person.id
    with suppress(InviteError):
        redeem(session, secret="wrong", account_id=door, now=NOW)
    invite_channel(session, client, now=NOW)
    second = finish(session, first, now=NOW + MINUTE)
    buttons.show(session, second, [(f"{MARK} knop", "/affirm")], now=NOW)
    request_person(session, second, sentence=f"{MARK} wil praten", now=NOW)
    unread.keep(session, door, [{"text": f"{MARK} heeft post"}], now=NOW)
    for purpose in Purpose:
        consent.give(session, client, purpose, now=NOW)
    choose(session, second, client)
    goal = work_on_a_goal(session, client, coach)
    helper = account(session, channel=Channel.WEB, external_id="helper", now=NOW).id
    link = grant(session, goal_id=goal, by=client, name="Ali", now=NOW)
    third = open_grant(session, link, account_id=helper, now=NOW).person.id
    row = handover.propose(
        session, client, by=coach, to=new, summary=f"{MARK} gaat verder", now=NOW
    )
    handover.agree(session, row.id, by=client, now=NOW)
    return Full(client, coach, new, third, goal, (first, second))


def choose(session: Session, conversation_id: str, person_id: int) -> None:
    choices.record(
        session,
        now=NOW,
        conversation_id=conversation_id,
        person_id=person_id,
        instrument="R01",
        shown=[choices.Shown("R01")],
        known=Known(route="A"),
        argument=f"{MARK} vindt dit dichtbij",
        advised=True,
    )


def work_on_a_goal(session: Session, client: int, coach: int) -> int:
    words = goals.propose(
        session,
        client_id=client,
        by=Party.COACH,
        person_id=coach,
        draft=goals.Draft(
            f"{MARK} op tijd",
            setting=f"{MARK} werk",
            measure=f"{MARK} telt",
            texts={level: f"{MARK} {level}" for level in range(-1, 4)},
        ),
        kenmerk="1.1",
        start_date=NOW.date(),
        target_date=NOW.date() + timedelta(days=90),
        now=NOW,
    )
    goal = goals.agree(session, words.id, by=Party.CLIENT, person_id=client, now=NOW)
    for kind in (Kind.WEEKLY, Kind.START):
        opened = scores.open_check_in(session, goal.id, kind=kind, now=NOW)
        for by, person in ((Party.COACH, coach), (Party.CLIENT, client)):
            if kind is Kind.START and by is Party.CLIENT:
                continue
            given = scores.give(session, opened.id, by=by, person_id=person, level=1, now=NOW)
            scores.revise(
                session,
                given.id,
                by=by,
                person_id=person,
                level=2,
                reason=f"{MARK} zei iets",
                now=NOW,
            )
            scores.remark(
                session,
                opened.id,
                by=by,
                person_id=person,
                topic=Topic.HELPED,
                words=f"{MARK} had een wekker",
                now=NOW,
            )
    signs.choose(session, client, "smiley")
    set_schedule(session, client, now=NOW)
    prompts.ask(session, client, kind=PromptKind.MOMENT, due_at=NOW, now=NOW, goal_id=goal.id)
    return goal.id
