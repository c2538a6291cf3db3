"""Messages that come twice, and services that go away in the middle of a conversation."""

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime

from bot.conversation import Conversations, Reply, Visitor as Door
from bot.engine import Engine
from bot.texts import say
from caseload.models import Channel
from store.session import sessions
from tests.conversations.visitor import DEBTS, FIRST_QUESTION, RIGHT, ROUTES, Visitor
from tests.stack import Stack
