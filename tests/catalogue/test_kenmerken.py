"""Every kenmerk can be asked, explained and recognised, in words that people know."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.kenmerken import DEFAULT, Kenmerk, load
from store.datafile import DataFileError

TAXONOMY = load()
KENMERKEN = tuple(TAXONOMY.kenmerken.values())
POLICY_WORDS = re.compile(
    r"kenmerk|re-integratie|instrument|traject|zelfregulatie|emotieregulatie|zelfredzaamheid|coping"
    r"|belastbaarheid|motoriek|belemmering|human capital|participatie|life first|work first",
    re.IGNORECASE,
)


def sentences(text: str) -> list[list[str]]:
    return [part.split() for part in re.split(r"(?<=[.?!])\s+", text.strip())]


def client_texts(kenmerk: Kenmerk) -> Iterator[str]:
    yield kenmerk.question.client.plain
    yield kenmerk.question.client.simple
    yield kenmerk.explanation
    yield kenmerk.chip
    yield from kenmerk.examples
    yield from (answer.title for answer in kenmerk.answers)


each = pytest.mark.parametrize("kenmerk", KENMERKEN, ids=lambda kenmerk: kenmerk.code)


def test_the_taxonomy_is_whole() -> None:
    assert [route.code for route in TAXONOMY.routes] == ["A", "B", "C"]
    assert [route.policy for route in TAXONOMY.routes] == [
        "life_first",
        "human_capital_first",
        "work_first",
    ]
    per_group = {
        group.code: sum(kenmerk.group == group.code for kenmerk in KENMERKEN)
        for group in TAXONOMY.groups
    }
    assert per_group == {"1": 10, "2": 2, "3": 11, "4": 3, "5": 3}
    assert list(TAXONOMY.kenmerken) == sorted(TAXONOMY.kenmerken)


def test_no_two_buttons_say_the_same() -> None:
    for labels in (
        [kenmerk.chip for kenmerk in KENMERKEN],
        [group.button for group in TAXONOMY.groups] + [route.button for route in TAXONOMY.routes],
    ):
        assert len(set(labels)) == len(labels)


@each
def test_sentences_are_short(kenmerk: Kenmerk) -> None:
    for text in (*client_texts(kenmerk), kenmerk.question.coach.plain):
        assert all(len(sentence) <= 15 for sentence in sentences(text)), text
    assert len(sentences(kenmerk.explanation)) <= 3


@pytest.mark.parametrize("route", TAXONOMY.routes, ids=lambda route: route.code)
def test_a_route_is_explained_shortly(route) -> None:
    explained = sentences(route.explanation)
    assert len(explained) <= 3
    assert all(len(sentence) <= 15 for sentence in explained)
    assert not POLICY_WORDS.search(route.button + route.explanation)


@each
def test_a_client_never_sees_policy_words(kenmerk: Kenmerk) -> None:
    for text in client_texts(kenmerk):
        assert not POLICY_WORDS.search(text), text


@each
def test_a_client_can_answer_yes_or_no(kenmerk: Kenmerk) -> None:
    for text in (kenmerk.question.client.plain, kenmerk.question.client.simple):
        assert text.count("?") == 1, text
        assert not re.match(r"(wat|hoe|waarom|wie|welke?|wanneer)\b", text, re.IGNORECASE), text
    first, *_, last = kenmerk.answers
    assert (first.means, last.means) == ("wanted", "refused")
    assert last.title.startswith("Nee")


@each
def test_simple_words_are_fewer(kenmerk: Kenmerk) -> None:
    client = kenmerk.question.client
    assert len(client.simple.split()) < len(client.plain.split())
    assert all(len(sentence) <= 10 for sentence in sentences(client.simple))


@each
def test_a_sensitive_question_may_be_skipped(kenmerk: Kenmerk) -> None:
    client = kenmerk.question.client
    says_so = ["overslaan" in text.casefold() for text in (client.plain, client.simple)]
    assert says_so == [kenmerk.sensitive] * 2


def test_what_is_hard_to_tell_is_marked_sensitive() -> None:
    hard_to_tell = {"1.5", "3.1.4", "3.1.5", "3.3", "3.4", "4.3"}
    assert hard_to_tell <= {kenmerk.code for kenmerk in KENMERKEN if kenmerk.sensitive}


def edited(tmp_path: Path, wrong: str, right: str) -> Path:
    text = DEFAULT.read_text(encoding="utf-8")
    assert wrong in text
    path = tmp_path / "kenmerken.yml"
    path.write_text(text.replace(wrong, right, 1), encoding="utf-8")
    return path


def line_of(path: Path, words: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


@pytest.mark.parametrize(
    ("wrong", "right", "at", "told"),
    [
        (
            "chip: lezen en schrijven",
            "chip: lezen en schrijven van heel veel brieven",
            "chip: lezen en",
            "kenmerk 1.3.1: chip is 40 characters long; shorten it to at most 32",
        ),
        (
            "simple: Is rekenen moeilijk?",
            "simpel: Is rekenen moeilijk?",
            "plain: Is rekenen lastig",
            "kenmerk 1.3.3: question.client.simple is missing; add it",
        ),
        (
            "button: Meteen werk zoeken",
            "button: Meteen op zoek gaan naar werk",
            "button: Meteen",
            "route C: button is 29 characters long; shorten it to at most 28",
        ),
        (
            'code: "5.3"\n    group: "5"',
            'code: "5.3"\n    group: "6"',
            'group: "6"',
            "kenmerk 5.3: group 6 does not exist; choose one of 1, 2, 3, 4, 5",
        ),
        (
            'code: "5.3"\n    group: "5"',
            'code: "5.3"\n    group: "4"',
            'code: "5.3"',
            "kenmerk 5.3: group is 4; make it 5, as its code says",
        ),
        (
            'code: "5.3"',
            'code: "5.2"',
            "label: Sociale norm",
            "kenmerk 5.2: code stands here twice; change one",
        ),
        (
            "words: [\n      rekenen,",
            "words: [\n      dyslexie,",
            "      dyslexie, slecht in",
            "kenmerk 1.3.3: words[0] is 'dyslexie', which already stands under kenmerk 1.3.1; "
            "keep it under one",
        ),
        (
            '{title: "Nee, ik wil werken", means: refused}',
            '{title: "Nee, ik wil werken", means: wanted}',
            "Ja, ik twijfel",
            "kenmerk 5.1: answers have none that means refused; add one",
        ),
        (
            '{title: "Nee, ik wil werken", means: refused}',
            "{title: Een beetje, means: refused}",
            "Ja, ik twijfel",
            "kenmerk 5.1: answers say 'een beetje' twice; give each its own title",
        ),
        (
            "      - Je hebt nog geen cv.\n",
            "",
            "Je stuurt veel brieven",
            "kenmerk 4.1: examples has 2 entries; give at least 3",
        ),
    ],
)
def test_a_mistake_is_told_with_line_and_mend(
    tmp_path: Path, wrong: str, right: str, at: str, told: str
) -> None:
    path = edited(tmp_path, wrong, right)

    with pytest.raises(DataFileError) as caught:
        load(path)

    problem = next(p for p in caught.value.problems if str(p).endswith(told))
    assert abs(problem.line - line_of(path, at)) <= 2
    assert problem.file == str(path)


def test_a_missing_kenmerk_is_noticed(tmp_path: Path) -> None:
    text = DEFAULT.read_text(encoding="utf-8")
    path = tmp_path / "kenmerken.yml"
    path.write_text(text[: text.index('  - code: "5.3"')], encoding="utf-8")

    with pytest.raises(DataFileError, match="kenmerken has 28 entries; give at least 29"):
        load(path)


def test_too_few_words_are_noticed(tmp_path: Path) -> None:
    words = TAXONOMY.kenmerken["3.2.2"].words
    listed = DEFAULT.read_text(encoding="utf-8").split(words[0], 1)[1].split("]", 1)[0]

    with pytest.raises(
        DataFileError, match=r"kenmerk 3\.2\.2: words has 1 entries; give at least 12"
    ):
        load(edited(tmp_path, words[0] + listed, words[0]))
