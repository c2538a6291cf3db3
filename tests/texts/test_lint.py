"""The lint finds each kind of hard text, and lets easy text pass."""

from pathlib import Path
from typing import Any

import pytest

from tests.texts.lint import LONG_MESSAGES, check, check_buttons, explains, is_heavy
from tests.texts.reading import Place, Text, buttons_of, texts_of
from tests.texts.sentences import said, sentences, words
from tests.texts.vocabulary import allowed_file, jargon_file, rare

FIFTEEN = "Je gaat met je coach naar de winkel en koopt daar brood, melk en kaas."


def found(text: str, **more: Any) -> set[str]:
    """The rules that a text breaks."""
    defaults: dict[str, Any] = {"file": "a.yml", "line": 1, "key": "a", "reader": "client"}
    return {finding.rule for finding in check(Text(text=text, **defaults | more))}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (FIFTEEN.replace("kaas", "oude kaas"), "length"),
        ("Kom je:\n- " + FIFTEEN.replace("kaas", "oude kaas"), "length"),
        ("Wilt u een vraag stellen?", "je"),
        ("Wat is uw naam?", "je"),
        ("Dit is een idiosyncratische cursus.", "rare"),
        ("Je leert tandwielhobbing.", "rare"),
        ("Je werkt aan je belastbaarheid.", "jargon"),
        ("Kies een kenmerk.", "jargon"),
        ("Dit zijn de instrumenten.", "jargon"),
        ("Je start met een leertraject.", "jargon"),
        ("Indien je wilt, bel je.", "stiff"),
        ("Je dient te bellen.", "stiff"),
        ("Je brief wordt gelezen.", "active"),
        ("Wij zullen je bellen.", "active"),
        ("Je komt langs. Daarna wordt een plan gemaakt.", "active"),
        ("Kom NOOIT te laat.", "capitals"),
        ("Sorry, dat lukt niet!", "cheer"),
        ("Hoi! Bel bij gevaar 112.", "cheer"),
    ],
)
def test_a_hard_text_is_found(text: str, rule: str) -> None:
    assert rule in found(text)


@pytest.mark.parametrize(
    "text",
    [
        FIFTEEN,
        "Kies uit: " + FIFTEEN,
        "Je brief wordt beter. Je wordt snel boos.",
        "Je komt langs. Je vertelt wat je wilt. Daarna wordt een plan gemaakt.",
        "Hoi! Fijn dat je er bent.",
        "Een VOG is een papier over je gedrag.",
        "Coping is omgaan met stress.",
        "Omgaan met stress heet coping.",
        "Je woont in {gemeente} en het kost € {cost}.",
        "Je leert typen op het schoolbord, in de schuur en op de taxiplaats.",
    ],
)
def test_an_easy_text_passes(text: str) -> None:
    assert found(text) == set()


def test_coaches_know_the_words_of_the_trade() -> None:
    assert found("Kies een kenmerk.", reader="coach") == set()
    assert found("Indien je wilt, bel je.", reader="coach") == {"stiff"}


def test_a_word_may_be_explained_beside_it() -> None:
    assert found("Jobcoach op de werkplek", together="Een jobcoach is iemand die helpt.") == set()
    assert found("Iemand die helpt op je werk.", key="glossary.jobcoach") == set()
    assert not explains("Je krijgt een jobcoach en dat is fijn.", "jobcoach")


def test_names_need_not_be_known_words() -> None:
    assert found("Grutterswal 3, Xhosaburg", kind="name") == set()
    assert found("Uw Straat 3", kind="name") == {"je"}


def test_a_chat_message_is_short() -> None:
    four = "Kom je? Dat is goed. Ik ben er. Tot dan."
    assert found(four, message="utter_hello") == {"message"}
    assert found("Kom je? Dat is goed. Tot dan.", message="utter_hello") == set()
    assert found(four) == set()
    for name in LONG_MESSAGES:
        assert found(four, message=name.replace("*", "x")) == set()


def test_a_title_fits_its_button() -> None:
    assert found("Ik wil graag een mens spreken over dit al", kind="title") == {"title"}
    assert found("Ik wil graag een mens spreken over geld.", kind="title") == set()


def test_a_finding_names_file_line_sentence_and_mend() -> None:
    text = Text("a.yml", 7, "buttons.go", "Goed zo. Wat wilt u?", "client")
    assert [str(finding) for finding in check(text)] == [
        "a.yml:7: buttons.go: says 'u': “Wat wilt u?”; write je, jij or jouw [je]"
    ]


RESPONSES = """\
version: "3.1"
responses:
  utter_hello:
    - text: Hoi.
      buttons:
        - {title: Ja, payload: /affirm}
    - condition:
        - {type: slot, name: role, value: coach}
      text: >-
        Dag.
        Tot zo.
      buttons:
        - {title: A}
        - {title: B}
        - {title: C}
        - {title: D}
        - {title: E}
        - {title: F}
"""


def test_a_file_is_read_with_its_lines_and_readers(tmp_path: Path) -> None:
    path = tmp_path / "r.yml"
    path.write_text(RESPONSES, encoding="utf-8")
    skip = frozenset({"version", "payload", "condition"})
    texts = [(t.line, t.text, t.reader, t.kind) for t in texts_of(path, Place("*", skip=skip))]
    assert texts[:3] == [
        (4, "Hoi.", "client", "text"),
        (6, "Ja", "client", "title"),
        (9, "Dag. Tot zo.", "coach", "text"),
    ]
    assert [text for _, text, _, _ in texts[3:]] == list("ABCDEF")


def test_six_buttons_are_too_many(tmp_path: Path) -> None:
    path = tmp_path / "r.yml"
    path.write_text(RESPONSES, encoding="utf-8")
    findings = [finding for buttons in buttons_of(path) for finding in check_buttons(buttons)]
    assert [(finding.rule, finding.line) for finding in findings] == [("buttons", 7)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kom om 10.30 uur. Kijk op werk.nl.", ["Kom om 10.30 uur.", "Kijk op werk.nl."]),
        ("Neem iets mee, bijv. brood.", ["Neem iets mee, bijv brood."]),
        ("Kies:\n- brood\n2. melk", ["Kies:", "brood", "melk"]),
        ("{how} Wil je dat?", ["{how}.", "Wil je dat?"]),
        ("{name} belt je.", ["{name} belt je."]),
        ("“Mag dat?” Ja.", ["“Mag dat?", "Ja."]),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_colon_does_not_add_to_what_a_message_says() -> None:
    assert said("Kies uit: a of b. Wat wil je?") == 2


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Bel 0344-000 101 of mail a.b@voorbeeld.example.", 5),
        ("Het kost € 1.250,50 in {naam van plaats}.", 5),
        ("Foto's van vso/pro in zo'n map.", 6),
        ("Je woont in West Maas en Waal.", 4),
    ],
)
def test_numbers_names_and_variables_are_one_word(sentence: str, count: int) -> None:
    assert len(words(sentence, ["West Maas en Waal"])) == count


@pytest.mark.parametrize("word", ["werkplek", "taalmaatje", "afmaakt", "spreekuur", "piekert"])
def test_forms_and_compounds_of_known_words_are_known(word: str) -> None:
    assert not rare(word)


@pytest.mark.parametrize(
    "word", ["fibromyalgie", "carpaal", "motoriek", "casuïstiek", "prioriteren"]
)
def test_a_word_that_only_looks_like_a_compound_is_rare(word: str) -> None:
    assert rare(word)


@pytest.mark.parametrize("sentence", ["Het is gedaan.", "Wat wil je worden?", "Het wordt koud."])
def test_becoming_something_is_not_passive(sentence: str) -> None:
    assert not is_heavy(sentence)


ALLOWED_WORDS = [
    word for group in allowed_file().groups.values() for word in group.words if word.islower()
]


@pytest.mark.parametrize("word", ALLOWED_WORDS)
def test_an_allowed_word_needs_to_be_allowed(word: str) -> None:
    assert rare(word), f"{word} is in common use; take it out of allowed_words.yml"


def test_no_word_is_both_allowed_to_clients_and_barred() -> None:
    groups = allowed_file().groups.values()
    allowed = {
        word.lower() for group in groups if "client" in group.readers for word in group.words
    }
    assert not allowed & {term.lower() for term in jargon_file().stiff}
