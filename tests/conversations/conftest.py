"""Visitors of the running product; each test has new ones."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from caseload.models import Role
from tests.conversations.visitor import Visitor
from tests.stack import Stack

Visit = Callable[[Role | None], Visitor]
CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


@pytest.fixture
def visit(stack: Stack) -> Iterator[Visit]:
    """Let in somebody new: a demo person, or an unknown one without a role."""
    with ExitStack() as leaving:
        yield lambda role: Visitor(leaving.enter_context(stack.talk(role)), stack)


@pytest.fixture
def anonymous(visit: Visit) -> Visitor:
    """Somebody that nobody knows: a client."""
    return visit(None)


@pytest.fixture
def client(visit: Visit) -> Visitor:
    """The demo client, who has a coach."""
    return visit(Role.CLIENT)


@pytest.fixture
def coach(visit: Visit) -> Visitor:
    """The demo coach."""
    return visit(Role.COACH)


@pytest.fixture
def marit(visit: Visit) -> Visitor:
    """A coach who came in with a code of the administrator."""
    marit = visit(None)
    code = CODE.search(marit.stack.command("invite-coach", "Marit"))
    assert code is not None
    marit.says(code[0])
    assert marit.role == "coach"
    return marit


@pytest.fixture
def noor(visit: Visit, marit: Visitor) -> Visitor:
    """A client who came in with a code of that coach."""
    marit.says("nodig een cliënt uit", "Noor")
    code = CODE.search(marit.text)
    assert code is not None
    noor = visit(None)
    noor.says(code[0])
    assert noor.role == "client"
    return noor


def agree_on_a_goal(noor: Visitor, marit: Visitor) -> None:
    """Being on time: Noor makes the goal in her own words, and Marit says yes to it."""
    noor.says("ik wil een doel: op tijd op mijn werk zijn")
    assert "Jij en je coach zien dit" in noor.text
    noor.presses("Ja").says("3 keer per week te laat nu, ik wil hooguit 1 keer")
    noor.presses("Op tijd zijn").says("3 keer per week te laat", "1 keer")
    noor.presses("Over 3 maanden")
    assert "+1  2 keer per week te laat." in noor.text
    noor.presses("Klopt")
    marit.says("hallo").presses("Bekijk het doel", "Ja, dit klopt")
