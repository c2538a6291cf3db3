import threading
from pathlib import Path

import pytest

from bot.settings import ROOT, SettingsError, load_settings, shared_secret


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KEUZEHULP_VAR", str(tmp_path))
    return tmp_path


def test_without_settings_everything_stays_on_this_machine(var: Path) -> None:
    settings = load_settings()

    assert settings.address == "http://127.0.0.1:8080"
    assert settings.database_url == f"sqlite:///{var / 'keuzehulp.db'}"
    assert not settings.demo


def test_a_relative_database_is_in_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEUZEHULP_DATABASE_URL", "sqlite:///var/keuzehulp.db")

    assert load_settings().database_url == f"sqlite:///{ROOT / 'var' / 'keuzehulp.db'}"


def test_a_password_of_the_database_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql+psycopg://me:secret@db/keuzehulp"
    monkeypatch.setenv("KEUZEHULP_DATABASE_URL", url)

    assert load_settings().database_url == url


def test_three_services_cannot_share_a_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEUZEHULP_PORT", "5005")

    with pytest.raises(SettingsError):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("PORT", "abc", "geen heel getal"),
        ("PORT", "0", "minstens 1"),
        ("PORT", "99999", "hooguit 65535"),
        ("SWEEP_SECONDS", "snel", "geen getal"),
        ("DEMO", "misschien", "0 of 1"),
        ("SECRET", "kort", "minstens 16"),
        ("DATABASE_URL", "mysql://db/keuzehulp", "postgresql+psycopg://"),
        ("DATABASE_URL", "postgresql://db/keuzehulp", "postgresql+psycopg://"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, problem: str
) -> None:
    monkeypatch.setenv(f"KEUZEHULP_{name}", value)

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value).startswith(f"Instelling KEUZEHULP_{name} klopt niet: ")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_does_not_show_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEUZEHULP_SECRET", "geheim")

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert "KEUZEHULP_SECRET" in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_the_secret_is_made_once_and_is_for_nobody_else(var: Path) -> None:
    found: list[str] = []
    together = threading.Barrier(4)

    def read() -> None:
        together.wait()
        found.append(shared_secret(load_settings()))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 4
    assert len(set(found)) == 1
    assert (var / "secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in var.iterdir()] == ["secret"]


def test_a_secret_file_that_others_could_read_is_closed(var: Path) -> None:
    shared_secret(load_settings())
    (var / "secret").chmod(0o644)

    shared_secret(load_settings())

    assert (var / "secret").stat().st_mode & 0o777 == 0o600


def test_half_a_secret_is_an_error(var: Path) -> None:
    (var / "secret").write_text("half", encoding="ascii")

    with pytest.raises(SettingsError, match="secret"):
        shared_secret(load_settings())
