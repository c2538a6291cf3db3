"""What every component of ours that learns and is kept on disk does the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

C = TypeVar("C", bound="Stored")


class Stored:
    """A component that is made from its settings, and brought back from its own folder."""

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        raise NotImplementedError

    def restore(self, folder: Path) -> None:
        """Take back what training wrote into this folder."""
        raise NotImplementedError

    @classmethod
    def create(
        cls: type[C],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  Rasa passes it by name
    ) -> C:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[C],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  Rasa passes it by name
        **kwargs: Any,  # noqa: ARG003
    ) -> C:
        """The component as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.restore(folder)
        return component
