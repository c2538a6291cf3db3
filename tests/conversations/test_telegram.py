"""The main job and the weekly question in Telegram, by taps."""

import re
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from actions.tasks.weekly import DAYS
from caseload.conversations import find_account
from caseload.models import Channel
from catalogue.choices import last
from doelenmeter.schedule import ZONE
from doelenmeter.tables import CheckIn, Goal, Score
from tests.bot.telegram.bot_api import BotApi
from tests.bot.telegram.phone import titles
from tests.conversations.chatter import Chatter
from tests.conversations.time_passes import pass_time
from tests.conversations.visitor import RIGHT, ROUTES
from tests.stack import Stack

CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
START = re.compile(r"https://t\.me/keuzehulp_bot\?start=(\S+)")
ARGUMENT = "dan hoef ik het niet alleen te doen"


@pytest.fixture
def marit(stack: Stack, telegram_server: BotApi) -> Chatter:
    """A coach who came in with a code of the administrator."""
    code = CODE.search(stack.command("invite-coach", "Marit"))
    assert code is not None
    marit = Chatter(telegram_server, 501)
    marit.says(f"/start {code[0]}", "Om wie gaat het")
    assert marit.text.startswith("Welkom Marit.")
    return marit


@pytest.fixture
def noor(marit: Chatter, telegram_server: BotApi) -> Chatter:
    """A client who scanned the picture that this coach got."""
    marit.says("nodig een cliënt uit", "Toch niet")
    marit.says("Noor", "qr-code")
    assert marit.new[-1]["photo"]
    link = START.search(marit.text)
    assert link is not None
    noor = Chatter(telegram_server, 502)
    noor.says(f"/start {link[1]}", "Wat is er aan de hand")
    assert noor.text.startswith("Welkom Noor. Marit heeft je uitgenodigd.")
    return noor


def person(stack: Stack, chatter: Chatter) -> int:
    with stack.session() as session:
        here = find_account(
            session, channel=Channel.TELEGRAM, external_id=str(chatter.phone.chat["id"])
        )
        assert here is not None
        assert here.person_id is not None
        return here.person_id


def test_a_client_chooses_by_taps(stack: Stack, telegram_server: BotApi) -> None:
    ali = Chatter(telegram_server, 601)
    ali.says("/start", "Wat is er aan de hand")
    ali.says("ik heb schulden en ik durf niet te bellen", "✕ zelfvertrouwen")
    ali.taps("✕ zelfvertrouwen", RIGHT)
    ali.taps(RIGHT, ROUTES[0])
    ali.taps(ROUTES[0])
    ali.to_the_list()
    assert "Omdat je zei" in ali.text
    first, second = re.findall(r"\d\. (.+?) – ", ali.text)[:2]

    ali.taps("Vergelijk 1 en 2", "Ik kies")
    assert f"{first}:" in ali.text
    assert f"{second}:" in ali.text
    ali.taps(f"Ik kies {first}", "eigen woorden")
    ali.says(ARGUMENT, "Wil je de lijst bewaren")
    ali.taps("Stuur mij de lijst", "Klaar")
    assert first in ali.text
    ali.taps("Klaar", "Tot ziens")

    tapped = [
        title for message in ali.phone.sees for title in titles(message) if "Gekozen" in title
    ]
    assert f"Gekozen: {ROUTES[0]}" in tapped
    with stack.session() as session:
        (choice,) = last(session, 1)
    assert choice.argument == ARGUMENT


def test_a_goal_and_a_week_by_taps(stack: Stack, marit: Chatter, noor: Chatter) -> None:
    agree_on_a_goal(noor, marit)
    noor.says("ik wil mijn check-in doen", "+1")
    noor.taps("0", "Sla over")
    noor.says("de wekker ging niet", "Ja")
    assert pictures(noor) == 1
    ask_each_week(noor)

    noor.has_read()
    pass_time(stack, timedelta(weeks=1))
    noor.waits("+1")
    assert "Noor" in noor.text
    noor.taps("+1", "Sla over")
    noor.taps("Sla over", "dit is het doel")
    assert pictures(noor) == 1
    assert scores(stack, person(stack, noor)) == [("weekly", "client", 0), ("weekly", "client", 1)]


def agree_on_a_goal(noor: Chatter, marit: Chatter) -> None:
    """Being on time: Noor makes the goal, and Marit says yes to it."""
    noor.says("ik wil een doel: op tijd op mijn werk zijn", "Ja")
    assert "Jij en je coach zien dit" in noor.text
    noor.taps("Ja")
    noor.says("3 keer per week te laat nu, ik wil hooguit 1 keer", "Op tijd zijn")
    noor.taps("Op tijd zijn")
    noor.says("3 keer per week te laat")
    noor.says("1 keer", "Over 3 maanden")
    noor.taps("Over 3 maanden", RIGHT)
    noor.taps(RIGHT, "Marit leest het")
    marit.says("hallo", "Bekijk het doel")
    marit.taps("Bekijk het doel", "Ja, dit klopt")
    marit.taps("Ja, dit klopt")


def ask_each_week(noor: Chatter) -> None:
    """Noor says yes to a message every week, on this day of the week and a little before now."""
    at = datetime.now(ZONE) - timedelta(minutes=10)
    noor.taps("Ja")
    noor.says(f"liever {DAYS[at.weekday()]} om {at:%H:%M} uur")
    if any("Ja, dat tijdstip" in titles(message) for message in noor.new):  # in the quiet hours
        noor.taps("Ja, dat tijdstip")


def pictures(chatter: Chatter) -> int:
    """How many photos came, each with its words."""
    return sum("photo" in message and bool(message["caption"]) for message in chatter.new)


def scores(stack: Stack, client_id: int) -> list[tuple[str, str, int]]:
    with stack.session() as session:
        found = session.scalars(
            select(Score)
            .join(Score.check_in)
            .join(CheckIn.goal)
            .where(Goal.client_id == client_id)
            .order_by(Score.id)
        )
        return [(score.check_in.kind, score.by, score.level) for score in found]
