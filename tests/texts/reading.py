"""Find every text that a person reads in the data files: where it stands and who reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, Literal

from store.datafile import ROOT, Location, Source, read
from tests.texts.vocabulary import Reader

Kind = Literal["text", "title", "name"]
"""A title is on a button; a name is a proper name or an address."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text and what is needed to judge it."""

    file: str
    line: int
    key: str
    text: str
    reader: Reader
    kind: Kind = "text"
    message: str | None = None
    """The name of the chat message that this text is."""
    together: str = ""
    """Everything the reader sees with it; a word may be explained there."""


@dataclass(frozen=True, slots=True)
class Buttons:
    """The buttons under one chat message."""

    file: str
    line: int
    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """Files of one kind. Paths are patterns from the root of the repository."""

    files: str
    reader: Reader = "client"
    skip: frozenset[str] = frozenset()
    """Keys below which nothing is read by people."""
    names: frozenset[str] = frozenset()
    coach: frozenset[str] = frozenset({"coach"})
    """Keys below which a coach reads."""
    entry: int = 99
    """How many steps into the file lead to what is shown together: 0 is the whole file."""


PLACES = (
    Place(
        "catalogue/data/kenmerken.yml",
        skip=frozenset({"code", "policy", "group", "words", "means"}),
        coach=frozenset({"coach", "label"}),
        entry=2,
    ),
    Place(
        "catalogue/data/instruments/*.yml",
        # The name is kind and provider; who it is for is a code that phrases put into words.
        skip=frozenset(
            {"code", "name", "routes", "kenmerken", "doelgroepen", "form", "language_min"}
            | {"benefit", "level", "gemeente"}
        ),
        names=frozenset({"provider", "address", "contact"}),
        coach=frozenset({"source"}),
        entry=0,
    ),
    Place(
        "catalogue/data/diagnosis.yml",
        reader="coach",
        skip=frozenset({"name", "words", "kenmerken", "training"}),
        names=frozenset({"source"}),
        entry=2,
    ),
    Place(
        "data/responses/*.yml",
        skip=frozenset({"version", "condition", "payload", "image", "custom", "metadata"}),
        entry=3,
    ),
    Place("data/texts/*.yml", skip=frozenset({"answers"})),
    Place("caseload/data/consent.yml", skip=frozenset({"code"}), entry=4),
    Place(
        "doelenmeter/data/scales.yml",
        skip=frozenset({"code", "described", "meaning", "level", "smiley", "stars", "light"}),
        names=frozenset({"name"}),
        coach=frozenset({"label"}),
    ),
    Place(
        "doelenmeter/data/standard_goals/*.yml",
        skip=frozenset({"code", "kenmerk", "type", "doelgroep"}),
        entry=2,
    ),
    Place(
        "doelenmeter/data/smart.yml",
        skip=frozenset({"code", "empty", "patterns", "numbers", "months"}),
    ),
    Place("doelenmeter/data/measures.yml", skip=frozenset({"code", "step"})),
    Place("doelenmeter/data/picture.yml", skip=frozenset({"months"})),
    Place("doelenmeter/data/exchange.yml"),
    Place("bot/data/cli.yml", reader="operator"),
    Place("bot/data/*.yml"),
)

NOT_TEXT = (
    *("data/nlu/*", "data/rules/*", "data/stories/*", "engine/data/*"),
    "data/responses/languages.yml",
    "doelenmeter/data/said.yml",
)
"""What people say to the bot and what it then does: for the machine, not for readers.

And the one file in other languages, where the rules for Dutch say nothing.
"""


def data_files() -> list[str]:
    """Every data file of the product, by its path from the root."""
    found = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("*/data/**/*.yml")}
    found |= {path.relative_to(ROOT).as_posix() for path in ROOT.glob("data/**/*.yml")}
    return sorted(f for f in found if not any(fnmatch(f, pattern) for pattern in NOT_TEXT))


def place_of(file: str) -> Place | None:
    """What kind of file it is, or None when nobody has said."""
    return next((place for place in PLACES if fnmatch(file, place.files)), None)


def texts_of(path: Path, place: Place) -> Iterator[Text]:
    """Every text in a file. Raises DataFileError when it is not YAML."""
    source = read(path)
    found = [(at, text) for at, text in _strings(source.content) if not place.skip & set(at)]
    together: dict[Location, str] = {}
    for at, text in found:
        together[at[: place.entry]] = f"{together.get(at[: place.entry], '')}{text}\n"
    for at, text in found:
        name = _message(at)
        yield Text(
            file=_shown(path),
            line=source.lines[at],
            key=".".join(map(str, at)),
            text=text,
            reader=_reader(source, at, place),
            kind="name" if place.names & set(at) else "title" if _is_title(at) else "text",
            message=name if at[-1] == "text" else None,
            together=together[at[: place.entry]],
        )


def buttons_of(path: Path) -> Iterator[Buttons]:
    """The buttons of every response in a file."""
    source = read(path)
    content = source.content or {}
    for name, variations in content.get("responses", {}).items():
        for number, variation in enumerate(variations):
            at = ("responses", name, number)
            yield Buttons(_shown(path), source.lines[at], name, len(variation.get("buttons", ())))


@cache
def texts_in(file: str) -> tuple[Text, ...]:
    """Every text of a file of the product, by its path from the root."""
    place = place_of(file)
    return tuple(texts_of(ROOT / file, place)) if place else ()


def _strings(node: Any, at: Location = ()) -> Iterator[tuple[Location, str]]:
    if isinstance(node, str):
        yield at, node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from _strings(value, (*at, str(key)))
    elif isinstance(node, list):
        for position, value in enumerate(node):
            yield from _strings(value, (*at, position))


def _reader(source: Source, at: Location, place: Place) -> Reader:
    if place.coach & set(at) or any(str(step).endswith("_coach") for step in at):
        return "coach"
    if _message(at) and _for_coach(source.content, at):
        return "coach"
    return place.reader


def _for_coach(content: Any, at: Location) -> bool:
    """Whether this variation of a response is said to coaches only."""
    conditions = content[at[0]][at[1]][at[2]].get("condition", ())
    return any(c.get("name") == "role" and c.get("value") == "coach" for c in conditions)


def _message(at: Location) -> str | None:
    return str(at[1]) if at[0] == "responses" else None


def _is_title(at: Location) -> bool:
    return at[-1] in ("title", "button", "chip") or at[0] == "buttons"


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
