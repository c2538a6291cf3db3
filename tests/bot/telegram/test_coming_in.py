"""Coming in with an invite: by the link or the picture that a coach got, or by a typed code."""

import re

from sqlalchemy.orm import Session, sessionmaker

from bot.telegram.service import Telegram
from bot.texts import say
from caseload.conversations import find_account
from caseload.invites import invite
from caseload.models import Channel, Role
from caseload.people import add_person
from store.session import writing
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine
from tests.bot.telegram.phone import Phone


async def test_an_invite_lets_a_client_in(
    telegram: Telegram,
    phone: Phone,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    clock: Clock,
) -> None:
    with writing(factory) as session:
        coach = add_person(session, role=Role.COACH, name="Sanne", now=clock())
        fresh = invite(session, by=coach.id, role=Role.CLIENT, name="Rafiq", now=clock())
    phone.says(f"/start {fresh.token}")
    welcome, greeting = await phone.gets(2)

    assert welcome.startswith("Welkom Rafiq. Sanne heeft je uitgenodigd.")
    assert greeting == "echo /greet"
    with factory() as session:
        here = find_account(session, channel=Channel.TELEGRAM, external_id="1001")
        assert here is not None
        assert here.person is not None
        assert here.person.name == "Rafiq"

    stranger = Phone(phone.api, 2002)
    stranger.says(f"/start {fresh.code}")
    assert await stranger.gets(1) == [say("telegram.refused.used")]


async def test_a_coach_gets_an_invite_that_a_client_scans_or_taps(
    telegram: Telegram,
    phone: Phone,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    clock: Clock,
) -> None:
    with writing(factory) as session:
        fresh = invite(session, by=None, role=Role.COACH, name="Sanne", now=clock())
    phone.says(f"/start {fresh.code}")
    await phone.gets(2)
    engine.plan = [[{"text": "Rafiq kan komen.", "custom": {"invite": "Rafiq"}}]]
    phone.says("nodig Rafiq uit")
    caption = (await phone.gets(3))[2]

    assert phone.sees[2]["photo"]
    assert say("texts.links.qr_code") in caption
    link = re.search(r"https://t\.me/keuzehulp_bot\?start=([A-Za-z0-9_-]{1,64})", caption)
    assert link
    client = Phone(phone.api, 2002)
    client.says(f"/start {link[1]}")
    assert (await client.gets(1))[0].startswith("Welkom Rafiq. Sanne heeft je uitgenodigd.")


async def test_wrong_codes_are_counted(telegram: Telegram, phone: Phone) -> None:
    for _ in range(6):
        phone.says("/start AAAA-BBBB")

    wrong, locked = say("telegram.refused.wrong"), say("telegram.refused.locked")
    assert await phone.gets(6) == [wrong] * 5 + [locked]
