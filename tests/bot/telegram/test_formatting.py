"""How a reply looks in Telegram."""

import base64
from html.parser import HTMLParser
from pathlib import Path

import pytest
import resvg_py
from hypothesis import given
from hypothesis import strategies as st

from bot.screen import Reply
from bot.telegram.formatting import (
    CAPTION_LIMIT,
    FONTS,
    TEXT_LIMIT,
    as_html,
    keyboard,
    parts,
    split,
)
from caseload.buttons import Shown
from tests.missing import missing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
ADDRESS = "data:image/svg+xml;base64," + base64.b64encode(SVG.encode()).decode()


class Words(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found = ""
        self.feed(text)
        self.close()

    def handle_data(self, data: str) -> None:
        self.found += data


def test_only_bold_is_markup() -> None:
    assert as_html("**1. Coach** <b>x</b> & *y*") == (
        "<b>1. Coach</b> &lt;b&gt;x&lt;/b&gt; &amp; *y*"
    )


@given(st.text("ab <>&\"'*\n"))
def test_html_shows_the_words_as_they_are(text: str) -> None:
    shown = Words(as_html(text)).found
    assert shown.replace("*", "") == text.replace("*", "")


@given(st.text("ab. \n", max_size=400))
def test_pieces_are_short_enough_and_lose_no_word(text: str) -> None:
    pieces = split(text, 20)
    assert all(0 < len(piece) <= 20 for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_long_list_is_split_between_its_items() -> None:
    item = "**Naam** – Tiel. " + "x" * 900
    first, second = split("\n\n".join([item] * 6), TEXT_LIMIT)

    assert first.endswith("x")
    assert second.startswith("**Naam**")


def test_long_words_with_a_picture_go_on_below_it_with_the_buttons() -> None:
    alt = "Je staat op stap 2. " * 100
    first, *_, last = parts(Reply("Zo.", (Shown("abc", "Ja"),), ADDRESS, {"alt": alt}))

    assert first.picture is not None
    assert len(first.text) <= CAPTION_LIMIT
    assert first.buttons is None
    assert last.picture is None
    assert last.buttons is not None


@pytest.mark.parametrize("font", ["dejavu/DejaVuSans.ttf", "liberation/LiberationSans-Regular.ttf"])
def test_a_picture_has_letters_with_either_font(font: str) -> None:
    path = Path("/usr/share/fonts/truetype", font)
    if not path.exists():
        missing("Fonts are missing: apt-get install -y fonts-dejavu-core fonts-liberation")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="40" font-family="sans-serif">'

    def drawn(words: str) -> bytes:
        return resvg_py.svg_to_bytes(
            svg_string=f'{svg}<text y="20">{words}</text></svg>',
            skip_system_fonts=True,
            font_files=[str(path)],
            style_sheet=f"svg {{{FONTS}}}",
        )

    assert drawn("Hallo") != drawn("")


def test_buttons_without_words_get_some() -> None:
    (part,) = parts(Reply(buttons=(Shown("abc", "Ja"),)))

    assert part.text == "Kies een antwoord."


def test_a_reply_that_shows_nothing_is_no_message() -> None:
    assert parts(Reply()) == []


def test_references_fit_in_what_telegram_allows() -> None:
    titles = ["Een lange titel van een knop", "Ja", "Nee", "1", "2", "Ook weer een lange titel"]
    made = keyboard([Shown("r" * 12, title) for title in titles]).inline_keyboard

    assert [[button.text for button in row] for row in made] == [
        [titles[0]],
        ["Ja", "Nee", "1"],
        ["2"],
        [titles[5]],
    ]
    assert all(len(str(b.callback_data)) <= 64 for row in made for b in row)
