"""Codes and profiles of HL7's guide Person-Centered Outcomes (PCO), version 1.0.0 (STU 1).

Published at http://hl7.org/fhir/us/pco/STU1, for FHIR R4. The guide knows five levels of goal
attainment (LOINC answer list LL6900-6). Ours go by what a level means, whatever its number on the
scale, so that every scale fits; the level below the start has no answer of its own there.

LOINC is copyright Regenstrief Institute and the LOINC Committee; see http://loinc.org/license.
"""

from collections.abc import Mapping
from typing import Any

from doelenmeter.scales import Meaning
from doelenmeter.tables import Kind, Party

Json = dict[str, Any]

GUIDE = "http://hl7.org/fhir/us/pco"
GOAL_PROFILE = f"{GUIDE}/StructureDefinition/pco-gas-goal-profile"
SCORE_PROFILE = f"{GUIDE}/StructureDefinition/pco-gas-score-observation"
SCALING = f"{GUIDE}/StructureDefinition/pco-goal-attainment-scaling"
"""Extension of a goal, one a level: ``level`` has its answer code, ``progressText`` its words."""
CONCEPTS = f"{GUIDE}/CodeSystem/pco-concepts-temporary"

LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
"""Extension of FHIR itself: the number that belongs to a coded answer."""
ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"

BASELINE = ("112296-9", "Goal attainment scale GAS baseline")
FOLLOW_UP: Mapping[Party, tuple[str, str]] = {
    Party.CLIENT: ("107334-5", "Patient follow-up goal attainment scaling score"),
    Party.COACH: ("107333-7", "Practitioner follow-up goal attainment scaling score"),
    Party.THIRD_PARTY: ("107331-1", "Caregiver follow-up goal attainment scaling score"),
}
"""Value set goal-attainment-scaling-score: what was asked, of whom."""

ANSWERS: Mapping[Meaning, tuple[str, str]] = {
    "start": ("LA34484-8", "Much less than expected"),
    "less": ("LA34483-0", "Less than expected"),
    "goal": ("LA34481-4", "Expected outcome"),
    "more": ("LA34480-6", "Better than expected"),
    "much_more": ("LA34479-8", "Much better than expected"),
}
"""Answer list LL6900-6 by the meaning of a level."""


def question(kind: Kind, by: Party) -> Json:
    """Give the code of a score: the baseline, whoever gave it, or somebody's follow-up."""
    return {"coding": [_loinc(*(BASELINE if kind is Kind.START else FOLLOW_UP[by]))]}


def answer(meaning: Meaning, number: int) -> Json:
    """Give the code of a level with its own number beside it.

    Worse than the start is the lowest answer there is; the number tells the two apart.
    """
    found = _loinc(*ANSWERS.get(meaning, ANSWERS["start"]))
    return {"extension": [{"url": ORDINAL, "valueDecimal": number}], **found}


def level(meaning: Meaning, text: str) -> Json:
    """Give the extension of a goal for one of the five levels that the guide knows."""
    return {
        "url": SCALING,
        "extension": [
            {"url": "level", "valueCoding": _loinc(*ANSWERS[meaning])},
            {"url": "progressText", "valueString": text},
        ],
    }


def _loinc(code: str, display: str) -> Json:
    return {"system": LOINC, "code": code, "display": display}
