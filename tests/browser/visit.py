"""Somebody at the page: types, presses, reads, and sees when something is wrong with it."""

from functools import cache
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Locator, Page, expect
from ruamel.yaml import YAML

from bot.settings import ROOT
from bot.texts import say

LOOKS = (Path(__file__).parent / "looks.js").read_text(encoding="utf-8")
SMALLEST_TYPE_PX = 17
SMALLEST_TARGET_PX = 44
LOWEST_CONTRAST = 4.5
MOST_QUESTIONS = 10
TURN_MS = 20_000


@cache
def _titles() -> dict[str, str]:
    path = ROOT / "data" / "texts" / "phrases.yml"
    return cast(dict[str, str], YAML(typ="safe").load(path.read_text(encoding="utf-8"))["buttons"])


def title(name: str, **values: object) -> str:
    """The title of a button, by its name in the texts."""
    return _titles()[name].format_map(values)


class Visit:
    """One open page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(TURN_MS)

    @property
    def input(self) -> Locator:
        return self.page.get_by_label(say("texts.page.input"))

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log", name=say("texts.page.log"))

    @property
    def mine(self) -> Locator:
        """What the visitor said."""
        return self.log.locator(".mine .bubble")

    @property
    def replies(self) -> Locator:
        """What the bot said."""
        return self.log.locator(".message:not(.mine) .bubble")

    @property
    def chips(self) -> Locator:
        return self.page.locator(".live .chip")

    def button(self, name: str) -> Locator:
        return self.page.locator(".live").get_by_role("button", name=name, exact=True)

    def say(self, text: str) -> None:
        """Type something and read the answer."""
        self.input.fill(text)
        self.input.press("Enter")
        self.answered()

    def press(self, name: str) -> None:
        """Press a button on screen and read the answer."""
        self.button(name).click()
        self.answered()

    def answered(self) -> None:
        """Wait for the answer to the last message."""
        last = self.log.locator(".message").last
        expect(last).not_to_have_class("message mine", timeout=TURN_MS)

    def on_to(self, name: str) -> None:
        """Answer "I do not know" until a button is on screen."""
        for _ in range(MOST_QUESTIONS):
            if self.button(name).count():
                return
            self.press(title("unsure"))
        raise AssertionError(f"no button {name!r}; the bot said {self.replies.last.inner_text()!r}")

    def check_looks(self) -> None:
        """Nothing sticks out; type, tap targets and contrast are large enough."""
        found: dict[str, Any] = self.page.evaluate(LOOKS)
        assert found["sticksOut"] == []
        assert [each for each in found["type"] if each["px"] < SMALLEST_TYPE_PX] == []
        assert [each for each in found["targets"] if each["px"] < SMALLEST_TARGET_PX] == []
        assert [each for each in found["contrast"] if each["ratio"] < LOWEST_CONTRAST] == []
        assert len(found["contrast"]) > 2
