"""Schema changes, up and down. There is no alembic.ini: the address comes from the caller."""

from pathlib import Path

from alembic import command
from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"


def migrate(url: str, to: str = "head") -> None:
    """Bring the database up to a revision, the newest unless told."""
    command.upgrade(_config(url), to)


def migrate_down(url: str, to: str = "base") -> None:
    """Take the database back to a revision, by default to an empty one."""
    command.downgrade(_config(url), to)


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["url"] = url
    return config
