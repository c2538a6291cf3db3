"""What somebody with Telegram sees: by words, by taps, by commands, and by anything else."""

import json
from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.telegram.service import Telegram
from bot.texts import say
from caseload.conversations import account, find_account
from caseload.invites import invite
from caseload.models import Channel, Role
from caseload.people import add_person
from doelenmeter.planning import set_schedule
from doelenmeter.prompt_tables import PromptKind, Schedule
from store.session import writing
from tests.bot.clock import Clock
from tests.bot.due import WEDNESDAY
from tests.bot.fake_engine import FakeEngine
from tests.bot.telegram.bot_api import BotApi
from tests.bot.telegram.phone import Phone, titles

ASKED = [
    {
        "text": "Waar woon je? **Kies** <een> & typ.",
        "buttons": [
            {"title": "In de gemeente Tiel", "payload": '/inform{"gemeente": "Tiel"}'},
            {"title": "Weet ik niet", "payload": "/unsure"},
            {"title": "Ja", "payload": "/affirm"},
            {"title": "Nee", "payload": "/deny"},
        ],
    }
]


async def test_words_and_taps(
    telegram: Telegram, phone: Phone, api: BotApi, engine: FakeEngine
) -> None:
    engine.plan = [ASKED, [{"text": "Dit past bij jou."}]]
    phone.says("ik heb schulden")
    await phone.gets(1)
    (asked,) = phone.sees

    assert asked["text"] == "Waar woon je? Kies <een> & typ."
    rows = [[b["text"] for b in row] for row in asked["reply_markup"]["inline_keyboard"]]
    assert rows == [["In de gemeente Tiel"], ["Weet ik niet"], ["Ja", "Nee"]]
    assert "<b>Kies</b> &lt;een&gt; &amp; typ" in api.of("sendMessage")[0].params["text"]

    phone.taps("In de gemeente Tiel")
    assert (await phone.gets(2))[1] == "Dit past bij jou."
    assert engine.got[1]["payload"] == '/inform{"gemeente": "Tiel"}'
    assert engine.senders[0] == engine.senders[1]
    assert titles(phone.sees[0]) == ["Gekozen: In de gemeente Tiel"]


async def test_typing_shows_while_an_answer_takes_longer(
    telegram: Telegram, phone: Phone, api: BotApi, engine: FakeEngine
) -> None:
    engine.plan = [0.4]
    phone.says("hoi")
    await phone.gets(1)

    methods = [call.method for call in api.calls]
    assert api.of("sendChatAction")[0].params["action"] == "typing"
    assert methods.index("sendChatAction") < methods.index("sendMessage")


async def test_what_is_behind_a_button_may_be_longer_than_telegram_allows(
    telegram: Telegram, phone: Phone, engine: FakeEngine
) -> None:
    payload = '/inform{"gemeente": "' + "x" * 42 + '"}'
    assert len(payload) == 65
    engine.plan = [[{"text": "Waar?", "buttons": [{"title": "Daar", "payload": payload}]}]]
    phone.says("hoi")
    await phone.gets(1)
    phone.taps("Daar")
    await phone.gets(2)

    assert engine.got[1]["payload"] == payload


async def test_a_choice_does_not_act_twice(
    telegram: Telegram, phone: Phone, api: BotApi, engine: FakeEngine
) -> None:
    engine.plan = [ASKED]
    phone.says("hoi")
    await phone.gets(1)
    reference = phone.sees[0]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    phone.taps("In de gemeente Tiel")
    await phone.gets(2)
    phone.taps("Gekozen: In de gemeente Tiel")
    api.deliver(phone.press(reference, phone.sees[0]))

    assert (await phone.gets(3))[2] == say("texts.gateway.outdated")
    assert api.of("answerCallbackQuery")[1].params["text"] == say("telegram.chosen_before")
    assert len(engine.got) == 2


async def test_an_old_button_loses_its_message_and_what_works_is_shown(
    telegram: Telegram, phone: Phone, engine: FakeEngine
) -> None:
    engine.plan = [ASKED, ASKED]
    phone.says("hoi")
    await phone.gets(1)
    first = phone.sees[0]
    old = first["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    phone.says("hallo")
    await phone.gets(2)
    phone.api.deliver(phone.press(old, first))
    await phone.gets(3)

    assert titles(phone.sees[0]) == []
    assert titles(phone.sees[2]) == titles(phone.sees[1])
    assert len(engine.got) == 2


async def test_a_press_on_a_message_that_is_not_there_any_more(
    telegram: Telegram, phone: Phone
) -> None:
    gone = {"message_id": 5, "date": 0, "chat": phone.chat}
    phone.api.deliver(phone.press("abcdef", gone))
    phone.says("hoi")

    assert (await phone.gets(2))[0] == say("texts.gateway.outdated")


@pytest.mark.parametrize(
    ("command", "intent"),
    [
        ("/help", "/help"),
        ("/doel", "/goals_list"),
        ("/stop", "/stop"),
        ("/privacy", "/privacy_question"),
        ("/start", "/greet"),
    ],
)
async def test_a_command_is_an_intent(
    telegram: Telegram, phone: Phone, engine: FakeEngine, command: str, intent: str
) -> None:
    phone.says(command)
    await phone.gets(1)

    assert engine.got[0]["payload"] == intent


async def test_commands_are_in_the_menu(telegram: Telegram, api: BotApi) -> None:
    menu = {
        one["command"]: one["description"] for one in api.of("setMyCommands")[0].params["commands"]
    }

    assert list(menu) == ["start", "help", "doel", "stop", "privacy"]
    assert menu["doel"] == "Laat mijn doelen zien"


async def test_any_other_command_is_only_text(
    telegram: Telegram, phone: Phone, engine: FakeEngine
) -> None:
    phone.says("/checkin_score")
    await phone.gets(1)

    assert engine.got[0]["text"] == "/checkin_score"


OTHER: dict[str, dict[str, Any]] = {
    "sticker": {
        "sticker": {
            "file_id": "s",
            "file_unique_id": "s",
            "width": 9,
            "height": 9,
            "is_animated": False,
            "is_video": False,
            "type": "regular",
        }
    },
    "voice": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
    "photo": {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]},
    "contact": {"contact": {"phone_number": "0612345678", "first_name": "Rafiq"}},
    "location": {"location": {"longitude": 5.4, "latitude": 51.9}},
    "poll": {
        "poll": {
            "id": "1",
            "question": "Wat?",
            "options": [{"text": "Dit", "voter_count": 0, "persistent_id": "1"}],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    },
}


@pytest.mark.parametrize("kind", OTHER)
async def test_what_is_no_text_gets_a_friendly_answer(
    telegram: Telegram, phone: Phone, engine: FakeEngine, kind: str
) -> None:
    phone.api.deliver(phone.update(message=phone.message(**OTHER[kind])))

    assert await phone.gets(1) == [say("telegram.only_text")]
    assert engine.got == []


async def test_a_message_that_was_changed_gets_a_friendly_answer(
    telegram: Telegram, phone: Phone, engine: FakeEngine
) -> None:
    changed = phone.message(text="anders", edit_date=1_795_338_060)
    phone.api.deliver(phone.update(edited_message=changed))

    assert await phone.gets(1) == [say("telegram.edited")]
    assert engine.got == []


async def test_groups_channels_and_updates_without_a_message_are_ignored(
    telegram: Telegram, phone: Phone, engine: FakeEngine
) -> None:
    group = {"id": -5, "type": "group", "title": "Groep"}
    channel = {"id": -6, "type": "channel", "title": "Kanaal"}
    added = phone.member("left", "member")["my_chat_member"] | {"chat": group}
    phone.api.waiting += [
        phone.update(message=phone.message(poll={"id": "unreadable"})),
        phone.update(message=phone.message(text="hoi") | {"chat": group}),
        phone.update(channel_post={"message_id": 5, "date": 1, "chat": channel, "text": "hoi"}),
        phone.update(my_chat_member=added),
        phone.update(poll=OTHER["poll"]["poll"]),
        phone.update(something_new={"a": 1}),
        phone.update(),
        phone.update(message=phone.message(pinned_message=phone.message(text="x"))),
    ]
    phone.says("hoi")

    assert await phone.gets(1) == ["echo hoi"]
    assert len(engine.got) == 1
    assert len(phone.api.messages) == 1


async def test_who_blocks_the_bot_gets_nothing_more_and_the_coach_reads_it_once(
    telegram: Telegram,
    phone: Phone,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    clock: Clock,
) -> None:
    coach = Phone(phone.api, 2002)
    with writing(factory) as session:
        sanne = add_person(session, role=Role.COACH, name="Sanne", now=clock())
        account(
            session,
            channel=Channel.TELEGRAM,
            external_id="2002",
            person_id=sanne.id,
            now=clock(),
        )
        fresh = invite(session, by=sanne.id, role=Role.CLIENT, name="Rafiq", now=clock())
    phone.says(f"/start {fresh.token}")
    await phone.gets(2)
    with writing(factory) as session:
        here = find_account(session, channel=Channel.TELEGRAM, external_id="1001")
        assert here is not None
        assert here.person_id is not None
        rafiq = here.person_id
        set_schedule(session, rafiq, weekly=WEDNESDAY, now=clock())

    phone.api.deliver(phone.member("member", "kicked"), phone.member("member", "kicked"))
    phone.api.deliver(phone.member("kicked", "member"))
    assert (await phone.gets(3))[2] == say("telegram.unblocked")
    with factory() as session:
        assert session.get_one(Schedule, (rafiq, PromptKind.WEEKLY.value)).next_due is None
    coach.says("hoi")
    assert await coach.gets(2) == [say("telegram.blocked_coach", name="Rafiq"), "echo hoi"]


async def test_everything_that_is_kept_comes_as_a_file(
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
    engine.plan = [[{"text": "Dit weet ik.", "custom": {"file": "everything"}}]]
    phone.says("wat weet je van mij")
    await phone.gets(4)
    (call,) = phone.api.of("sendDocument")

    name, content = (
        call.files["document"] if "document" in call.files else next(iter(call.files.values()))
    )
    assert name == "mijn-gegevens.json"
    assert "Sanne" in json.dumps(json.loads(content))
