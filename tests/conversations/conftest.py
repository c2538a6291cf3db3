"""Visitors of the running product; each test has new ones."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from caseload.models import Role
from tests.conversations.visitor import Visitor
from tests.stack import Stack

Visit = Callable[[Role | None], Visitor]


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
