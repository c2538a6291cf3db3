"""A reply as Telegram shows it: HTML in pieces, buttons in rows, a picture as PNG."""

import base64
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

# resvg: one wheel without system packages; cairosvg needs the cairo library on the machine.
import resvg_py
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.screen import Reply
from bot.texts import say
from caseload.buttons import Shown

TEXT_LIMIT = 4000
"""Telegram allows 4,096; the rest is for signs that count twice and for `**`."""
CAPTION_LIMIT = 1000
"""Telegram allows 1,024."""
SHORT = 10
"""Titles of at most so many signs may stand beside each other."""
MOST_IN_A_ROW = 3
CHOSEN = "-"
"""What is behind the button that only shows what was chosen."""
SVG = "data:image/svg+xml;base64,"
ZOOM = 3.0
FONTS = "font-family: 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif"
"""By name: resvg knows one sans-serif only, and without it draws no letter."""
PLACES = ("\n\n", "\n", ". ", " ")
"""Where a long text may be split, the best place first."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message to send: HTML, under a picture where there is one."""

    text: str
    picture: bytes | None = None
    buttons: InlineKeyboardMarkup | None = None


def parts(reply: Reply) -> list[Part]:
    """Give the messages that make up a reply; its buttons are under the last one."""
    picture = png(reply.image)
    if picture is None:
        pieces = split(reply.text, TEXT_LIMIT)
    else:
        words = "\n\n".join(filter(None, (reply.text, str(reply.custom.get("alt", "")))))
        first = next(iter(split(words, CAPTION_LIMIT)), "")
        pieces = [first, *split(words.removeprefix(first), TEXT_LIMIT)]
    if not pieces and reply.buttons:
        pieces = [say("telegram.choose")]
    made = [Part(as_html(piece)) for piece in pieces]
    if picture is not None:
        made[0] = Part(made[0].text, picture)
    if reply.buttons:
        made[-1] = Part(made[-1].text, made[-1].picture, keyboard(reply.buttons))
    return made


def split(text: str, limit: int) -> list[str]:
    """Cut a text in pieces of at most so many signs, at sensible places."""
    pieces = []
    rest = text.strip()
    while len(rest) > limit:
        end = next((at + 1 for place in PLACES if (at := _last(rest, place, limit)) > 0), limit)
        pieces.append(rest[:end].strip())
        rest = rest[end:].strip()
    return [*pieces, rest] if rest else pieces


def _last(text: str, place: str, limit: int) -> int:
    """Where the last such place is, not in the first half; else -1."""
    return text.rfind(place, limit // 2, limit)


def as_html(text: str) -> str:
    """Escape a text; only `**bold**` becomes markup."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(text, quote=False))


def keyboard(buttons: Sequence[Shown]) -> InlineKeyboardMarkup:
    """Put each button on a row of its own; short ones beside each other."""
    rows: list[list[InlineKeyboardButton]] = []
    for short, group in groupby(buttons, key=lambda shown: len(shown.title) <= SHORT):
        made = [InlineKeyboardButton(b.title, callback_data=b.reference) for b in group]
        width = MOST_IN_A_ROW if short else 1
        rows += [made[at : at + width] for at in range(0, len(made), width)]
    return InlineKeyboardMarkup(rows)


def chosen(title: str) -> InlineKeyboardMarkup:
    """Show what was chosen, as a button that does nothing more."""
    button = InlineKeyboardButton(say("telegram.chosen", title=title), callback_data=CHOSEN)
    return InlineKeyboardMarkup([[button]])


def title_of(markup: InlineKeyboardMarkup | None, reference: str) -> str | None:
    """Give the title of a button in a message."""
    buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((button.text for button in buttons if button.callback_data == reference), None)


def png(image: str | None) -> bytes | None:
    """Turn an SVG data address into a PNG on white; None for anything else."""
    if image is None or not image.startswith(SVG):
        return None
    svg = base64.b64decode(image.removeprefix(SVG)).decode()
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, zoom=ZOOM, background="white", style_sheet=f"svg {{{FONTS}}}"
        )
    )
