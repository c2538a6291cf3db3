"""Pages that work without a script, also on an old phone: a title, words, at most one form."""

import html
from functools import cache
from pathlib import Path
from string import Template

from fastapi.responses import HTMLResponse

from bot.texts import say

PAGE = Path(__file__).parent / "page"


def show(name: str, title: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """Fill `page/<name>.html` in the plain page; values that are no `Markup` stay text."""
    content = part(name, **values)
    plain = _template("plain").substitute(
        title=html.escape(title), product=html.escape(say("texts.page.title")), content=content
    )
    return HTMLResponse(plain, status_code=status)


def notice(title: str, words: str, *, status: int = 200) -> HTMLResponse:
    """Show a page that only says something, with a way to the chat page."""
    return show(
        "notice",
        title,
        status=status,
        heading=title,
        words=words,
        home=say("texts.pages.home"),
    )


class Markup(str):
    """HTML of our own making."""

    __slots__ = ()


def part(name: str, **values: object) -> Markup:
    """Fill a part of a page."""
    return Markup(_template(name).substitute({key: _html(value) for key, value in values.items()}))


def _html(value: object) -> str:
    return value if isinstance(value, Markup) else html.escape(str(value))


@cache
def _template(name: str) -> Template:
    return Template((PAGE / f"{name}.html").read_text(encoding="utf-8"))
