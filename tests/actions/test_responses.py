"""The responses as data: for each reader one variation, and none that nobody says."""

import re

import pytest

from caseload.models import RequestKind
from tests.actions.responses import (
    READERS,
    RESPONSES,
    ROLES,
    ROOT,
    WORDINGS,
    matching,
    read_yaml,
    variables,
)
from tests.actions.source import strings
from tests.actions.talk import RULES


@pytest.mark.parametrize("name", RESPONSES)
def test_each_reader_gets_exactly_one_variation(name: str) -> None:
    for role, wording in READERS:
        found = matching(RESPONSES[name], role, wording)
        assert len(found) == 1, f"{role}, {wording}: {len(found)} variations match"


@pytest.mark.parametrize("name", RESPONSES)
def test_each_variation_is_read_by_somebody(name: str) -> None:
    read = [matching(RESPONSES[name], role, wording) for role, wording in READERS]

    assert all([variation] in read for variation in RESPONSES[name])


@pytest.mark.parametrize("name", RESPONSES)
def test_conditions_know_role_and_wording_only(name: str) -> None:
    values = {"role": ROLES, "wording": WORDINGS}
    for variation in RESPONSES[name]:
        for condition in variation.get("condition", []):
            assert condition["type"] == "slot"
            assert condition["value"] in values[condition["name"]]


def test_no_button_is_hidden_in_a_response() -> None:
    assert [n for n, found in RESPONSES.items() if any("buttons" in v for v in found)] == []


def said_in_code() -> set[str]:
    named = {text for text in strings() if re.fullmatch(r"utter_[a-z_*]+", text)}
    return named | {action for action in RULES.values() if action.startswith("utter_")}


def test_every_response_that_is_said_exists() -> None:
    said = said_in_code()

    assert {name for name in said if "*" in name} == {"utter_request_*"}
    assert {name for name in said if "*" not in name} - RESPONSES.keys() == set()


def test_every_response_is_said() -> None:
    built = {f"utter_request_{kind}" for kind in RequestKind}

    assert RESPONSES.keys() - said_in_code() - built == set()


def test_what_a_rule_says_needs_no_variable() -> None:
    fixed = {action for action in RULES.values() if action.startswith("utter_")}

    assert {n for n in fixed if any(variables(v["text"]) for v in RESPONSES[n])} == set()


def test_the_domain_is_complete() -> None:
    domain = read_yaml(ROOT / "domain.yml")

    assert set(RULES) <= set(domain["intents"])
    assert {a for a in RULES.values() if a.startswith("action_")} <= set(domain["actions"])
