"""From what is going on to a chosen instrument, on the page, with everything real behind it."""

import os

import pytest
from playwright.sync_api import expect

from bot.settings import ROOT
from bot.texts import say
from caseload.models import Role
from catalogue import choices, kenmerken
from tests.browser.conftest import Open
from tests.browser.visit import Visit, title
from tests.stack import Stack

STORY = "ik heb schulden en ik durf niet te bellen"
ARGUMENT = "dan doe ik het niet meer alleen"
LIFE_FIRST = kenmerken.load().routes[0].button
MORE = title("more_about", number=1)
PICTURE = ROOT / "docs" / "page.png"
PICTURE_BYTES = 200_000


def to_list(visit: Visit) -> None:
    """Tell a story, take the route of a quiet home, and answer until the list is there."""
    visit.say(STORY)
    visit.check_looks()
    visit.press(title("right"))
    visit.press(LIFE_FIRST)
    visit.check_looks()
    visit.on_to(MORE)


@pytest.mark.parametrize(
    ("size", "scheme"), [((320, 568), "light"), ((360, 640), "dark"), ((1280, 800), "light")]
)
def test_a_client_finds_compares_and_chooses(
    visit: Open, stack: Stack, size: tuple[int, int], scheme: str
) -> None:
    page = visit(Role.CLIENT, size, scheme)
    page.check_looks()
    to_list(page)
    expect(page.replies.last.locator(".entry")).not_to_have_count(0)
    page.check_looks()

    page.press(MORE)
    expect(page.replies.last.locator("li")).not_to_have_count(0)
    page.check_looks()

    page.press(title("compare_with_other"))
    if not page.replies.last.locator(".side").count():
        page.page.locator(".live button").first.click()  # it asked with which other one
        page.answered()
    expect(page.replies.last.locator(".side")).not_to_have_count(0)
    page.check_looks()

    page.page.locator(".live button").first.click()
    page.answered()
    page.say(ARGUMENT)
    page.check_looks()
    with stack.session() as session:
        (choice,) = choices.last(session, 1)
        assert choice.argument == ARGUMENT
        assert choice.advice.known.route == "A"

    page.press(title("send_list"))
    page.check_looks()
    with page.page.expect_download() as saving:
        page.page.get_by_role("button", name=say("texts.page.save")).click()
    saved = saving.value.path().read_text(encoding="utf-8")
    assert "1. " in saved
    assert "**" not in saved

    page.page.emulate_media(media="print")
    sheet = page.page.locator("#sheet")
    expect(sheet).to_contain_text("1. ")
    expect(sheet).to_contain_text(say("texts.page.example"))
    expect(page.log).to_be_hidden()
    page.page.emulate_media(media="screen")

    page.press(title("ready"))
    expect(page.page.locator(".live")).to_have_count(0)


def test_a_coach_gets_a_list_from_one_case(visit: Open) -> None:
    page = visit(Role.COACH)
    page.say("vrouw 52, Culemborg, durft niet te bellen, digitaal zwak, taal prima")

    expect(page.replies.last.locator(".entry")).not_to_have_count(0)
    expect(page.chips).not_to_have_count(0)
    page.check_looks()


def test_the_picture_of_the_readme(visit: Open) -> None:
    page = visit(Role.CLIENT, (420, 1080))
    to_list(page)
    page.page.mouse.move(0, 0)
    if os.environ.get("KEUZEHULP_UPDATE_DOCS") == "1":
        PICTURE.parent.mkdir(exist_ok=True)
        page.page.screenshot(path=PICTURE)

    assert 0 < PICTURE.stat().st_size < PICTURE_BYTES
