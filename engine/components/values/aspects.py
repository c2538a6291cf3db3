"""What is asked about an instrument, and what should be different from what was shown."""

from collections.abc import Iterator
from itertools import chain

from components.values.found import Found, Heard
from components.values.phrases import phrases


def aspects(heard: Heard) -> Iterator[Found]:
    """The entity `aspect`, from `engine/data/aspecten.yml` and `wensen.yml`."""
    return chain(phrases(heard, "aspect", "aspecten"), phrases(heard, "aspect", "wensen"))
