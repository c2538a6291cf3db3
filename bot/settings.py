"""Settings from the environment or from `.env`, checked at start, and the shared secret."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.texts import load, say
from caseload.retention import Periods

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "KEUZEHULP_"
SECRET_BYTES = 32
DRIVERS = frozenset({"sqlite", "sqlite+pysqlite", "postgresql+psycopg"})

Port = Annotated[int, Field(ge=1, le=65535)]
Days = Annotated[int, Field(ge=1, le=36_500)]


class SettingsError(Exception):
    """A setting is wrong; the message names it and can be shown as it is."""


class Settings(BaseSettings):
    """All settings. In the environment each has the prefix KEUZEHULP_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=ROOT / ".env", env_ignore_empty=True, extra="ignore"
    )

    host: str = "127.0.0.1"
    port: Port = 8080
    engine_port: Port = 5005
    actions_port: Port = 5055
    engine_url: str | None = None
    actions_url: str | None = None
    database_url: str = ""
    secret: Annotated[SecretStr, Field(min_length=16)] | None = None
    var: Path = Path("var")
    site: str = ""
    demo: bool = False
    keep_conversations: Days = 180
    keep_requests: Days = 90
    keep_invites: Days = 30
    keep_handovers: Days = 365
    keep_people: Days = 730
    sweep_seconds: Annotated[float, Field(ge=1)] = 15.0
    telegram_token: SecretStr | None = None
    telegram_api: str = "https://api.telegram.org"
    telegram_webhook: bool = False

    @model_validator(mode="after")
    def _complete(self) -> Self:
        self.var = (ROOT / self.var).resolve()
        url = make_url(self.database_url or f"sqlite:///{self.var / 'keuzehulp.db'}")
        if url.drivername not in DRIVERS:
            raise ArgumentError
        if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
            url = url.set(database=str(ROOT / str(url.database)))
        self.database_url = url.render_as_string(hide_password=False)
        self.site = self.site.rstrip("/") or self.address
        self.telegram_api = self.telegram_api.rstrip("/")
        ports = [self.port, self.engine_port, self.actions_port]
        if len(set(ports)) < len(ports):
            raise ValueError(say("cli.error.same_ports"))
        return self

    @property
    def periods(self) -> Periods:
        """How long things are kept."""
        return Periods(
            conversations=timedelta(days=self.keep_conversations),
            requests=timedelta(days=self.keep_requests),
            invites=timedelta(days=self.keep_invites),
            handovers=timedelta(days=self.keep_handovers),
            people=timedelta(days=self.keep_people),
        )

    @property
    def address(self) -> str:
        """Where somebody on this machine opens the page."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104
        return f"http://{host}:{self.port}"


def load_settings() -> Settings:
    """Read and check the settings. Raises SettingsError that names each wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [
            say(
                "cli.error.setting",
                name=PREFIX + "_".join(str(part) for part in problem["loc"]).upper(),
                problem=_in_words(problem["type"], problem.get("ctx", {}), problem["msg"]),
            )
            if problem["loc"]
            else problem["msg"].removeprefix("Value error, ")
            for problem in error.errors(include_input=False, include_url=False)
        ]
        raise SettingsError("\n".join(lines)) from None
    except ArgumentError:
        raise SettingsError(
            say(
                "cli.error.setting",
                name=f"{PREFIX}DATABASE_URL",
                problem=say("cli.error.database_url"),
            )
        ) from None


def _in_words(kind: str, limits: Mapping[str, Any], otherwise: str) -> str:
    """What is wrong with a value, in Dutch for each kind of error that our settings can have."""
    problems = load("cli")["problem"]
    return say(f"cli.problem.{kind}", **limits) if kind in problems else otherwise


def shared_secret(settings: Settings) -> str:
    """Give the secret between our own processes: from the settings, else from `var/secret`.

    The file is made once, with mode 0600. Two processes that start together get the same one.
    Raises OSError when the folder cannot be written.
    """
    if settings.secret is not None:
        return settings.secret.get_secret_value()
    path = settings.var / "secret"
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(SECRET_BYTES))
    path.chmod(0o600)
    secret = path.read_text(encoding="ascii").strip()
    if len(secret) < SECRET_BYTES:
        raise SettingsError(say("cli.error.secret_file", path=path))
    return secret


def _write_once(path: Path, text: str) -> None:
    """Make a file as a whole or not at all; whoever is first wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
        path.hardlink_to(name)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
