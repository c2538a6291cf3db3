from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page

from caseload.models import Role
from tests.browser import chromium
from tests.browser.visit import Visit
from tests.stack import Stack

PHONE = (360, 640)
OFFLINE = "net::ERR_"  # the browser reports a lost network itself; some tests cause one

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a file of tests; it is gone before a test with a loop of its own starts."""
    with chromium.started() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, stack: Stack) -> Iterator[Open]:
    """Open the page as somebody; at the end nothing asked another host and no script failed."""
    asked: list[str] = []
    errors: list[str] = []

    def watch(page: Page) -> None:
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: (errors.append("a dialog"), dialog.dismiss()))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)

    with ExitStack() as contexts:

        def open_page(
            role: Role | None = Role.CLIENT, size: tuple[int, int] = PHONE, scheme: str = "light"
        ) -> Visit:
            context = browser.new_context(
                viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
            )
            contexts.callback(context.close)
            page = context.new_page()
            watch(page)
            page.goto(stack.link(role) if role else stack.address)
            opened = Visit(page)
            opened.replies.last.wait_for()
            return opened

        yield open_page
    ours = (stack.address, f"blob:{stack.address}")
    assert [url for url in asked if not url.startswith(ours)] == []
    assert [line for line in errors if OFFLINE not in line] == []
