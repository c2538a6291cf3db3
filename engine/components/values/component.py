"""The graph component that puts the values on the message as Rasa entities."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from components.intents import likeliest
from components.text import is_payload
from components.values.clients import is_name
from components.values.found import Found, Heard
from components.values.instruments import instruments
from components.values.ordinals import ordinal
from components.values.readers import values

LEARNED = frozenset({"client", "instrument", "term"})
"""Names that no list holds: what was learned from the examples counts beside the rules."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Values(GraphComponent):
    """Adds the entities that follow from rules, which go before what was learned."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],  # noqa: ARG003  Rasa passes all four by name
        model_storage: ModelStorage,  # noqa: ARG003
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> Values:
        """The component; there is nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Find the values in each message."""
        for message in messages:
            text = message.get("text") or ""
            heard = Heard(text, likeliest(message))
            read = [] if is_payload(text) else values(heard)
            learned = _believed(message.get("entities") or [], read)
            if not is_payload(text) and not any(one["entity"] == "instrument" for one in learned):
                read += [name for name in instruments(heard) if not _overlaps(_entity(name), read)]
            entities = sorted(learned + [_entity(value) for value in read], key=_place)
            message.set("entities", entities, add_to_output=True)
        return messages


def _believed(learned: list[dict[str, Any]], read: list[Found]) -> list[dict[str, Any]]:
    """Keep the learned names where no rule read something, and where they can be a name."""
    return [
        _with_number(entity)
        for entity in learned
        if entity["entity"] in LEARNED
        and not _overlaps(entity, read)
        and (entity["entity"] != "client" or is_name(entity["value"]))
    ]


def _overlaps(entity: dict[str, Any], found: list[Found]) -> bool:
    return any(value.start < entity["end"] and entity["start"] < value.end for value in found)


def _with_number(entity: dict[str, Any]) -> dict[str, Any]:
    """An instrument that is pointed at ("die tweede") by its number in the list."""
    number = ordinal(entity["value"]) if entity["entity"] == "instrument" else None
    return {**entity, "value": number or entity["value"]}


def _entity(found: Found) -> dict[str, Any]:
    return {**found._asdict(), "confidence_entity": 1.0, "extractor": "Values"}


def _place(entity: dict[str, Any]) -> tuple[int, int, str]:
    return entity["start"], entity["end"], entity["entity"]
