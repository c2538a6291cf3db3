"""What is asked about an instrument, and what should be different from what was shown."""

import re
from collections.abc import Iterator

from components.values.costs import costs
from components.values.durations import durations
from components.values.found import Found, Heard
from components.values.groups import groups
from components.values.phrases import phrases
from components.values.places import places
from components.values.starts import starts

_SAID_BY = {"kosten": costs, "duur": durations, "waar": places, "wanneer": starts}
_ASKED_BY = {"waar": places, "voorwaarden": groups}
_WHETHER = re.compile(
    r"(?:^|[,.:] |\ben )(?:is|zit|zitten|kan|mag|bestaat|heeft|wordt|staat|neemt)\b|\book\b"
)


def aspects(heard: Heard) -> Iterator[Found]:
    """The entity `aspect`, from `engine/data/aspecten.yml` and `wensen.yml`.

    A wish for something cheaper, shorter, nearer or sooner is none beside the amount, the time,
    the place or the moment itself.
    """
    asked = list(phrases(heard, "aspect", "aspecten"))
    yield from asked or _by_example(heard)
    for wish in phrases(heard, "aspect", "wensen"):
        reader = _SAID_BY.get(str(wish.value))
        if reader is None or not any(reader(heard)):
            yield wish


def _by_example(heard: Heard) -> Iterator[Found]:
    """What "is it in Tiel as well?" and "also for nuggers?" ask, by the place and the group."""
    if heard.intent == "instrument_details" and _WHETHER.search(heard.text):
        for aspect, reader in _ASKED_BY.items():
            example = next(reader(heard), None)
            if example:
                yield Found("aspect", aspect, example.start, example.end)
