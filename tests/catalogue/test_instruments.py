import pytest
from pydantic import ValidationError

from catalogue.instruments import Card
from tests.catalogue.made import card


def test_cost_per_person_follows_the_rule() -> None:
    cost = {"hourly_rate": 70, "contact_hours": 20, "preparation_hours": 3, "evaluation_hours": 1}
    assert card(cost=None).model_copy().cost_per_person is None
    alone = Card.model_validate(card().model_dump() | {"cost": cost})
    assert alone.cost_per_person == 1680
    group = Card.model_validate(alone.model_dump() | {"form": "group", "group_size": 9})
    assert group.cost_per_person == 185  # 186.67, in steps of € 5


def test_free_is_not_unknown() -> None:
    assert card(cost=0).cost_per_person == 0


def test_effectiveness_sorts_by_grade_then_evidence() -> None:
    strong = {"level": "strong", "text": "Goed onderzocht.", "source": "voorbeeld"}
    worst_to_best = [
        card(grade=5.2),
        card(grade=7.4, evidence=strong),
        card(grade=None),
        card(grade=7.5, evidence=strong),
        card(grade=7.6),
    ]
    values = [card.effectiveness for card in worst_to_best]
    assert values == sorted(values)
    assert len(set(values)) == 5
    assert card(grade=7.5).effectiveness == card(grade=None).effectiveness


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"pros": ["Een.", "Twee."]}, "pros and cons"),
        ({"form": "alone", "group_size": 4}, "group size of 1"),
        ({"name": "Iets anders"}, "name"),
        ({"kenmerken": ("3.3", "3.3")}, "twice"),
        ({"category": 5}, "category"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_what_does_not_agree_is_refused(changes: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        card(**changes)


def test_only_what_is_offered_can_be_proposed() -> None:
    assert card().proposable
    assert not card(refer_only=True).proposable
    assert not card(parked=True).proposable
