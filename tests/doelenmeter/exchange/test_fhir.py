"""What is exported is valid FHIR and has what HL7's guide Person-Centered Outcomes asks."""

import json
from datetime import timedelta
from typing import Any

from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.goal import Goal
from fhir.resources.R4B.observation import Observation
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session, sessionmaker

from doelenmeter import scores
from doelenmeter.exchange.content import gather
from doelenmeter.exchange.fhir import bundle
from doelenmeter.tables import Kind, Party, State, Topic
from tests.doelenmeter.conftest import NOW, TEXTS, People, add_people, agreed_goal
from tests.doelenmeter.exchange.made import GOALS, Given, Made, Moment, make

Json = dict[str, Any]

GUIDE = "http://hl7.org/fhir/us/pco/StructureDefinition"
CODES = {"112296-9", "107334-5", "107333-7", "107331-1"}
"""Of the guide's value set goal-attainment-scaling-score."""
ANSWERS = {"LA34479-8", "LA34480-6", "LA34481-4", "LA34483-0", "LA34484-8"}
"""LOINC answer list LL6900-6."""

steady = settings(max_examples=40, deadline=None, derandomize=True, database=None)


def read(session: Session, client_id: int, viewer: Party = Party.COACH) -> list[Json]:
    """Every resource, after fhir.resources and the guide's own rules accept it."""
    file = bundle(session, client_id, viewer=viewer)
    Bundle.model_validate_json(file)
    entries = json.loads(file)["entry"]
    found: list[Json] = [entry["resource"] for entry in entries]
    known = {entry["fullUrl"] for entry in entries}
    assert len(known) == len(entries)
    assert set(references(found)) <= known
    for resource in found:
        if resource["resourceType"] == "Goal":
            Goal.model_validate(resource)
            follows_the_goal_profile(resource)
        elif resource["resourceType"] == "Observation":
            Observation.model_validate(resource)
            if "meta" in resource:
                follows_the_score_profile(resource)
    return found


def references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for one in node for found in references(one)]
    if isinstance(node, dict):
        here = [node["reference"]] if "reference" in node else []
        return here + [found for one in node.values() for found in references(one)]
    return []


def follows_the_goal_profile(goal: Json) -> None:
    """pco-gas-goal-profile, with what it takes from pco-goal-profile and US Core Goal."""
    assert goal["meta"]["profile"] == [f"{GUIDE}/pco-gas-goal-profile"]
    assert goal["lifecycleStatus"]
    assert goal["description"]["text"].strip()
    assert goal["subject"]["reference"]
    assert goal["startDate"]
    scaling = [e for e in goal["extension"] if e["url"] == f"{GUIDE}/pco-goal-attainment-scaling"]
    assert 1 <= len(scaling) <= 5
    for extension in scaling:
        parts = {part["url"]: part for part in extension["extension"]}
        assert parts.keys() == {"level", "progressText"}
        assert parts["level"]["valueCoding"]["code"] in ANSWERS
        assert parts["progressText"]["valueString"].strip()


def follows_the_score_profile(score: Json) -> None:
    """pco-gas-score-observation, with what it takes from US Core Screening Assessment."""
    assert score["meta"]["profile"] == [f"{GUIDE}/pco-gas-score-observation"]
    assert score["status"] in ("final", "amended")
    categories = [coding for one in score["category"] for coding in one["coding"]]
    assert {(one["system"], one["code"]) for one in categories} == {
        ("http://terminology.hl7.org/CodeSystem/observation-category", "survey")
    }
    (code,) = score["code"]["coding"]
    assert (code["system"], code["code"] in CODES) == ("http://loinc.org", True)
    assert score["subject"]["reference"]
    assert score["effectiveDateTime"]
    assert len(score["focus"]) == 1
    (answer,) = score["valueCodeableConcept"]["coding"]
    assert (answer["system"], answer["code"] in ANSWERS) == ("http://loinc.org", True)


@steady
@given(made=st.lists(GOALS, max_size=3), viewer=st.sampled_from(Party))
def test_whatever_was_said_and_scored_is_valid(
    factory: sessionmaker[Session], made: list[Made], viewer: Party
) -> None:
    with factory() as session:
        people = add_people(session)
        make(session, people, made)
        content = gather(session, people.client, viewer=viewer)
        found = read(session, people.client, viewer)

    goals = [one for one in found if one["resourceType"] == "Goal"]
    assert len(goals) == len(made)
    counting = [score for goal in content.goals for score in goal.scores if score.current]
    given_scores = [one for one in found if "valueCodeableConcept" in one]
    assert [number(one) for one in given_scores] == [score.level for score in counting]
    t_scores = [one for one in found if "valueQuantity" in one]
    assert len(t_scores) == len(content.t_scores)
    notes = [note for one in found for note in one.get("note", ()) if "authorReference" in note]
    assert len(notes) == sum(len(goal.remarks) for goal in content.goals)


def number(score: Json) -> int:
    (coding,) = score["valueCodeableConcept"]["coding"]
    (extension,) = coding["extension"]
    level: int = extension["valueDecimal"]
    return level


def of(found: list[Json], kind: str) -> list[Json]:
    return [one for one in found if one["resourceType"] == kind]


def answer(score: Json) -> str:
    code: str = score["valueCodeableConcept"]["coding"][0]["code"]
    return code


def test_patient_practitioner_and_caregiver_have_codes_of_their_own(
    session: Session, people: People
) -> None:
    everybody = tuple(Given(party, 3) for party in Party)
    client = (Given(Party.CLIENT, 1),)
    moments = (Moment(Kind.START, client), Moment(Kind.PROGRESS, everybody))
    make(session, people, [Made("doelenmeter", "Op tijd", moments)])

    found = of(read(session, people.client), "Observation")
    kinds = {f"urn:uuid:{one['id']}": one["resourceType"] for one in read(session, people.client)}

    assert [
        (one["code"]["coding"][0]["code"], kinds[one["performer"][0]["reference"]]) for one in found
    ] == [
        ("112296-9", "Patient"),
        ("107334-5", "Patient"),
        ("107333-7", "Practitioner"),
        ("107331-1", "RelatedPerson"),
    ]
    assert [answer(one) for one in found] == ["LA34484-8", *["LA34481-4"] * 3]


def test_levels_go_by_what_they_mean(session: Session, people: People) -> None:
    agreed_goal(session, people)
    (goal,) = of(read(session, people.client), "Goal")
    levels = [
        (parts[0]["valueCoding"]["code"], parts[1]["valueString"])
        for parts in (extension["extension"] for extension in goal["extension"])
    ]
    assert levels == [
        ("LA34480-6", TEXTS[3]),
        ("LA34481-4", TEXTS[2]),
        ("LA34483-0", TEXTS[1]),
        ("LA34484-8", TEXTS[0]),
    ]
    assert any(TEXTS[-1] in note["text"] for note in goal["note"])
    assert (goal["startDate"], goal["target"]) == ("2026-11-22", [{"dueDate": "2027-02-20"}])


def test_a_revised_score_is_amended_and_keeps_its_moment(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    weekly = scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=NOW)
    who = {"by": Party.CLIENT, "person_id": people.client}
    first = scores.give(session, weekly.id, level=0, now=NOW, **who)
    scores.remark(session, weekly.id, topic=Topic.HELPED, words="Een wekker", now=NOW, **who)
    later = NOW + timedelta(days=1)
    scores.revise(session, first.id, level=-1, reason="Verteld", now=later, **who)

    found = read(session, people.client)
    (score,), (written,) = of(found, "Observation"), of(found, "Goal")

    assert (score["status"], score["effectiveDateTime"]) == ("amended", NOW.isoformat())
    assert score["issued"] == later.isoformat()
    assert (answer(score), number(score)) == ("LA34484-8", -1)
    assert score["valueCodeableConcept"]["text"] == TEXTS[-1]
    assert [note["text"] for note in score["note"]] == ["Verteld"]
    assert written["note"][-1]["text"] == "wat hielp: Een wekker"


def test_a_score_that_would_anchor_stays_out(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    start = scores.open_check_in(session, goal.id, kind=Kind.START, now=NOW)
    scores.give(session, start.id, by=Party.CLIENT, person_id=people.client, level=1, now=NOW)
    assert of(read(session, people.client, Party.COACH), "Observation") == []
    assert len(of(read(session, people.client, Party.CLIENT), "Observation")) == 1


def test_t_is_an_observation_of_its_own_that_says_how_a_decline_enters(
    session: Session, people: People
) -> None:
    def week(rank: int) -> tuple[Moment, ...]:
        return (Moment(Kind.WEEKLY, (Given(Party.CLIENT, rank), Given(Party.COACH, 3))),)

    make(session, people, [Made("gas", "a", week(5)), Made("gas", "b", week(0))])

    found = read(session, people.client)
    by_client, by_coach = (one for one in found if "valueQuantity" in one)

    assert by_client["valueQuantity"]["value"] == 43.8
    assert "min drie" in by_client["note"][0]["text"]
    assert len(by_client["derivedFrom"]) == 2
    assert (by_coach["valueQuantity"]["value"], "note" in by_coach) == (50.0, False)


def achieved(goal: Json) -> list[str]:
    return [one["code"] for one in goal.get("achievementStatus", {"coding": []})["coding"]]


def test_states_are_told_and_nothing_is_concluded_of_a_stop(
    session: Session, people: People
) -> None:
    make(session, people, [Made("doelenmeter", state.value, state=state) for state in State])
    found = of(read(session, people.client), "Goal")
    told = [(one["lifecycleStatus"], *achieved(one)) for one in found]
    assert told == [
        ("proposed",),
        ("accepted",),
        ("active", "in-progress"),
        ("completed", "achieved"),
        ("cancelled",),
    ]
    assert found[-1]["statusReason"] == "=Te zwaar nu."


def test_who_had_no_part_in_it_is_not_in_it(session: Session, people: People) -> None:
    make(session, people, [Made("gas", "Bellen", (Moment(Kind.WEEKLY, ()),))])
    kinds = [one["resourceType"] for one in read(session, people.client)]
    assert kinds == ["Patient", "Goal"]


def test_no_name_is_in_it_and_a_second_export_has_the_same_ids(
    session: Session, people: People
) -> None:
    agreed_goal(session, people)
    first = bundle(session, people.client, viewer=Party.COACH)
    assert first == bundle(session, people.client, viewer=Party.COACH)
    assert b"Rafiq" not in first
    assert b"Sanne" not in first
