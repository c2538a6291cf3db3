"""The words in exported files, from one checked data file."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from store.datafile import Record, load_data_file

FILE = Path(__file__).parent.parent / "data" / "exchange.yml"

Text = Annotated[str, Field(min_length=1)]


class Columns(Record):
    """What each column of the table is called, in the order of the columns."""

    goal: Text
    title: Text
    kenmerk: Text
    scale: Text
    state: Text
    start: Text
    target: Text
    kind: Text
    date: Text
    by: Text
    level: Text
    text: Text
    score: Text
    replaces: Text
    reason: Text
    t: Text
    helped: Text
    hindered: Text
    needed: Text
    instrument: Text


class States(Record):
    """What each state of a goal is called."""

    proposed: Text
    pipeline: Text
    active: Text
    reached: Text
    stopped: Text


class Kinds(Record):
    """What each kind of check-in is called."""

    weekly: Text
    start: Text
    progress: Text
    end: Text


class Parties(Record):
    """What everybody is called; the file says it the same to every reader."""

    client: Text
    coach: Text
    third_party: Text


class Words(Record):
    """The whole file."""

    columns: Columns
    states: States
    kinds: Kinds
    parties: Parties
    kenmerk: Text
    setting: Text
    measure: Text
    worse: Text
    remark: Text
    t_score: Text
    t_worse: Text


@cache
def load() -> Words:
    """Read and check the words, once a process. Raises DataFileError, which names the mend."""
    return load_data_file(FILE, Words)
