"""Data files: YAML in, a checked model out, and errors that name file, line and mend."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from reprlib import repr as short
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

ROOT = Path(__file__).resolve().parents[1]

Location = tuple[str | int, ...]
"""Where something stands in a file: keys of mappings and positions in lists."""

M = TypeVar("M", bound=BaseModel)


class Record(BaseModel):
    """A frozen part of a data file; a field that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a data file, and how to mend it. Lines count from 1."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.mend}"


class DataFileError(ValueError):
    """Data files with problems: all of them, one a line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file as plain values, with the line of every part.

    `nouns` says what an item of a list is called in messages: {"routes": "route"}.
    """

    path: Path
    content: Any
    lines: Mapping[Location, int]
    nouns: Mapping[str, str] = field(default_factory=dict)

    def problem(self, location: Location, what: str, mend: str) -> Problem:
        """Tell what is wrong at this place; the sentence starts with the name of the place."""
        known = next(n for n in range(len(location), -1, -1) if location[:n] in self.lines)
        line = self.lines[location[:known]]
        return Problem(_shown(self.path), line, self._name(location) + what, mend)

    def _name(self, location: Location) -> str:
        """Name a place the way people do: "route A: button ", "routes ", or nothing."""
        node, item, path = self.content, _code(self.content), ""
        for before, step in zip(("", *location), location, strict=False):
            node = _child(node, step)
            if isinstance(step, str):
                path = f"{path}.{step}" if path else step
            elif code := _code(node):
                item, path = f"{self.nouns.get(str(before), before)} {code}", ""
            else:
                path = f"{path}[{step}]"
        return (f"{item}: " if item else "") + (f"{path} " if path else "")


Rule = Callable[[Source, M], Iterable[Problem]]
"""A check on a whole file, for what no single field can tell."""


def load_data_file(
    path: Path,
    model: type[M],
    *,
    rules: Iterable[Rule[M]] = (),
    nouns: Mapping[str, str] | None = None,
) -> M:
    """Read one file and check it. Raises DataFileError with all its problems."""
    return load_data_files([path], model, rules=rules, nouns=nouns)[0]


def load_data_files(
    paths: Iterable[Path],
    model: type[M],
    *,
    rules: Iterable[Rule[M]] = (),
    nouns: Mapping[str, str] | None = None,
) -> tuple[M, ...]:
    """Read files of one kind and check them. Raises DataFileError with the problems of all."""
    rules, loaded, problems = tuple(rules), list[M](), list[Problem]()
    for path in paths:
        try:
            source = read(path, nouns=nouns)
            checked = validate(source, model)
        except DataFileError as error:
            problems.extend(error.problems)
        else:
            problems.extend(problem for rule in rules for problem in rule(source, checked))
            loaded.append(checked)
    if problems:
        raise DataFileError(problems)
    return tuple(loaded)


def read(path: Path, *, nouns: Mapping[str, str] | None = None) -> Source:
    """Read a file. Raises DataFileError when it is not YAML, OSError when it is not there."""
    yaml = YAML(typ="safe", pure=True)
    try:
        root = yaml.compose(path.read_bytes())
        content = None if root is None else yaml.constructor.construct_document(root)
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        what = error.problem if isinstance(error, MarkedYAMLError) else str(error).splitlines()[0]
        line = mark.line + 1 if mark else 1
        raise DataFileError([Problem(_shown(path), line, f"{what}", "correct the YAML")]) from error
    lines = {(): 1, **dict(_lines(root))}
    return Source(path, content, lines, nouns or {})


def validate(source: Source, model: type[M]) -> M:
    """Check a file against its model. Raises DataFileError with every problem."""
    try:
        return model.model_validate(source.content)
    except ValidationError as error:
        problems = [source.problem(e["loc"], *_explain(e)) for e in error.errors()]
        raise DataFileError(problems) from error


def _explain(error: ErrorDetails) -> tuple[str, str]:
    """Say what pydantic found, and the mend."""
    value, limits = error["input"], error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "is missing", "add it"
        case "extra_forbidden":
            return "is not a known field", "remove it or correct its name"
        case "string_too_long":
            length = limits["max_length"]
            return f"is {len(value)} characters long", f"shorten it to at most {length}"
        case "string_too_short":
            length = limits["min_length"]
            return f"is {len(value)} characters long", f"make it at least {length}"
        case "too_short":
            return f"has {limits['actual_length']} entries", f"give at least {limits['min_length']}"
        case "too_long":
            return f"has {limits['actual_length']} entries", f"give at most {limits['max_length']}"
        case "literal_error":
            return f"is {short(value)}", f"choose {limits['expected']}"
        case "string_type":
            return (
                f"is {short(value)}, not text",
                "write text in quotes",
            )
        case "model_type":
            return f"is {short(value)}, not fields", "write a name, a colon and a value"
        case "value_error":
            what, _, mend = str(limits["error"]).partition("; ")
            return what, mend or "correct it"
        case _:
            return f"is {short(value)}", error["msg"][:1].lower() + error["msg"][1:]


def _lines(node: Node | None, location: Location = ()) -> Iterator[tuple[Location, int]]:
    """List every part of a file with its line: of the key in mappings, of the value in lists."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield (*location, key.value), key.start_mark.line + 1
            yield from _lines(value, (*location, key.value))
    elif isinstance(node, SequenceNode):
        for position, value in enumerate(node.value):
            yield (*location, position), value.start_mark.line + 1
            yield from _lines(value, (*location, position))


def _child(node: Any, step: str | int) -> Any:
    try:
        return node[step]
    except (LookupError, TypeError):
        return None


def _code(node: Any) -> str:
    return str(node.get("code", "")) if isinstance(node, dict) else ""


def _shown(path: Path) -> str:
    """Name a file from the root of the repository, as it is cited everywhere."""
    path = path.resolve()
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
