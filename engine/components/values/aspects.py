"""What is asked about an instrument, and what should be different from what was shown."""

from collections.abc import Iterator

from components.values.costs import costs
from components.values.durations import durations
from components.values.found import Found, Heard
from components.values.phrases import phrases
from components.values.places import places
from components.values.starts import starts

_SAID_BY = {"kosten": costs, "duur": durations, "waar": places, "wanneer": starts}


def aspects(heard: Heard) -> Iterator[Found]:
    """The entity `aspect`, from `engine/data/aspecten.yml` and `wensen.yml`.

    A wish for something cheaper, shorter, nearer or sooner is none beside the amount, the time,
    the place or the moment itself.
    """
    yield from phrases(heard, "aspect", "aspecten")
    for wish in phrases(heard, "aspect", "wensen"):
        reader = _SAID_BY.get(str(wish.value))
        if reader is None or not any(reader(heard)):
            yield wish
