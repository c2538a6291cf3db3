"""Words and lemmas, with the offsets of the message as typed."""

import pytest
from components.cleaner import Cleaner
from rasa.shared.nlu.training_data.message import Message


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(Cleaner.get_default_config())


def test_the_word_joiner_is_no_word(cleaner: Cleaner) -> None:
    text = "\u2060/stop met “brieven”"
    tokens = cleaner.tokenize(Message({"text": text}), "text")
    assert [token.text for token in tokens] == ["/stop", "met", "“", "brieven", "”"]
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_lemmas_are_dutch(cleaner: Cleaner) -> None:
    tokens = cleaner.tokenize(Message({"text": "Ik Zocht hulp"}), "text")
    assert [token.lemma for token in tokens] == ["ik", "zoeken", "hulp"]
