import re

import pytest

from actions import in_few_words
from actions.comparing import ALL
from actions.knowing import TOO_MUCH
from actions.least import FACTS as LEAST
from actions.left_aside import IF_UNUSED, NEVER
from actions.phrases import Phrases
from caseload.models import Channel
from catalogue.kenmerken import Taxonomy
from catalogue.known import PRACTICAL, RULED_OUT
from catalogue.load import read_cards
from doelenmeter import scales
from doelenmeter.digest import Move
from doelenmeter.signs import SIGNS
from tests.actions.responses import ROOT, read_yaml
from tests.actions.source import strings

FILE = read_yaml(ROOT / "data" / "texts" / "phrases.yml")
ANSWERS = read_yaml(ROOT / "data" / "texts" / "answers.yml")["answers"]
TEXTS = {
    f"{topic}.{name}"
    for topic in (
        *("buttons", "reasons", "facts", "conditions", "groups"),
        *("meanings", "meanings_of_a_coach"),
    )
    for name in FILE[topic]
}
TOPICS = "buttons|reasons|facts|conditions|groups|meanings|meanings_of_a_coach"
ASPECTS = ("waar", "duur", "kosten", "wanneer", "wie", "voorwaarden", "aanmelden")
BUILT = {
    *(f"buttons.{name}" for name in ("alone", "group", "max_weeks", "max_wait")),
    *(
        f"conditions.{name}"
        for name in ("gemeente", "max_cost", "max_weeks", "max_wait", *RULED_OUT)
    ),
    *(f"conditions.form_{form}" for form in ("alone", "group")),
    *(f"facts.{name}" for name in (*ASPECTS, "wat", "vorm", "voordelen", "nadelen", "ervaring")),
    *(f"facts.compare_{name}" for name in ALL),
    *(f"facts.entry_{level}" for level in ("A1", "A2", "B1", "B2")),
    *(f"facts.{name}" for name in (*LEAST, *TOO_MUCH.values())),
    *(f"facts.case_{fact}" for fact in (*NEVER, *IF_UNUSED)),
    *(f"facts.form_{form}" for form in ("alone", "group", "both")),
    *(f"facts.rating_{who}" for who in ("professionals", "clients")),
    *(f"groups.{name}" for name in FILE["groups"]),
    *(f"buttons.signs_{one}" for one in SIGNS),
    *(f"{topic}.scale_{code}" for topic in ("buttons", "facts") for code in scales.load()),
    *(f"facts.week_{move}" for move in Move),
    *(f"facts.weeks_{kind}" for kind in ("answered", "not_answered", "no_goal", "no_yes")),
    "facts.weeks_goal_waits",
    *(f"facts.handover_{state}" for state in ("proposed", "agreed", "refused")),
    *(f"facts.known_{what}" for what in ("name", "coach", "clients", "yes", "doors")),
    *(f"facts.door_{channel}" for channel in Channel),
    *(f"meanings.{intent}" for intent in FILE["meanings"]),
    *(f"meanings_of_a_coach.{intent}" for intent in FILE["meanings_of_a_coach"]),
}
"""Names that the actions put together while running."""


def test_every_phrase_that_is_used_exists() -> None:
    used = {text for text in strings() if re.fullmatch(rf"(?:{TOPICS})\.[A-Za-z_0-9]+", text)}

    assert len(used) > 50
    assert used - TEXTS == set()


def test_every_phrase_is_used() -> None:
    assert TEXTS - strings() - BUILT == set()


def test_names_that_are_built_exist() -> None:
    parts = {text for text in strings() if re.fullmatch(rf"(?:{TOPICS})\.[a-z_]*\*", text)}
    families = {f"{name.split('.')[0]}.*" for name in BUILT} | {
        f"{name.rpartition('_')[0]}_*" for name in BUILT
    }

    assert BUILT <= TEXTS
    assert parts - families == set()


def test_every_list_of_words_is_used() -> None:
    built = {f"about_{name}" for name in ("route", *PRACTICAL)}
    built |= {f"case_{fact}" for fact in (*NEVER, *IF_UNUSED)}
    built |= {f"asks_{aspect}" for aspect in in_few_words.ASPECTS}
    assert built <= set(ANSWERS)
    assert set(ANSWERS) - strings() - built == set()


def test_every_meaning_is_an_intent() -> None:
    intents = set(read_yaml(ROOT / "domain.yml")["intents"])

    assert {*FILE["meanings"], *FILE["meanings_of_a_coach"]} <= intents


def test_every_group_of_the_catalogue_has_plain_words() -> None:
    groups = {group for card in read_cards() for group in card.doelgroepen}

    assert groups
    assert groups <= set(FILE["groups"])


def test_words_that_people_use_are_in_lower_case() -> None:
    words = [word for words in ANSWERS.values() for word in words]

    assert [word for word in words if word != word.casefold()] == []


def test_a_missing_variable_or_name_is_an_error(phrases: Phrases) -> None:
    with pytest.raises(KeyError):
        phrases("buttons.chip")
    with pytest.raises(KeyError):
        phrases("buttons.no_such_button")
    assert phrases.variables("buttons.chip") == {"what"}


@pytest.mark.parametrize("name", ["chip", "let_go", "add"])
def test_a_kenmerk_fits_on_a_button(phrases: Phrases, taxonomy: Taxonomy, name: str) -> None:
    titles = [phrases(f"buttons.{name}", what=k.chip) for k in taxonomy.kenmerken.values()]

    assert max(map(len, titles)) <= 50
