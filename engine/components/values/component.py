"""The graph component that puts the values on the message as Rasa entities."""

from __future__ import annotations

from typing import Any

from components.text import is_payload, lower
from components.values.found import Found, Reader
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

READERS: tuple[Reader, ...] = ()
BY_RULE: frozenset[str] = frozenset()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Values(GraphComponent):
    """Adds the entities that follow from rules; for their names only the rules count."""

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
            learned = [
                entity
                for entity in message.get("entities") or []
                if entity["entity"] not in BY_RULE
            ]
            found = [] if is_payload(text) else values(text)
            entities = learned + [_entity(value) for value in found]
            message.set("entities", entities, add_to_output=True)
        return messages


def values(text: str) -> list[Found]:
    """Every value in `text`, in the order of the words."""
    cleaned = lower(text)
    found = {value for reader in READERS for value in reader(cleaned)}
    return sorted(found, key=lambda value: (value.start, value.end, value.entity))


def _entity(found: Found) -> dict[str, Any]:
    return {**found._asdict(), "confidence_entity": 1.0, "extractor": "Values"}
