"""How long training takes: ours and the starter bot's, one after the other, from nothing.

Both take a minute or more, so the seconds are kept and a later run shows them again, as long as
our model is the same. `ONLY=training` measures one time more; the medians are shown.
"""

import json
import shutil
import tempfile
from pathlib import Path
from statistics import median

from bot.services import ENGINE_PYTHON
from bot.settings import PREFIX, ROOT
from tests.bench.machine import CACHE, finish, load, running, say
from tests.bench.peer import starter
from tests.bench.report import Figure

INPUTS = ("config.yml", "domain.yml", "data")
FINGERPRINT = ROOT / "models" / "keuzehulp.fingerprint"
KEPT = CACHE / "training.json"


def figures() -> list[Figure]:
    """Show what was measured for this model; measure when nothing was."""
    if not _kept():
        _measure()
    kept = _kept()
    ours, peer = (median(pair[who] for pair in kept) for who in ("ours", "peer"))
    return [Figure("training", ours, peer, "s", len(kept))]


def again() -> list[Figure]:
    """Measure one time more, and show all."""
    _measure()
    return figures()


def make_starter() -> None:
    """See to it that the starter bot is there; making it is a training to time."""
    if not starter.is_made():
        _measure()


def _measure() -> None:
    say(f"training ours ({load()})")
    ours = _train_ours()
    say(f"training the starter bot ({load()})")
    pair = {"model": FINGERPRINT.read_text(), "ours": ours, "peer": starter.make()}
    KEPT.write_text(json.dumps([*_kept(), pair], indent=2) + "\n", encoding="utf-8")


def _train_ours() -> float:
    """Train on a copy of our data, so that the model in use stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        for name in INPUTS:
            source, copy = ROOT / name, Path(folder) / name
            (shutil.copytree if source.is_dir() else shutil.copyfile)(source, copy)
        command = (str(ENGINE_PYTHON), str(ROOT / "engine" / "train.py"), "--force")
        with running("training", command, folder=ROOT, env={f"{PREFIX}ROOT": folder}) as child:
            return finish(child)


def _kept() -> list[dict[str, float]]:
    """Read what was measured before for the model as it is now."""
    if not KEPT.exists():
        return []
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    return [pair for pair in kept if pair["model"] == FINGERPRINT.read_text()]
