"""The training data as a whole: no phrase twice, none with two meanings, none of the evaluation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from components.kenmerken import codes_of
from evaluation import phrases
from harness import ROOT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

ALIKE = 0.93
BLOCK = 200  # phrases compared with others at once; more take gigabytes
LONG = 4  # words; shorter turns ("ja graag") are often said alike


@pytest.fixture(scope="module")
def examples() -> list[Message]:
    return load_data(str(ROOT / "data" / "nlu")).intent_examples


def plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s+-]", " ", text.lower()).split())


def meaning(example: Message) -> tuple[str, tuple[str, ...]]:
    return example.get("intent"), tuple(sorted(codes_of(example) or ()))


def test_no_phrase_has_two_meanings(examples: list[Message]) -> None:
    meanings = defaultdict(set)
    for example in examples:
        meanings[plain(example.get("text")) or example.get("text")].add(meaning(example))
    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}


def test_no_phrase_is_nearly_another(examples: list[Message]) -> None:
    texts = sorted({plain(example.get("text")) for example in examples})
    texts = [text for text in texts if len(text.split()) >= LONG]
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), dtype=np.float32)
    rows = letters.fit_transform(texts)
    assert [(texts[one], texts[other]) for one, other in twins(rows)] == []


def twins(rows: csr_matrix) -> Iterator[tuple[int, int]]:
    """Pairs of rows, of length 1 each, that are more than ALIKE."""
    rare, columns = rarest(rows), rows.T.tocsr()
    for first in range(0, rows.shape[0], BLOCK):
        shared = (rare[first : first + BLOCK] @ columns).tocoo()
        one, other = shared.row + first, shared.col
        one, other = one[one < other], other[one < other]
        alike = np.asarray(rows[one].multiply(rows[other]).sum(axis=1)).ravel() > ALIKE
        yield from zip(one[alike], other[alike], strict=True)


def rarest(rows: csr_matrix) -> csr_matrix:
    """Of each row the rarest letters: what is left out weighs so little that any twin has one."""
    common = np.bincount(rows.indices, minlength=rows.shape[1])
    rare = rows.copy()
    for start, end in pairwise(rows.indptr):
        by_rarity = start + np.argsort(common[rows.indices[start:end]])
        weight = np.cumsum(rows.data[by_rarity] ** 2)
        rare.data[by_rarity[np.searchsorted(weight, 1 - ALIKE**2) + 1 :]] = 0
    rare.eliminate_zeros()
    return rare


def test_twins_are_found() -> None:
    texts = ["ik zoek werk in de zorg", "ik zoek een cursus", "Ik zoek werk in de zorg"]
    rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3)).fit_transform(texts)
    assert list(twins(rows)) == [(0, 2)]


def test_nothing_of_the_evaluation_is_trained_on(examples: list[Message]) -> None:
    trained = {plain(example.get("text")) for example in examples}
    held_out = ROOT / "tests" / "nlu"
    halves = (*phrases.load(held_out), *phrases.load(held_out / "development"))
    kept_apart = {plain(phrase.text) for phrase in halves}
    assert {text for text in trained & kept_apart if len(text.split()) >= LONG} == set()


def test_there_is_enough_of_everything(examples: list[Message]) -> None:
    intents, codes = defaultdict(int), defaultdict(int)
    for example in examples:
        intents[example.get("intent")] += 1
        for code in codes_of(example) or ():
            codes[code] += 1
    assert {name: count for name, count in intents.items() if count < 40} == {}
    assert {code: count for code, count in codes.items() if count < 60} == {}
    assert len(codes) == 29
    assert np.sum(list(intents.values())) > 7000
