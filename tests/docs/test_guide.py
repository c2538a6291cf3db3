"""The guide for coaches reads as easily as what the bot says."""

import re

import pytest

from bot.settings import ROOT
from tests.texts.lint import check
from tests.texts.reading import Text

GUIDE = ROOT / "docs" / "handleiding.md"
TARGET = re.compile(r"(?<=\])\([^)]*\)")


def test_the_guide_reads_easily() -> None:
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    texts = [
        Text(file=GUIDE.name, line=number, key="", text=part.strip(" #*-"), reader="coach")
        for number, line in enumerate(lines, start=1)
        for part in TARGET.sub("", line).split("|")
    ]
    found = [str(finding) for text in texts for finding in check(text)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)
