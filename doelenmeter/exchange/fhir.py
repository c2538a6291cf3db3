"""Goals and scores as FHIR R4, in the shape of HL7's guide Person-Centered Outcomes (see `pco`).

A Bundle (a collection) with a Goal for each goal and an Observation for each score that counts,
with the patient, practitioner and related person that they refer to, all without a name. A score
that was revised is ``amended``: it has the time of the first one and the reason as a note. What
it replaced stands in the table only (`spreadsheet`), because FHIR has no word for "replaced".

Ids stay the same from export to export and differ between installations, so that a file that is
read twice makes nothing twice.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from doelenmeter import goals
from doelenmeter.exchange import pco
from doelenmeter.exchange.content import Content, GoalContent, TScore, gather
from doelenmeter.exchange.words import load
from doelenmeter.schedule import ZONE
from doelenmeter.scores import Scored
from doelenmeter.tables import Party, Remark, State

Json = dict[str, Any]

NAMESPACE = UUID("5b0c2a5e-6f5a-4c0e-9a57-3d1f1f1c8e40")
"""Of the ids that are made here."""

NO_STRING = re.compile(r"[^\S \t\r\n]|[\x00-\x08\x0e-\x1f\x7f]")
"""Characters that a FHIR string does not have: other white space and control characters."""

PEOPLE: Mapping[Party, str] = {
    Party.CLIENT: "Patient",
    Party.COACH: "Practitioner",
    Party.THIRD_PARTY: "RelatedPerson",
}

LIFECYCLE: Mapping[State, str] = {
    State.PROPOSED: "proposed",
    State.PIPELINE: "accepted",
    State.ACTIVE: "active",
    State.REACHED: "completed",
    State.STOPPED: "cancelled",
}

ACHIEVED: Mapping[State, tuple[str, str]] = {
    State.ACTIVE: ("in-progress", "In Progress"),
    State.REACHED: ("achieved", "Achieved"),
}
"""Of a goal that waits or was stopped nothing is concluded."""


def bundle(session: Session, client_id: int, *, viewer: Party) -> bytes:
    """Give what this viewer may see of a client's goals, as a FHIR Bundle in JSON (UTF-8).

    A T-score over the goals on the GAS scale is there for each party that has one; how a −3
    enters it stands in `gas.t_score`, and in a note where one is in it. Raises NoResultFound for
    who is not there.
    """
    content = gather(session, client_id, viewer=viewer)
    entries = [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in _all(content)]
    made: Json = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _all(content: Content) -> Iterator[Json]:
    there = _parties(content)
    for party, kind in PEOPLE.items():
        if party in there:
            person: Json = {"resourceType": kind, "id": _person_id(content, party)}
            yield person if kind != "RelatedPerson" else {**person, "patient": _client(content)}
    for one in content.goals:
        yield _goal(content, one)
        yield from (_score(content, one, score) for score in one.scores if score.current)
    yield from (_t_score(content, party, t) for party, t in content.t_scores.items())


def _parties(content: Content) -> set[Party]:
    """Tell who is referred to."""
    found = {Party.CLIENT}
    for one in content.goals:
        found |= {Party(one.steps[0].by), *(score.by for score in one.scores)}
        found |= {Party(remark.by) for remark in one.remarks}
    return found


def _goal(content: Content, one: GoalContent) -> Json:
    goal, words = one.goal, load()
    state, last = State(goal.state), one.steps[-1]
    meanings = {number: meaning for meaning, number in one.scale.meanings.items()}
    spoken = one.scale.spoken(goals.texts(one.wording))
    notes = [words.setting.format(text=one.wording.setting)]
    notes.append(words.measure.format(text=one.wording.measure))
    notes += [words.worse.format(text=t) for n, t in spoken.items() if meanings[n] == "worse"]
    made: Json = {
        "resourceType": "Goal",
        "id": _goal_id(one),
        "meta": {"profile": [pco.GOAL_PROFILE]},
        "extension": [
            pco.level(meanings[number], _string(text))
            for number, text in reversed(spoken.items())
            if meanings[number] in pco.ANSWERS
        ],
        "lifecycleStatus": LIFECYCLE[state],
        "category": [
            _coded(pco.CONCEPTS, "person-centered", "Person-Centered"),
            {"text": words.kenmerk.format(code=goal.kenmerk)},
        ],
        "description": {"text": _string(one.wording.title)},
        "subject": _client(content),
        "startDate": goal.start_date.isoformat(),
        "target": [{"dueDate": one.wording.target_date.isoformat()}],
        "statusDate": last.at.astimezone(ZONE).date().isoformat(),
        "expressedBy": _person(content, Party(one.steps[0].by)),
        "note": [
            *({"text": _string(text)} for text in notes),
            *(_said(content, remark) for remark in (*one.alone(), *one.of_replaced())),
        ],
    }
    if last.reason:
        made["statusReason"] = _string(last.reason)
    if state in ACHIEVED:
        made["achievementStatus"] = _coded(pco.ACHIEVEMENT, *ACHIEVED[state])
    return made


def _score(content: Content, one: GoalContent, score: Scored) -> Json:
    meanings = {number: meaning for meaning, number in one.scale.meanings.items()}
    notes = [_said(content, remark) for remark in one.beside(score)]
    if score.reason:
        notes.insert(0, {"text": _string(score.reason)})
    made = _observation(content, score.by, _score_id(score), _first(one, score).at) | {
        "meta": {"profile": [pco.SCORE_PROFILE]},
        "status": "final" if score.replaces_id is None else "amended",
        "code": pco.question(score.kind, score.by),
        "focus": [_to(_goal_id(one))],
        "issued": score.at.isoformat(),
        "valueCodeableConcept": {
            "coding": [pco.answer(meanings[score.level], score.level)],
            "text": _string(score.text),
        },
    }
    return made | {"note": notes} if notes else made


def _t_score(content: Content, party: Party, t: TScore) -> Json:
    newest = max(score.at for score in t.scores)
    made_of = "/".join(_score_id(score) for score in t.scores)
    made = _observation(content, party, _uuid("t", made_of), newest) | {
        "status": "final",
        "code": {"text": load().t_score},
        "valueQuantity": {
            "value": round(t.value, 1),
            "unit": load().t_score,
            "system": pco.UCUM,
            "code": "{T-score}",
        },
        "derivedFrom": [_to(_score_id(score)) for score in t.scores],
    }
    return made | {"note": [{"text": load().t_worse}]} if t.has_decline else made


def _observation(content: Content, by: Party, number: str, at: datetime) -> Json:
    return {
        "resourceType": "Observation",
        "id": number,
        "category": [_coded(pco.CATEGORY, "survey", "Survey")],
        "subject": _client(content),
        "performer": [_person(content, by)],
        "effectiveDateTime": at.isoformat(),
    }


def _said(content: Content, remark: Remark) -> Json:
    words = load()
    topic = getattr(words.columns, remark.topic)
    return {
        "authorReference": _person(content, Party(remark.by)),
        "time": remark.at.isoformat(),
        "text": _string(words.remark.format(topic=topic, words=remark.words)),
    }


def _first(one: GoalContent, score: Scored) -> Scored:
    """Give the score that this one revises in the end, as the picture does."""
    by_id = {other.id: other for other in one.scores}
    while score.replaces_id is not None:
        score = by_id[score.replaces_id]
    return score


def _string(text: str) -> str:
    return NO_STRING.sub(" ", text)


def _coded(system: str, code: str, display: str) -> Json:
    return {"coding": [{"system": system, "code": code, "display": display}]}


def _client(content: Content) -> Json:
    return _person(content, Party.CLIENT)


def _person(content: Content, party: Party) -> Json:
    """Refer to a party; after a handover it is another coach, and still the practitioner."""
    return _to(_person_id(content, party))


def _to(number: str) -> Json:
    return {"reference": f"urn:uuid:{number}"}


def _person_id(content: Content, party: Party) -> str:
    client = content.client
    return _uuid(party.value, client.id, client.created_at.isoformat())


def _goal_id(one: GoalContent) -> str:
    return _uuid("goal", one.goal.id, one.goal.created_at.isoformat())


def _score_id(score: Scored) -> str:
    return _uuid("score", score.id, score.at.isoformat())


def _uuid(*parts: str | int) -> str:
    return str(uuid5(NAMESPACE, "/".join(map(str, parts))))
