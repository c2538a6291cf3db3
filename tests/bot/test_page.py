"""The page in a real browser, against a small engine."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
import uvicorn
from playwright.async_api import Browser, Page, async_playwright, expect
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Reply
from bot.texts import say
from bot.web import create_app
from caseload.models import ChannelAccount
from caseload.unread import keep
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine
from tests.browser.chromium import find

HELLO = [{"text": "Hoi, ik ben een computer."}]
ASKED = [
    {
        "text": "Ik hoor **twee** dingen.",
        "buttons": [
            {"title": "\u2715 schulden", "payload": "/drop_schulden"},
            {"title": "Klopt", "payload": "/affirm"},
        ],
    }
]


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest.fixture
async def address(
    conversations: Conversations, factory: sessionmaker[Session], clock: Clock
) -> AsyncIterator[str]:
    app = create_app(conversations, factory, clock, secret="x" * 32, demo=False)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    await serving


@pytest.fixture
async def page(chromium: Browser, address: str, engine: FakeEngine) -> AsyncIterator[Page]:
    """An open page on an old phone that has said hello; nothing may ask another host."""
    engine.plan = [HELLO]
    phone = await chromium.new_context(viewport={"width": 320, "height": 568})
    opened = await phone.new_page()
    asked: list[str] = []
    errors: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    await opened.goto(address)
    await expect(opened.get_by_text(HELLO[0]["text"])).to_be_visible()
    yield opened
    await phone.close()
    assert [url for url in asked if not url.startswith((address, "blob:"))] == []
    assert [line for line in errors if "ERR_INTERNET_DISCONNECTED" not in line] == []


async def type_and_send(page: Page, text: str) -> None:
    await page.get_by_label(say("texts.page.input")).fill(text)
    await page.keyboard.press("Enter")


async def test_a_question_with_a_chip_is_answered_by_tap(page: Page, engine: FakeEngine) -> None:
    engine.plan = [ASKED]
    await type_and_send(page, "schulden en geen ritme")
    chip = page.get_by_role("button", name=f"{say('texts.page.chip')} schulden")
    yes = page.get_by_role("button", name="Klopt", exact=True)

    await expect(page.locator("strong")).to_have_text("twee")
    await expect(chip).to_have_class("chip")
    box = await yes.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    await yes.click()

    await expect(page.get_by_text("echo /affirm")).to_be_visible()
    await expect(page.locator(".mine").last).to_contain_text("Klopt")
    await expect(yes).to_have_count(0)


async def test_the_keyboard_is_enough(page: Page, engine: FakeEngine) -> None:
    engine.plan = [ASKED]
    await type_and_send(page, "hoi")
    await page.get_by_role("button", name="Klopt", exact=True).focus()
    await page.keyboard.press("Enter")

    await expect(page.get_by_text("echo /affirm")).to_be_visible()


async def test_html_is_shown_as_it_was_typed(page: Page) -> None:
    typed = "<img src=x onerror=alert(1)> **<b>vet</b>**"
    await type_and_send(page, typed)

    await expect(page.get_by_text("<img src=x onerror=alert(1)>")).to_have_count(2)
    assert await page.locator("#log img, #log b").count() == 0


async def test_nothing_sticks_out_on_a_narrow_phone(page: Page, engine: FakeEngine) -> None:
    engine.plan = [[{"text": "a" * 200, "buttons": [{"title": "b" * 60, "payload": "/affirm"}]}]]
    await type_and_send(page, "w" * 300)
    await expect(page.get_by_text("b" * 60)).to_be_visible()

    assert await page.evaluate("document.documentElement.scrollWidth") == 320
    assert await page.evaluate("document.querySelector('main').scrollWidth") <= 320


async def test_without_a_network_no_word_is_lost(page: Page, engine: FakeEngine) -> None:
    await page.context.set_offline(True)
    await type_and_send(page, "mijn lange verhaal")
    again = page.get_by_role("button", name=say("texts.page.again"))
    await expect(again).to_be_visible(timeout=10_000)
    await expect(page.get_by_text("mijn lange verhaal", exact=True)).to_be_visible()
    await page.context.set_offline(False)

    await expect(page.get_by_text("echo mijn lange verhaal")).to_be_visible()
    await expect(again).to_have_count(0)
    assert [body["text"] for body in engine.got[1:]] == ["mijn lange verhaal"]


async def test_a_reload_keeps_the_talk_and_its_buttons(page: Page, engine: FakeEngine) -> None:
    engine.plan = [ASKED]
    await type_and_send(page, "hoi daar")
    await expect(page.get_by_role("button", name="Klopt", exact=True)).to_be_visible()
    await page.reload()

    await expect(page.get_by_text("hoi daar")).to_be_visible()
    await page.get_by_role("button", name="Klopt", exact=True).click()
    await expect(page.get_by_text("echo /affirm")).to_be_visible()
    assert [body.get("payload") for body in engine.got] == ["/greet", None, "/affirm"]


async def test_what_comes_by_itself_appears_once(
    page: Page, engine: FakeEngine, factory: sessionmaker[Session], clock: Clock
) -> None:
    with factory.begin() as session:
        (account,) = session.query(ChannelAccount).all()
        keep(session, account.id, [Reply("Hoe ging het deze week?").to_json()], now=clock())
    await page.get_by_label(say("texts.page.input")).fill("ik was net")
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    asked = page.get_by_text("Hoe ging het deze week?")

    await expect(asked).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("echo ik was net")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("echo ik was net")).to_be_visible()
    await expect(asked).to_have_count(1)
    assert [body.get("text") for body in engine.got] == [None, "ik was net"]


async def test_an_open_page_looks_by_itself(
    page: Page, factory: sessionmaker[Session], clock: Clock
) -> None:
    await page.clock.install()
    async with page.expect_response("**/api/missed") as first_look:
        await page.reload()
    await (await first_look.value).finished()
    await page.wait_for_load_state("networkidle")
    with factory.begin() as session:
        (account,) = session.query(ChannelAccount).all()
        keep(session, account.id, [Reply("Hoe ging het deze week?").to_json()], now=clock())

    async with page.expect_response("**/api/missed"):
        await page.clock.fast_forward(15_000)
    await expect(page.get_by_text("Hoe ging het deze week?")).to_have_count(1)


async def test_a_list_can_be_saved(page: Page, engine: FakeEngine) -> None:
    engine.plan = [
        [{"text": "**1. Budgetcoach**\nTiel", "custom": {"list": True}}, {"text": "Klaar."}]
    ]
    await type_and_send(page, "stuur mij de lijst")
    async with page.expect_download() as saving:
        await page.get_by_role("button", name=say("texts.page.save")).click()
    saved = await (await saving.value).path()

    assert saved.read_text(encoding="utf-8") == "1. Budgetcoach\nTiel"
    await page.emulate_media(media="print")
    await expect(page.locator("#sheet strong")).to_have_text("1. Budgetcoach")
    await expect(page.locator("#sheet")).to_be_visible()
    await expect(page.get_by_text("Klaar.")).to_be_hidden()


async def test_a_screen_reader_hears_who_speaks(page: Page, engine: FakeEngine) -> None:
    await type_and_send(page, "hoi")

    log = page.get_by_role("log", name=say("texts.page.log"))
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_contain_text(f"{say('texts.page.you')}: hoi")
    await expect(log).to_contain_text(f"{say('texts.page.bot')}: echo hoi")
