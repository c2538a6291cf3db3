"""The responses as data: for each reader one variation, and none that nobody says."""

import fnmatch
import re

import pytest

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

DOMAIN = read_yaml(ROOT / "domain.yml")


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


def test_a_button_of_a_response_means_an_intent() -> None:
    variations = [variation for found in RESPONSES.values() for variation in found]
    buttons = [button for variation in variations for button in variation.get("buttons", ())]

    assert {b["payload"].removeprefix("/") for b in buttons} <= set(DOMAIN["intents"])


def said() -> set[str]:
    """What the code and the rules say; a name that is put together stands with a ``*``."""
    named = {text for text in strings() if re.fullmatch(r"utter_[a-z_*]+", text)}
    return named | {action for action in RULES.values() if action.startswith("utter_")}


def test_every_response_that_is_said_exists() -> None:
    for name in said():
        assert fnmatch.filter(RESPONSES, name), f"{name} has no text"


def test_every_response_is_said() -> None:
    idle = {name for name in RESPONSES if not any(fnmatch.fnmatch(name, one) for one in said())}

    assert idle == set()


def test_what_a_rule_says_needs_no_variable() -> None:
    fixed = {action for action in RULES.values() if action.startswith("utter_")}

    assert {n for n in fixed if any(variables(v["text"]) for v in RESPONSES[n])} == set()


def test_the_domain_is_complete() -> None:
    assert set(RULES) <= set(DOMAIN["intents"])
    assert {a for a in RULES.values() if a.startswith("action_")} <= set(DOMAIN["actions"])
