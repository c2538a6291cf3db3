import pytest

from actions.languages import foreign
from caseload.requests import open_requests
from catalogue.known import Known
from tests.actions.responses import RESPONSES
from tests.actions.talk import DEBTS, Talk

FOREIGN = {
    "en": "I need help to find a job, my Dutch is not good",
    "tr": "İş bulmak için yardıma ihtiyacım var, Hollandacam iyi değil",
    "pl": "Potrzebuję pomocy w znalezieniu pracy, nie mówię po holendersku",
    "ar": "أحتاج إلى مساعدة في العثور على عمل",
    "uk": "Мені потрібна допомога, щоб знайти роботу",
    "ti": "ስራሕ ንምርካብ ሓገዝ የድልየኒ",
}
DUTCH = (
    "ik heb schulden en ik wil graag werken",
    "elke keer als er een brief komt word ik gek",
    "vr 45, Tiel, wil werken, taal zwak",
    "help me please met mijn cv",
    "ok",
    "",
    "👍 🙂",
    "ewa bro wat kan je",
)


@pytest.mark.parametrize(("language", "text"), FOREIGN.items())
def test_another_language_gets_a_sentence_of_its_own(
    visitor: Talk, language: str, text: str
) -> None:
    visitor.at("open").types(text)

    assert foreign(text) == language
    assert visitor.said[0] == f"utter_language_{language}"
    assert visitor.known == Known()


@pytest.mark.parametrize("text", DUTCH)
def test_dutch_is_dutch(text: str) -> None:
    assert foreign(text) is None


def test_there_are_words_for_every_language_that_is_heard() -> None:
    assert {f"utter_language_{language}" for language in FOREIGN} == {
        name for name in RESPONSES if name.startswith("utter_language_")
    }


def test_what_the_coach_may_know_is_kept_in_any_language(visitor: Talk) -> None:
    visitor.at("request", before="open").types(FOREIGN["en"])

    assert [request.sentence for request in open_requests(visitor.session)] == [FOREIGN["en"]]


def test_a_question_stays_after_another_language(visitor: Talk) -> None:
    visitor.asked(f"kenmerk:{DEBTS}").types(FOREIGN["uk"])

    assert visitor.dialogue.question == f"kenmerk:{DEBTS}"
    assert visitor.types("ja", "affirm").known.wanted == {DEBTS}


@pytest.mark.parametrize(
    "text",
    [
        "Fatima Yılmaz",
        "mw Yıldız, schulden",
        "mw yıldız, schulden",
        "Fatima Yılmaz, Tiel, taal zwak",
        "doel voor Łukasz Wiśniewski",
        "hoe gaat het met Yıldız Şahin",
        "Ayşe Gül Şahin",
        "Mehmet Çelik, budget max 500",
    ],
)
def test_a_foreign_name_makes_no_dutch_foreign(text: str) -> None:
    assert foreign(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Merhaba, ben Ali, iş arıyorum", "tr"),
        ("çok param yok", "tr"),
        ("BEN İŞ ARIYORUM", "tr"),
        ("Nie mam pracy", "pl"),
        ("Szukam pracy jako kierowca", "pl"),
    ],
)
def test_a_name_or_a_capital_hides_no_other_language(text: str, language: str) -> None:
    assert foreign(text) == language
