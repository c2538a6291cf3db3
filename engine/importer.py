"""How training reads the examples."""

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method


class Once(RasaFileImporter):
    """Reads the examples once, though Rasa asks for them with a language and without."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:  # noqa: ARG002
        """All examples; their files name no language."""
        return self._examples()

    @cached_method
    def _examples(self) -> TrainingData:
        return super().get_nlu_data()
