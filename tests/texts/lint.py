"""Whether a text reads easily: Dutch B1, to je, in short active sentences of known words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache

from tests.texts.reading import Buttons, Text
from tests.texts.sentences import said, sentences, words
from tests.texts.vocabulary import Vocabulary, jargon_file, vocabulary

MOST_WORDS = 15
MOST_SENTENCES = 3
MOST_BUTTONS = 5
LONGEST_TITLE = 40
SENTENCES_PER_PASSIVE = 3

LONG_MESSAGES = (
    "utter_advice",  # a list of instruments
    "utter_list",
    "utter_details*",
    "utter_compare",
    "utter_scale*",
    "utter_crisis",  # a list of telephone numbers
    "utter_*_info",  # a page that somebody asked for
)
"""Messages that may say more than three sentences."""

_FORMAL = re.compile(r"\b(?:u|uw|uzelf)\b(?!\+)", re.IGNORECASE)
_WILL = re.compile(r"\b(?:zal|zult|zullen|zou|zouden)\b", re.IGNORECASE)
_BECOME = re.compile(r"\b(?:word|wordt|worden|werd|werden|geworden)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\b(?:\w{0,6}ge\w{2,}|(?:be|ver|ont|her)\w{2,})(?:d|t|en)\b")
_NO_PARTICIPLE = frozenset(
    {"beeld", "begin", "bent", "bericht", "berichten", "best", "ergens", "gebied", "geduld"}
    | {"gegevens", "geld", "geluid", "gemeenten", "gesprekken", "gevoelens", "geworden", "gezond"}
    | {"herfst", "negen", "tegen", "verkeerd", "verstand"}
)
"""Words that look like a participle."""
_CAPITALS = re.compile(r"\b[A-ZÀ-Ý]{2,}\b")
_ADDRESS = re.compile(r"\S+(?:@|=|://)\S+|--\w+|\{[^{}]*\}")
_TROUBLE = re.compile(
    r"\b(?:sorry|helaas|fout|mis|misging|mislukt\w*|kapot|gevaar|112|113|erg|vervelend|jammer|nood"
    r"|boos|bang|pijn|schuld\w*|vind ik niets|(?:lukt|begrijp|kan|weet|snap)\b.{0,30}\bniet"
    r"|niet\b.{0,30}\bgelukt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that does not read well, and the mend."""

    file: str
    line: int
    rule: str
    key: str
    what: str
    sentence: str
    mend: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: {self.key}: {self.what}: “{self.sentence}”; {self.mend} "
            f"[{self.rule}]"
        )


def check(text: Text) -> list[Finding]:
    """Everything in a text that does not read well."""
    rules = FOR_NAMES if text.kind == "name" else FOR_TEXTS
    return [finding for rule in rules for finding in rule(text)]


def check_buttons(buttons: Buttons) -> list[Finding]:
    """Whether there are more buttons under a message than people oversee."""
    if buttons.count <= MOST_BUTTONS:
        return []
    what = f"has {buttons.count} buttons"
    mend = f"keep at most {MOST_BUTTONS}"
    return [Finding(buttons.file, buttons.line, "buttons", buttons.key, what, "", mend)]


def _finding(text: Text, rule: str, what: str, sentence: str, mend: str) -> Finding:
    return Finding(text.file, text.line, rule, text.key, what, sentence, mend)


def _length(text: Text) -> Iterator[Finding]:
    for sentence in sentences(text.text):
        count = len(words(sentence, vocabulary(text.reader).names))
        if count > MOST_WORDS:
            mend = f"cut it into sentences of at most {MOST_WORDS}"
            yield _finding(text, "length", f"{count} words", sentence, mend)


def _formal(text: Text) -> Iterator[Finding]:
    for sentence in sentences(text.text):
        if found := _FORMAL.search(sentence):
            yield _finding(text, "je", f"says {found[0]!r}", sentence, "write je, jij or jouw")


def _capitals(text: Text) -> Iterator[Finding]:
    known = vocabulary(text.reader)
    for sentence in sentences(text.text):
        for found in _CAPITALS.findall(_ADDRESS.sub(" ", sentence)):
            if found not in known.capitals:
                mend = "write small letters"
                yield _finding(text, "capitals", f"shouts {found!r}", sentence, mend)


def _cheer(text: Text) -> Iterator[Finding]:
    if "!" in text.text and (found := _TROUBLE.search(text.text)):
        cheer = next(sentence for sentence in sentences(text.text) if "!" in sentence)
        what = f"cheers beside trouble ({found[0]!r})"
        yield _finding(text, "cheer", what, cheer, "end it with a point")


def _message(text: Text) -> Iterator[Finding]:
    if text.message is None or any(fnmatch(text.message, long) for long in LONG_MESSAGES):
        return
    count = said(text.text)
    if count > MOST_SENTENCES:
        mend = f"say at most {MOST_SENTENCES} in one message"
        yield _finding(text, "message", f"{count} sentences", text.text.strip(), mend)


def _title(text: Text) -> Iterator[Finding]:
    if text.kind == "title" and len(text.text) > LONGEST_TITLE:
        what, mend = f"{len(text.text)} characters", f"make it at most {LONGEST_TITLE}"
        yield _finding(text, "title", what, text.text, mend)


def _rare(text: Text) -> Iterator[Finding]:
    known = vocabulary(text.reader)
    for sentence in sentences(text.text):
        for word in _plain_words(sentence, known):
            if known.rare(word) and not _explained(text, word):
                mend = "use a known word, or explain it in the same text"
                yield _finding(text, "rare", f"rare word {word!r}", sentence, mend)


def _plain_words(sentence: str, known: Vocabulary) -> Iterable[str]:
    without_names = sentence
    for name in known.names:
        without_names = without_names.replace(name, " ")
    bare = _ADDRESS.sub(" ", without_names)
    return (word for word in words(bare) if re.sub(r"[-'/]", "", word).isalpha())


def _jargon(text: Text) -> Iterator[Finding]:
    jargon = jargon_file()
    for sentence in sentences(text.text):
        for term, plain in jargon.stiff.items():
            if found := _term(term).search(sentence):
                mend = f"write {plain!r}"
                yield _finding(text, "stiff", f"stiff word {found[0]!r}", sentence, mend)
        if text.reader != "client":
            continue
        for term, plain in jargon.trade.items():
            found = _term(term).search(sentence)
            if found and not _explained(text, term):
                what = f"word of the trade {found[0]!r}"
                mend = f"write {plain!r}, or explain it in the same text"
                yield _finding(text, "jargon", what, sentence, mend)


@cache
def _term(term: str) -> re.Pattern[str]:
    return re.compile(_letters(term), re.IGNORECASE)


def _letters(term: str) -> str:
    """Make a pattern for a word and its plural; a * stands for any letters."""
    letters = re.escape(term).replace(r"\*", r"\w*")
    return rf"(?<!\w){letters}(?:en|s|'s|e)?(?!\w)"


def _explained(text: Text, term: str) -> bool:
    """Whether the reader finds a meaning: in what is shown with it, or as an entry by its name."""
    entry = text.key.rpartition(".")[2]
    return bool(_term(term).fullmatch(entry)) or explains(text.together or text.text, term)


def explains(text: str, term: str) -> bool:
    """Whether a text says what a word means: "Coping is …", "Dat heet coping", "coping (…)"."""
    w = _letters(term)
    forms = (
        rf"{w} (?:is|zijn|betekent|gaat over|heet)\b",
        rf"\b(?:heet|heten|noemen we|noem je)(?: een| het| de)? {w}",
        rf"{w}[.,:] (?:dat|dit) (?:is|zijn|betekent|heet)\b",
        rf"{w} \(",
        rf"\((?:een |het |de )?{w}\)",
        rf"\b(?:bij|met|in) (?:een|het|de) {w} \w+ je\b",
    )
    return any(re.search(form, text, re.IGNORECASE) for form in forms)


def _passive(text: Text) -> Iterator[Finding]:
    every = sentences(text.text)
    heavy = [sentence for sentence in every if is_heavy(sentence)]
    if len(heavy) * SENTENCES_PER_PASSIVE > len(every):
        what = f"zullen or worden in {len(heavy)} of {len(every)} sentences"
        yield _finding(text, "active", what, heavy[0], "say who does it, in the present")


def is_heavy(sentence: str) -> bool:
    """Whether a sentence is in the passive or leans on zullen; "beter worden" is neither."""
    if _WILL.search(sentence):
        return True
    clauses = re.split(r"[,;]", sentence.lower())
    return any(
        _BECOME.search(clause) and set(_PARTICIPLE.findall(clause)) - _NO_PARTICIPLE
        for clause in clauses
    )


Rule = Callable[[Text], Iterable[Finding]]
FOR_NAMES: tuple[Rule, ...] = (_length, _formal, _capitals, _cheer, _message, _title)
FOR_TEXTS: tuple[Rule, ...] = (*FOR_NAMES, _rare, _jargon, _passive)
