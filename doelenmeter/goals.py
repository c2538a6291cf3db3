"""Goals and their words: proposed by one, agreed by both, changed for a reason, never lost."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from doelenmeter import scales
from doelenmeter.states import BOTH, ENDED, GoalError, enter, locked, may_agree, note
from doelenmeter.tables import Agreement, Goal, Party, State, Wording


@dataclass(frozen=True, slots=True)
class Draft:
    """What a goal is to say. Texts by level number; without the lowest it cannot be scored."""

    title: str
    setting: str
    """Where it takes place: at work, at home."""
    measure: str
    """How people see which level it is."""
    texts: Mapping[int, str]


def propose(
    session: Session,
    *,
    client_id: int,
    by: Party,
    person_id: int,
    draft: Draft,
    kenmerk: str,
    start_date: date,
    target_date: date,
    now: datetime,
    scale: str = scales.DEFAULT,
    instrument: str | None = None,
) -> Wording:
    """Store a goal to which so far only its proposer says yes; the other agrees to the wording.

    Raises GoalError for an unknown scale, level texts that do not fit the scale, an empty title,
    setting or measure, a target before the start, and a proposer who is not client or coach.
    """
    if scale not in scales.load():
        raise GoalError(f"there is no scale {scale}")
    goal = Goal(
        client_id=client_id,
        kenmerk=kenmerk,
        instrument=instrument,
        scale=scale,
        start_date=start_date,
        state=State.PROPOSED.value,
        created_at=now,
    )
    _check(goal, draft, target_date, by)
    session.add(goal)
    session.flush()
    note(session, goal, by, None, now)
    return _word(session, goal, draft, target_date, by, person_id, None, now)


def change(
    session: Session,
    goal_id: int,
    *,
    by: Party,
    person_id: int,
    draft: Draft,
    reason: str | None,
    now: datetime,
    target_date: date | None = None,
) -> Wording:
    """Propose new words for a goal. They are in force once the other agrees to them too.

    The target date is one of them; without a new one it stays. Scores keep the words they were
    given for. A goal that is agreed changes for a reason only. Raises GoalError as `propose`
    does, and for a goal that has ended.
    """
    goal = locked(session, goal_id)
    if State(goal.state) in ENDED:
        raise GoalError(f"a goal that is {goal.state} does not change")
    if goal.state != State.PROPOSED and not (reason or "").strip():
        raise GoalError("changing an agreed goal needs a reason")
    target_date = target_date or latest(session, goal_id).target_date
    _check(goal, draft, target_date, by)
    return _word(session, goal, draft, target_date, by, person_id, reason, now)


def agree(session: Session, wording_id: int, *, by: Party, person_id: int, now: datetime) -> Goal:
    """Say yes to the words that were read back. Saying yes twice is saying it once.

    With both, a proposed goal joins the pipeline, and is active at once when no other goal is.
    Raises GoalError when newer words were proposed since, and for who is not client or coach.
    """
    goal = locked(session, session.get_one(Wording, wording_id).goal_id)
    if State(goal.state) in ENDED:
        raise GoalError(f"a goal that is {goal.state} does not change")
    if latest(session, goal.id).id != wording_id:
        raise GoalError("these words were replaced by newer ones")
    _yes(session, wording_id, by, person_id, now)
    if goal.state == State.PROPOSED and in_force(session, goal.id) is not None:
        enter(session, goal, State.PIPELINE, by, None, now)
        if not goals_of(session, goal.client_id, states=(State.ACTIVE,)):
            enter(session, goal, State.ACTIVE, by, None, now)
    return goal


def goals_of(
    session: Session, client_id: int, *, states: Collection[State] = tuple(State)
) -> list[Goal]:
    """Give the goals of a client in these states, the oldest first."""
    return list(
        session.scalars(
            select(Goal)
            .where(Goal.client_id == client_id, Goal.state.in_(states))
            .order_by(Goal.id)
        )
    )


def latest(session: Session, goal_id: int) -> Wording:
    """Give the newest words of a goal, agreed or not. Raises NoResultFound without that goal."""
    return session.scalars(
        select(Wording).where(Wording.goal_id == goal_id).order_by(Wording.id.desc()).limit(1)
    ).one()


def agreed(session: Session, goal_id: int) -> list[tuple[Wording, datetime]]:
    """Give every wording that both agreed to and since when, the oldest first."""
    found = session.execute(
        select(Wording, func.max(Agreement.at))
        .join(Agreement, Agreement.wording_id == Wording.id)
        .where(Wording.goal_id == goal_id)
        .group_by(Wording.id)
        .having(func.count() == len(BOTH))
        .order_by(Wording.id)
    )
    return [(wording, since) for wording, since in found]


def in_force(session: Session, goal_id: int) -> Wording | None:
    """Give the newest words that both agreed to, or None while there are none."""
    found = agreed(session, goal_id)
    return found[-1][0] if found else None


def agreed_by(session: Session, wording_id: int) -> frozenset[Party]:
    """Tell who said yes to these words."""
    found = session.scalars(select(Agreement.by).where(Agreement.wording_id == wording_id))
    return frozenset(map(Party, found))


def texts(wording: Wording) -> dict[int, str]:
    """Give the level texts by level number, worst first."""
    return {number: wording.texts[str(number)] for number in sorted(map(int, wording.texts))}


def _check(goal: Goal, draft: Draft, target_date: date, by: Party) -> None:
    may_agree(by)
    if target_date <= goal.start_date:
        raise GoalError("the target date is not after the start date")
    for name in ("title", "setting", "measure"):
        if not getattr(draft, name).strip():
            raise GoalError(f"the {name} is empty")
    try:
        scales.load()[goal.scale].check(draft.texts)
    except ValueError as fault:
        raise GoalError(str(fault)) from fault


def _word(
    session: Session,
    goal: Goal,
    draft: Draft,
    target_date: date,
    by: Party,
    person_id: int,
    reason: str | None,
    now: datetime,
) -> Wording:
    wording = Wording(
        goal_id=goal.id,
        title=draft.title.strip(),
        setting=draft.setting.strip(),
        measure=draft.measure.strip(),
        texts={str(number): text.strip() for number, text in draft.texts.items()},
        target_date=target_date,
        by=by.value,
        reason=reason,
        at=now,
    )
    session.add(wording)
    session.flush()
    _yes(session, wording.id, by, person_id, now)
    return wording


def _yes(session: Session, wording_id: int, by: Party, person_id: int, now: datetime) -> None:
    may_agree(by)
    if by not in agreed_by(session, wording_id):
        session.add(Agreement(wording_id=wording_id, by=by.value, person_id=person_id, at=now))
        session.flush()
