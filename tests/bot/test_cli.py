"""The command line as somebody types it."""

import json
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer.main
from sqlalchemy import select

from bot import records
from bot.cli import app
from bot.database import database
from bot.gateway import now
from bot.settings import ROOT
from bot.texts import say
from caseload.conversations import account, conversation
from caseload.invites import redeem
from caseload.models import Channel, Conversation, Role
from caseload.people import add_person
from doelenmeter.prompt_tables import PromptKind
from doelenmeter.prompts import ask
from store.session import sessions, writing
from tests.bot.commands import Done, Run, keuzehulp
from tests.bot.fake_engine import FakeEngine
from tests.caseload.full import MARK, fill


def test_every_command_and_option_has_help() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]

    assert {
        "run",
        "chat",
        "figures",
        "understand",
        "narrow",
        "choices",
        "requests",
        "prompts",
        "migrate",
        "links",
        "scales",
        "invite-coach",
        "export",
        "tidy",
    } == {*commands}
    for name, command in commands.items():
        assert command.help == say(f"cli.help.{name}")
        for option in command.params:
            assert getattr(option, "help", None), f"{name}: {option.name} has no help"


def test_it_works_from_anywhere() -> None:
    done = keuzehulp("--help")

    assert done.returncode == 0
    assert "narrow" in done.stdout


def test_without_an_environment_it_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "keuzehulp").write_bytes((ROOT / "keuzehulp").read_bytes())
    (tmp_path / "keuzehulp").chmod(0o755)
    done = subprocess.run(
        [tmp_path / "keuzehulp"], capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 1
    assert "make build" in done.stderr


def test_without_choices_and_requests_there_is_nothing_to_show(here: Run) -> None:
    assert here("choices").stdout.strip() == say("cli.choices.none")
    assert here("choices", "--last", "--json").stdout == ""
    assert here("requests").stdout.strip() == say("cli.requests.none")


def test_prompts_are_counted_and_the_unknown_ones_named(here: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'prompts.db'}"
    assert json.loads(here("prompts", "--json", DATABASE_URL=url).stdout)["unknown"] == []
    factory = sessions(url)
    due = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
    with factory.begin() as session:
        person = add_person(session, role=Role.CLIENT, name="Rafiq", now=due)
        for state in ("unknown", "sent", "sent"):
            ask(session, person.id, kind=PromptKind.WEEKLY, due_at=due, now=due).state = state
    factory.kw["bind"].dispose()

    found = json.loads(here("prompts", "--json", DATABASE_URL=url).stdout)
    assert found["unknown"] == [{"id": 1, "due_at": due.isoformat()}]
    assert {name: count for name, count in found["states"].items() if count} == {
        "sent": 2,
        "unknown": 1,
    }
    shown = here("prompts", DATABASE_URL=url).stdout
    assert say("cli.prompts.line", id=1, when="2026-11-25 16:00") in shown
    assert "Rafiq" not in shown


def test_links_only_with_the_demo(here: Run) -> None:
    assert here("links").returncode == 1
    shown = here("links", DEMO="1", PORT="8123")
    assert shown.stdout.count("http://127.0.0.1:8123/?t=") == 2


def test_a_coach_comes_in_with_the_code_that_is_shown_once(here: Run, var: Path) -> None:
    done = here("invite-coach", "Mo  de Vries", PORT="8123")
    code, link = (line.partition(": ")[2] for line in done.stdout.splitlines()[:2])
    assert link.startswith("http://127.0.0.1:8123/?i=")

    with database(f"sqlite:///{var / 'keuzehulp.db'}") as factory, writing(factory) as session:
        door = account(session, channel=Channel.WEB, external_id="mo", now=now()).id
        person = redeem(session, secret=code, account_id=door, now=now()).person
        token = link.partition("=")[2]
        assert redeem(session, secret=token, account_id=door, now=now()).person is person

    assert (person.role, person.name) == ("coach", "Mo de Vries")


def test_a_coach_has_a_name(here: Run) -> None:
    done = here("invite-coach", " ")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == say("cli.error.no_name")


def test_an_export_is_for_the_coach_of_that_client(here: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'export.db'}"
    here("migrate", DATABASE_URL=url)
    with database(url) as factory, writing(factory) as session:
        full = fill(session)
        stranger = add_person(session, role=Role.COACH, name="Mo", now=now()).id
    folder = tmp_path / "uit"

    def export(coach: int, form: str) -> Done:
        who = ("--client", str(full.client), "--as-coach", str(coach))
        return here("export", *who, "--format", form, "--to", str(folder), DATABASE_URL=url)

    for nobody in (stranger, full.client, full.third_party, 999):
        done = export(nobody, "csv")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.strip() == say("cli.error.no_client")
    assert not folder.exists()

    for form, suffix in (("csv", "csv"), ("fhir", "json")):
        path = folder / f"doelen-{full.client}.{suffix}"
        done = export(full.coach, form)
        assert done.stdout.strip() == say("cli.export.done", path=path)
        assert MARK in path.read_text(encoding="utf-8")
        assert path.stat().st_mode & 0o777 == 0o600


def test_tidy_removes_what_is_old_here_and_at_the_engine(
    here: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    settings = {"VAR": str(tmp_path), "ENGINE_URL": engine.url, "KEEP_CONVERSATIONS": "10"}
    here("migrate", **settings)
    old, new = now() - timedelta(days=11), now() - timedelta(days=9)
    with database(f"sqlite:///{tmp_path / 'keuzehulp.db'}") as factory:
        with writing(factory) as session:
            talks = [
                conversation(
                    session,
                    account(session, channel=Channel.WEB, external_id=str(at), now=at).id,
                    now=at,
                )
                for at in (old, new)
            ]

        done = here("tidy", **settings)

        assert done.stdout.splitlines()[:3] == ["Opgeruimd.", "Mensen: 0", "Gesprekken: 1"]
        assert engine.erased == talks[:1]
        with factory() as session:
            assert session.scalars(select(Conversation.id)).all() == talks[1:]


def test_what_the_engine_keeps_is_not_forgotten_here(
    here: Run, engine: FakeEngine, tmp_path: Path
) -> None:
    settings = {"VAR": str(tmp_path), "ENGINE_URL": engine.url}
    here("migrate", **settings)
    old = now() - timedelta(days=999)
    with database(f"sqlite:///{tmp_path / 'keuzehulp.db'}") as factory:
        with writing(factory) as session:
            door = account(session, channel=Channel.WEB, external_id="x", now=old).id
            talk = conversation(session, door, now=old)

        done = here("tidy", **settings, SECRET="not the secret of the engine")

        assert done.returncode == 1
        assert done.stderr.strip() == say("cli.error.no_answer")
        with factory() as session:
            assert session.get(Conversation, talk) is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "99999"), ("PORT", "x"), ("DATABASE_URL", "nonsense"), ("SECRET", "short")],
)
def test_a_wrong_setting_is_named(here: Run, name: str, value: str) -> None:
    done = here("requests", **{name: value})

    assert done.returncode == 1
    assert f"KEUZEHULP_{name}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_cannot_be_reached_is_one_line(here: Run, tmp_path: Path) -> None:
    url = "postgresql+psycopg://nobody@127.0.0.1:1/none"
    done = here("requests", VAR=str(tmp_path), DATABASE_URL=url)

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_figures_name_nobody_and_no_small_group(here: Run, var: Path) -> None:
    here("migrate")
    done = here("figures")
    found = json.loads(here("figures", "--json").stdout)

    assert done.returncode == 0
    assert say("cli.figures.too_few") in done.stdout
    assert found["clients"] is None
    assert {"took_a_step", "check_ins", "answered"} <= found.keys()


def test_figures_show_the_share_of_a_whole() -> None:
    found = {"clients": 20, "with_a_goal": 10, "took_a_step": None}

    assert records.figures_as_text(found).splitlines() == [
        "Mensen die meetellen: 20",
        "Met een doel: 10 (50%)",
        f"Een stap vooruit: {say('cli.figures.too_few')}",
    ]
