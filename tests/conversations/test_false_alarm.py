"""What was wrongly taken for danger costs one kind sentence: then it is heard after all."""

from collections.abc import Callable

import pytest

from tests.conversations.conftest import agree_on_a_goal
from tests.conversations.visitor import Visitor

NO = "Er is geen gevaar"
SAFE = "Fijn dat je veilig bent."
SOBER = "Goed dat je het zegt. Praten kan altijd, dag en nacht, met **113**."


def alarmed(visitor: Visitor, said: str) -> Visitor:
    visitor.says(said)
    assert "112" in visitor.text
    assert NO in visitor.buttons
    return visitor


def lines(visitor: Visitor) -> list[str]:
    """All that was said, as this visitor may download it."""
    kept = visitor.talk.file()
    return [line["text"] for talk in kept["conversations"] for line in talk["said"]]


def by_a_tap(visitor: Visitor) -> Visitor:
    return visitor.presses(NO)


def in_words(visitor: Visitor) -> Visitor:
    return visitor.says("nee hoor, het gaat goed met mij")


@pytest.mark.parametrize("deny", [by_a_tap, in_words])
def test_a_limit_in_weeks(anonymous: Visitor, deny: Callable[[Visitor], Visitor]) -> None:
    deny(alarmed(anonymous.advised(), "hooguit 6 weken, anders wil ik niet meer leven"))

    assert anonymous.replies[0]["text"] == SOBER
    assert anonymous.to_the_list().advice is not None
    assert anonymous.advice.known.max_weeks == 6


def test_a_start(anonymous: Visitor) -> None:
    words = "binnen 2 weken beginnen, anders maak ik mezelf van kant"
    by_a_tap(alarmed(anonymous.advised(), words))

    assert anonymous.to_the_list().advice is not None
    assert anonymous.advice.known.max_wait == 2


def test_the_case_of_a_coach(coach: Visitor) -> None:
    case = "mw 34, Tiel, schulden, ex slaat haar, hooguit 12 weken, max 600 euro"
    by_a_tap(alarmed(coach, case))

    assert coach.replies[0]["text"] == "Fijn dat er geen gevaar is."
    assert coach.chips[-3:] == ["in Tiel", "hooguit 12 weken", "hooguit € 600"]
    assert coach.listed


def test_a_choice(anonymous: Visitor) -> None:
    words = "ik kies de eerste want ik wil niet dood gaan van verveling"
    by_a_tap(alarmed(anonymous.advised(), words))

    assert "verveling" in anonymous.choices[0]["argument"]
    assert "Wil je de lijst bewaren?" in anonymous.text


def test_a_question_about_one_of_the_list(anonymous: Visitor) -> None:
    alarmed(anonymous.advised(), "wat kost de eerste, ik ben zo arm dat ik dood wil")
    by_a_tap(anonymous)

    assert "Kosten:" in anonymous.text


def test_a_wish_to_be_called(noor: Visitor) -> None:
    by_a_tap(alarmed(noor, "kan mijn coach mij bellen, ik zie geen uitweg meer"))
    noor.says("over mijn rooster")

    assert noor.requests == [("person", "over mijn rooster")]


def test_a_pause_and_a_score(noor: Visitor, marit: Visitor) -> None:
    agree_on_a_goal(noor, marit)
    by_a_tap(alarmed(noor, "ik hang me op aan die berichten, geen berichten meer tot zaterdag"))
    assert "geen berichten" in noor.text

    by_a_tap(alarmed(noor, "deze week -1, ik wil dood"))
    assert SOBER in noor.text
    assert any(title.startswith("-1") for title in noor.buttons), noor.buttons


def test_a_reason_in_own_words(anonymous: Visitor) -> None:
    alarmed(anonymous.advised().says("ik kies de eerste"), "anders wil ik niet meer leven")
    by_a_tap(anonymous)

    assert [choice["argument"] for choice in anonymous.choices] == ["anders wil ik niet meer leven"]


def test_what_is_nothing_else_asks_what_was_asked(anonymous: Visitor) -> None:
    by_a_tap(alarmed(anonymous.opens(), "mijn man slaat mij"))

    assert anonymous.replies[0]["text"] == SAFE
    assert "hand" in anonymous.text
    assert "begrijp" not in anonymous.text


def test_danger_after_it_is_danger_again(anonymous: Visitor) -> None:
    by_a_tap(alarmed(anonymous.advised(), "hooguit 6 weken, anders wil ik niet meer leven"))

    alarmed(anonymous, "ik wil dood")
    assert SOBER not in anonymous.text


def test_only_what_the_alarm_began_with_is_heard_again(anonymous: Visitor) -> None:
    alarmed(anonymous.advised(), "hooguit 6 weken, anders wil ik niet meer leven")
    by_a_tap(alarmed(anonymous, "binnen 2 weken beginnen, anders maak ik mezelf van kant"))

    assert anonymous.to_the_list().advice is not None
    assert anonymous.advice.known.max_weeks == 6
    assert anonymous.advice.known.max_wait is None


def test_without_a_denial_it_stays_unheard(anonymous: Visitor) -> None:
    alarmed(anonymous.advised(), "hooguit 6 weken, anders wil ik niet meer leven")
    anonymous.says("nee", "iets in Tiel")

    assert anonymous.to_the_list().advice is not None
    assert anonymous.advice.known.max_weeks is None


def test_what_was_heard_again_stands_once_in_what_is_kept(noor: Visitor) -> None:
    words = "kan mijn coach mij bellen, ik zie geen uitweg meer"
    by_a_tap(alarmed(noor, words))

    assert lines(noor).count(words) == 1
    logs = [log.read_text(encoding="utf-8") for log in noor.stack.var.rglob("*.log")]
    assert logs
    assert not any("geen uitweg" in log for log in logs)


def test_what_stands_beside_the_denial_is_heard_and_kept_once(noor: Visitor) -> None:
    alarmed(noor, "mijn man slaat mij").says("er is geen gevaar, ik heb schulden")

    assert noor.replies[0]["text"] == SAFE
    assert noor.chips == ["geldzorgen, opvang of vervoer"]
    assert [line for line in lines(noor) if "schulden" in line] == [
        "er is geen gevaar, ik heb schulden"
    ]


def test_danger_beside_the_denial_is_danger(anonymous: Visitor) -> None:
    alarmed(anonymous.opens(), "mijn man slaat mij")

    alarmed(anonymous, "ik ben niet in gevaar maar mijn kind wel")
    assert SAFE not in anonymous.text


@pytest.mark.parametrize("words", ["geen gevaar", "er is geen gevaar", "ik ben niet in gevaar"])
def test_without_an_alarm_it_is_no_answer_to_the_question(anonymous: Visitor, words: str) -> None:
    anonymous.says("ik heb schulden").says(words)

    assert anonymous.replies[0]["text"] == SAFE
    assert anonymous.chips == ["geldzorgen, opvang of vervoer"]


@pytest.mark.parametrize(
    "words",
    [
        "mijn vriend staat met een mes voor de slaapkamerdeur",
        "wat als ik er gewoon een eind aan maak dan ben ik ook van die brieven af",
        "stond vanmorgen op het perron en dacht 1 stap en het is over",
        "oma word geslagen door me oom",
    ],
)
def test_what_is_unsure_then_is_asked_openly(anonymous: Visitor, words: str) -> None:
    by_a_tap(alarmed(anonymous.opens(), words))

    assert anonymous.replies[-1]["text"].startswith("Wat is er aan de hand")
