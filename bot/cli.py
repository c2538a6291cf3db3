"""The command line: every command of the keuzehulp. `./keuzehulp --help` lists them."""

import asyncio
import errno
import functools
import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import Annotated, ParamSpec

import typer
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot import narrow as narrowing
from bot import records, services, terminal, upkeep
from bot.database import database
from bot.engine import Engine, EngineError
from bot.gateway import now
from bot.launch import Progress, launch, serving_engine
from bot.links import demo_links
from bot.settings import SettingsError, load_settings, shared_secret
from bot.telegram.name import bot_name
from bot.texts import say
from bot.understand import understand as read_lines
from caseload.models import Role
from caseload.rights import NotFoundError
from doelenmeter import scales as goal_scales
from doelenmeter.exchange.files import Format

P = ParamSpec("P")

INTERRUPTED = 130
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


class As(StrEnum):
    """Who talks in a terminal."""

    CLIENT = "client"
    COACH = "coach"


def _help(name: str) -> str:
    return say(f"cli.help.{name}")


AsJson = Annotated[bool, typer.Option("--json", help=_help("json"))]


@app.callback(help=_help("app"))
def _app() -> None:
    """Turn the signals that end a program into the one that Python cleans up after."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, _stop)


def command(name: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Make a command of a function: its help from the texts, its errors one clear line."""

    def register(function: Callable[P, None]) -> Callable[P, None]:
        @functools.wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                function(*args, **kwargs)
            except KeyboardInterrupt:
                raise typer.Exit(INTERRUPTED) from None
            except BrokenPipeError:
                raise  # whoever read our output has seen enough; typer ends quietly
            except (SettingsError, services.ServiceError, narrowing.NarrowError) as error:
                _fail(str(error))
            except NotFoundError:
                _fail(say("cli.error.no_client"))
            except EngineError:
                _fail(say("cli.error.no_answer"))
            except SQLAlchemyError as error:
                _fail(say("cli.error.database", problem=services.first_line(error)))
            except OSError as error:
                _fail(_file_problem(error))

        return app.command(name, help=_help(name))(guarded)

    return register


@command("run")
def run() -> None:
    """Start everything and serve until a signal comes."""
    launch(load_settings(), Progress(sys.stdout), now)


@command("chat")
def chat(
    role: Annotated[As, typer.Option("--as", help=_help("as_chat"))] = As.CLIENT,
    session: Annotated[str | None, typer.Option(help=_help("session"))] = None,
) -> None:
    """Talk in the terminal, with a person or with a script."""
    settings = load_settings()
    secret = shared_secret(settings)
    with (
        serving_engine(settings, "chat", Progress(sys.stderr)) as url,
        database(settings.database_url) as factory,
    ):
        who = terminal.visitor(factory, Role(role.value), session, now())
        terminal.chat(
            lambda: Engine(url, secret),
            factory,
            now,
            who,
            folder=settings.var / "gegevens",
            site=settings.site,
            bot=asyncio.run(bot_name(settings)),
            source=sys.stdin.buffer,
            out=sys.stdout,
        )


@command("understand")
def understand(
    role: Annotated[As, typer.Option("--as", help=_help("as_understand"))] = As.CLIENT,  # noqa: ARG001
) -> None:
    """Tell what the model makes of each line."""
    settings = load_settings()
    secret = shared_secret(settings)
    with serving_engine(settings, "understand", Progress(sys.stderr)) as url:
        read_lines(lambda: Engine(url, secret), source=sys.stdin.buffer, out=sys.stdout)


@command("narrow")
def narrow(
    *,
    route: Annotated[str | None, typer.Option(help=_help("route"))] = None,
    kenmerk: Annotated[list[str] | None, typer.Option(help=_help("kenmerk"))] = None,
    niet: Annotated[list[str] | None, typer.Option(help=_help("niet"))] = None,
    gemeente: Annotated[str | None, typer.Option(help=_help("gemeente"))] = None,
    max_kosten: Annotated[int | None, typer.Option(help=_help("max_kosten"))] = None,
    max_weken: Annotated[int | None, typer.Option(help=_help("max_weken"))] = None,
    max_wacht: Annotated[int | None, typer.Option(help=_help("max_wacht"))] = None,
    doelgroep: Annotated[list[str] | None, typer.Option(help=_help("doelgroep"))] = None,
    vorm: Annotated[str | None, typer.Option(help=_help("vorm"))] = None,
    every: Annotated[bool, typer.Option("--all", help=_help("all"))] = False,
    as_json: AsJson = False,
) -> None:
    """Search the catalogue by conditions."""
    typed = narrowing.Conditions(
        route=route,
        kenmerk=kenmerk or (),
        niet=niet or (),
        gemeente=gemeente,
        max_kosten=max_kosten,
        max_weken=max_weken,
        max_wacht=max_wacht,
        doelgroep=doelgroep or (),
        vorm=vorm,
        all=every,
    )
    with _database() as session:
        result = narrowing.narrow(session, narrowing.known(session, typed))
    typer.echo(_json(result) if as_json else narrowing.as_text(result))


@command("choices")
def choices(
    number: Annotated[int, typer.Argument(min=1, help=_help("number"))] = 1,
    *,
    last: Annotated[bool, typer.Option("--last", help=_help("last"))] = False,
    as_json: AsJson = False,
) -> None:
    """Show stored choices, newest first."""
    with _database() as session:
        found = records.choices(session, number if last else None)
    _show(found, as_json, records.choice_as_text, say("cli.choices.none"))


@command("requests")
def requests(as_json: AsJson = False) -> None:
    """Show who waits for a person."""
    with _database() as session:
        found = records.requests(session)
    _show(found, as_json, records.request_as_text, say("cli.requests.none"))


@command("prompts")
def prompts(as_json: AsJson = False) -> None:
    """Count the prompts, and name those of which nobody knows whether they arrived."""
    with _database() as session:
        found = records.prompts(session)
    typer.echo(_json(found) if as_json else records.prompts_as_text(found))


@command("figures")
def figures(as_json: AsJson = False) -> None:
    """Show the counts for management: no names, and no number of a small group."""
    with _database() as session:
        found = records.figures(session)
    typer.echo(_json(found) if as_json else records.figures_as_text(found))


@command("migrate")
def migrate() -> None:
    """Bring the database up to date and fill the catalogue."""
    typer.echo(say("cli.run.catalogue", version=services.prepare(load_settings())))


@command("links")
def links() -> None:
    """Show the demo links of the running gateway."""
    settings = load_settings()
    if not settings.demo:
        _fail(say("cli.error.no_demo"))
    for role, link in demo_links(shared_secret(settings), settings.address).items():
        typer.echo(say("cli.run.demo", role=role.value, link=link))


@command("scales")
def scales(as_json: AsJson = False) -> None:
    """Show the scales on which goals are scored, the worst level first."""
    typer.echo(_json(goal_scales.as_json()) if as_json else goal_scales.as_text())


@command("invite-coach")
def invite_coach(name: Annotated[str, typer.Argument(help=_help("name"))]) -> None:
    """Make a way in for a coach and show it, this once."""
    if not name.strip():
        _fail(say("cli.error.no_name"))
    settings = load_settings()
    services.prepare(settings)
    with database(settings.database_url) as factory:
        typer.echo(upkeep.invite_coach(factory, settings.site, name, now=now()))


@command("export")
def export(
    client: Annotated[int, typer.Option(help=_help("export_client"))],
    coach: Annotated[int, typer.Option("--as-coach", help=_help("export_coach"))],
    *,
    form: Annotated[Format, typer.Option("--format", help=_help("export_format"))] = Format.CSV,
    to: Annotated[Path, typer.Option(help=_help("export_to"))] = Path(),
) -> None:
    """Write a client's goals and scores to a file, as far as their coach may see them."""
    with _database() as session:
        path = upkeep.export(session, client, coach, form=form, folder=to, now=now())
    typer.echo(say("cli.export.done", path=path))


@command("tidy")
def tidy() -> None:
    """Remove what is older than its period, in our tables and at the engine."""
    settings = load_settings()
    secret = shared_secret(settings)
    with (
        serving_engine(settings, "tidy", Progress(sys.stderr)) as url,
        database(settings.database_url) as factory,
    ):
        periods = settings.periods
        typer.echo(upkeep.tidy(factory, lambda: Engine(url, secret), periods, now=now()))


@contextmanager
def _database() -> Iterator[Session]:
    """Give a session to read from, on a database that is up to date."""
    settings = load_settings()
    services.prepare(settings)
    with database(settings.database_url) as factory, factory() as session:
        yield session


def _show(
    found: list[records.Row], as_json: bool, as_text: Callable[[records.Row], str], none: str
) -> None:
    """Print one line of JSON for each row, or one text; without rows JSON prints nothing."""
    for row in found:
        typer.echo(_json(row) if as_json else as_text(row))
    if not found and not as_json:
        typer.echo(none)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _file_problem(error: OSError) -> str:
    path = error.filename or ""
    if error.errno == errno.ENOSPC:
        return say("cli.error.disk", path=path)
    return say("cli.error.folder", path=path, problem=error.strerror)


def _fail(line: str) -> None:
    typer.echo(line, err=True)
    raise typer.Exit(1)
