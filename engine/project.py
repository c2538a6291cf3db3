"""Where the engine finds its inputs and leaves its model."""

import hashlib
import os
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

ENGINE = Path(__file__).resolve().parent
ROOT = Path(os.environ.get("KEUZEHULP_ROOT", ENGINE.parent))
MODELS = ROOT / "models"
MODEL = MODELS / "keuzehulp.tar.gz"
FINGERPRINT = MODELS / "keuzehulp.fingerprint"
CONFIG = ROOT / "config.yml"
TEST_STORIES = ROOT / "tests" / "stories"
STORY_REPORT = ROOT / "build" / "stories"
EXTERNAL = frozenset({"prompt_weekly", "prompt_reminder", "prompt_moment", "prompt_digest"})
"""Intents of what comes without anybody saying a word: no text and no button has them."""

# Rasa reads its environment at import: telemetry calls home, TensorFlow and SQLAlchemy chatter,
# and below level ERROR it draws progress bars.
# One of its channels asks git for its own version when it is imported, and finds our repository.
# The training cache knows the class of a component but not the files it reads, so it is off.
QUIET = {
    "GIT_CEILING_DIRECTORIES": str(ENGINE),
    "LOG_LEVEL": "ERROR",
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "RASA_MAX_CACHE_SIZE": "0",
}


def quiet() -> None:
    """Silence Rasa's telemetry and its libraries; call it before importing rasa."""
    os.environ.update(QUIET)


def domain_paths() -> list[str]:
    """The domain: `domain.yml` and one file of responses a topic."""
    return _existing(ROOT / "domain.yml", ROOT / "data" / "responses")


def training_paths() -> list[str]:
    """What Rasa learns from: examples, rules and stories."""
    return _existing(*(ROOT / "data" / name for name in ("nlu", "rules", "stories")))


def fingerprint() -> str:
    """A hash of everything a training depends on."""
    digest = hashlib.sha256(version("rasa").encode())
    for name, path in _inputs():
        digest.update(f"\0{name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_trained() -> bool:
    """Whether the model on disk was made from the inputs as they are now."""
    if not (MODEL.is_file() and FINGERPRINT.is_file()):
        return False
    return FINGERPRINT.read_text() == fingerprint()


def _inputs() -> Iterator[tuple[str, Path]]:
    yield CONFIG.name, CONFIG
    for name in [*domain_paths(), *training_paths()]:
        yield from _files(Path(name), ROOT)
    for folder in (ENGINE / "components", ENGINE / "data"):
        yield from _files(folder, ENGINE)


def _files(path: Path, base: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(base).as_posix(), file


def _existing(*paths: Path) -> list[str]:
    return [str(path) for path in paths if path.exists()]
