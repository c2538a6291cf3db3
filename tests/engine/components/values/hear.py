"""Reading the values of one kind from a sentence."""

from components.values.found import Heard
from components.values.readers import values


def hear(entity: str, text: str, intent: str | None = None) -> list[str | int | float]:
    """The values of `entity` in `text`, in the order of the words."""
    heard = Heard(text, intent)
    found = [value for value in values(heard) if value.entity == entity]
    assert all(0 <= value.start < value.end <= len(text) for value in found)
    return [value.value for value in found]
