"""Conversations on disk, that can be read back and erased."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import sqlalchemy
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import BotUttered
from sqlalchemy.engine import make_url

import again
from heard import replies_to
from said import said


class ErasableTrackerStore(SQLTrackerStore):
    """Rasa's SQL store, with what Rasa lacks: reading back what was said, and deletion.

    Raises sqlalchemy.exc.SQLAlchemyError when the database cannot be opened; Rasa itself would
    try for ever.
    """

    def __init__(self, url: str) -> None:
        database = make_url(url)
        if database.get_backend_name() == "sqlite" and database.database:
            Path(database.database).parent.mkdir(parents=True, exist_ok=True)
        probe = sqlalchemy.create_engine(url)
        probe.connect().close()
        probe.dispose()
        super().__init__(host=url)
        if database.get_backend_name() == "sqlite":
            sqlalchemy.event.listen(self.engine, "connect", _tune_sqlite)

    async def replies(self, conversation_id: str, message_id: str) -> list[dict[str, Any]]:
        """What the bot answered to the last message of a conversation, if it has this id."""
        with self.session_scope() as session:
            events = session.query(self.SQLEvent).filter_by(sender_id=conversation_id)
            users = events.filter_by(type_name="user").order_by(self.SQLEvent.id.desc())
            last = users.first()
            if last is None or json.loads(last.data).get("message_id") != message_id:
                return []
            rows = [json.loads(row.data) for row in events.order_by(self.SQLEvent.id)]
        return [_message(event) for event in replies_to(message_id, rows)]

    async def words_to_hear(self, conversation_id: str, what: again.Wanted) -> str | None:
        """What is heard next in a conversation where danger was denied (see `again`)."""
        with self.session_scope() as session:
            users = session.query(self.SQLEvent.data).filter_by(
                sender_id=conversation_id, type_name="user"
            )
            newest_first = users.order_by(self.SQLEvent.id.desc())
            return again.words_to_hear(what, (json.loads(data) for (data,) in newest_first))

    async def said(self, conversation_id: str) -> list[dict[str, str]]:
        """Give what person and bot said in a conversation, in order (see `said`)."""
        with self.session_scope() as session:
            found = session.query(self.SQLEvent.data).filter_by(sender_id=conversation_id)
            return said(json.loads(data) for (data,) in found.order_by(self.SQLEvent.id))

    async def erase(self, conversation_id: str) -> int:
        """Remove every event of a conversation; returns how many there were."""
        with self.session_scope() as session:
            events = session.query(self.SQLEvent).filter_by(sender_id=conversation_id)
            count: int = events.delete(synchronize_session=False)
            session.commit()
            if self.engine.dialect.name == "sqlite":
                session.execute(sqlalchemy.text("PRAGMA wal_checkpoint(TRUNCATE)"))
        return count


def _message(event: dict[str, Any]) -> dict[str, Any]:
    """A message as it went out, of what is kept of it."""
    return BotUttered(event["text"], event["data"], event["metadata"]).message()


def _tune_sqlite(connection: Any, _record: Any) -> None:
    """Write ahead (fast, readers do not wait) and overwrite what is deleted."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
