"""Instruments to find out where somebody stands: what each tells, what it takes, and its source."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from store.datafile import Record, load_data_file

DEFAULT = Path(__file__).parent / "data" / "diagnosis.yml"

SPECIALIST = ("3.1.1", "3.1.5", "3.2")
"""Kenmerken, with all below them, on which only a psychologist or a doctor tells."""

Text = Annotated[str, Field(min_length=1)]
Hours = Annotated[float, Field(gt=0)]


class DiagnosisInstrument(Record):
    """One of them."""

    name: Text
    measures: Text
    how: Text
    client_hours: Hours
    coach_hours: Hours
    training: bool
    good: Text
    careful: Text
    kenmerken: tuple[Text, ...]


class DiagnosisInstruments(Record):
    """All of them, and the study that the facts are from."""

    source: Text
    words: Mapping[str, tuple[Text, ...]]
    instruments: tuple[DiagnosisInstrument, ...]

    def named(self, text: str) -> tuple[str, ...]:
        """The kenmerken that somebody wants to find out about, by the words for them."""
        lowered = text.casefold()
        return tuple(
            code for code, words in self.words.items() if any(word in lowered for word in words)
        )

    def fitting(self, kenmerken: Collection[str]) -> tuple[DiagnosisInstrument, ...]:
        """Those that tell about any of these; who tells most comes first, then who asks least."""
        matched = {one.name: len(set(kenmerken) & set(one.kenmerken)) for one in self.instruments}
        return tuple(
            sorted(
                (one for one in self.instruments if matched[one.name]),
                key=lambda one: (-matched[one.name], one.client_hours, one.name),
            )
        )


def for_specialist(kenmerk: str) -> bool:
    """Whether research on this is left to a psychologist or a doctor."""
    return any(kenmerk == code or kenmerk.startswith(f"{code}.") for code in SPECIALIST)


@cache
def load(path: Path = DEFAULT) -> DiagnosisInstruments:
    """Read and check the file; DataFileError names file, line and mend."""
    return load_data_file(path, DiagnosisInstruments)
