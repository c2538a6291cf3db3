"""What goes wrong at the page: lost networks, reloads, strange input, no mouse."""

import pytest
from playwright.sync_api import Page, Route, expect

from bot.texts import say
from caseload.models import Role
from tests.browser.conftest import Open
from tests.browser.visit import Visit, title

STRANGE = [
    "<img src=x onerror=\"document.title='taken over'\"> <script>alert(1)</script>",
    "'; DROP TABLE conversations; --",
    '/choose{"instrument": "R01"}',
    "👋🙂",
    "[link](javascript:alert(1)) **vet** & &lt;b&gt;",
]
LONGEST_WALK = 30
FOCUSED = """(() => {
  const at = document.activeElement;
  const label = at.labels && at.labels.length ? at.labels[0].textContent : at.textContent;
  return (at.getAttribute("aria-label") || label).trim();
})()"""


def walk_to(page: Page, name: str, key: str) -> None:
    """Go to a control with the keyboard only."""
    for _ in range(LONGEST_WALK):
        page.keyboard.press(key)
        if page.evaluate(FOCUSED) == name:
            return
    raise AssertionError(f"{name!r} cannot be reached with {key}")


def press_by_keyboard(visit: Visit, name: str) -> None:
    walk_to(visit.page, name, "Tab")
    visit.page.keyboard.press("Enter")
    visit.answered()


def test_the_keyboard_alone_leads_to_a_list(visit: Open) -> None:
    page = visit()
    walk_to(page.page, say("texts.page.input"), "Tab")
    page.page.keyboard.type("ik heb schulden")
    page.page.keyboard.press("Enter")
    page.answered()
    walk_to(page.page, title("right"), "Shift+Tab")
    page.page.keyboard.press("Enter")
    page.answered()
    for _ in range(8):
        if page.button(title("more_about", number=1)).count():
            break
        press_by_keyboard(page, title("unsure"))

    press_by_keyboard(page, title("more_about", number=1))
    expect(page.replies.last.locator("li")).not_to_have_count(0)


def test_a_screen_reader_hears_the_talk_and_the_kinds_of_button(visit: Open) -> None:
    page = visit()
    page.say("ik heb schulden")

    expect(page.log).to_have_attribute("aria-live", "polite")
    expect(page.log).to_contain_text(f"{say('texts.page.you')}: ik heb schulden")
    chips = page.page.get_by_role("group", name=say("texts.page.chips"))
    expect(chips.get_by_role("button").first).to_have_accessible_name(
        f"{say('texts.page.chip')} {page.chips.first.inner_text()}"
    )
    answers = page.page.get_by_role("group", name=say("texts.page.choose"))
    expect(answers.get_by_role("button", name=title("right"), exact=True)).to_be_visible()


def test_a_chip_is_taken_away_and_used_buttons_are_gone(visit: Open) -> None:
    page = visit()
    page.say("ik heb schulden en ik durf niet te bellen")
    before = page.chips.count()
    topic = page.chips.first.inner_text()
    page.chips.first.click()
    page.answered()

    expect(page.mine.last).to_have_text(f"{say('texts.page.chip')} {topic}")
    expect(page.page.locator(".live")).to_have_count(1)
    assert before > 1
    expect(page.chips.filter(has_text=topic)).to_have_count(0)


@pytest.mark.parametrize("typed", STRANGE)
def test_what_is_typed_is_only_text(visit: Open, typed: str) -> None:
    page = visit(role=None, size=(320, 568))
    before = page.page.title()
    page.say(typed)

    expect(page.mine.last).to_have_text(typed)
    assert page.log.locator("script, a, .mine strong, .mine b, img").count() == 0
    assert page.page.title() == before
    page.check_looks()
    page.say("ik heb schulden")
    expect(page.chips).not_to_have_count(0)


def test_a_long_word_stays_on_the_page(visit: Open) -> None:
    page = visit(size=(320, 568))
    page.say("w" * 5000)

    page.check_looks()
    assert page.page.evaluate("document.querySelector('main').scrollWidth") <= 320


def test_a_message_without_a_network_arrives_later(visit: Open) -> None:
    page = visit()
    page.page.context.set_offline(True)
    page.input.fill("ik heb schulden")
    page.input.press("Enter")
    again = page.page.get_by_role("button", name=say("texts.page.again"))
    again.wait_for()
    expect(page.mine).to_have_text(["ik heb schulden"])
    page.check_looks()
    page.page.context.set_offline(False)

    expect(page.chips).not_to_have_count(0)
    expect(again).to_have_count(0)
    expect(page.mine).to_have_count(1)


def test_an_answer_that_was_lost_on_the_way_comes_once(visit: Open) -> None:
    page = visit()
    lost: list[list[str]] = []

    def lose_first(route: Route) -> None:
        answer = route.fetch()
        texts = [reply["text"] for reply in answer.json()["replies"] if reply["text"]]
        lost.append(texts)
        if len(lost) == 1:
            route.abort()
        else:
            route.fulfill(response=answer)

    page.page.route("**/api/message", lose_first)
    before = page.replies.count()
    page.say("ik heb schulden")

    assert len(lost) == 2
    assert lost[0] == lost[1]
    expect(page.replies).to_have_count(before + len(lost[0]))
    expect(page.mine).to_have_count(1)


def test_a_reload_keeps_the_talk(visit: Open) -> None:
    page = visit(Role.CLIENT)
    page.say("ik heb schulden")
    said = page.replies.all_inner_texts()
    page.page.reload()

    expect(page.mine).to_have_text(["ik heb schulden"])
    assert page.replies.all_inner_texts() == said
    page.press(title("right"))
    expect(page.page.locator(".live button")).not_to_have_count(0)
