"""Everything that is kept about somebody, from every room, as a file for that person alone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.screen import Visitor
from caseload import view
from caseload.conversations import conversations_of, find_account
from catalogue import choices
from doelenmeter import view as goals_view

Lines = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What our own tables hold of somebody, and the conversations whose words the engine holds."""

    content: dict[str, Any]
    conversation_ids: tuple[str, ...]
    """In the order in which the content tells of them."""


def kept(session: Session, _now: datetime, visitor: Visitor) -> Kept | None:
    """Gather it; None for who is not a person that we know."""
    account = find_account(session, channel=visitor.channel, external_id=visitor.external_id)
    if account is None or account.person_id is None:
        return None
    person = account.person_id
    ids = tuple(found.id for found in conversations_of(session, person))
    content = {
        **view.everything(session, person),
        **goals_view.everything(session, person),
        **choices.everything(session, ids, person_id=person),
    }
    return Kept(content, ids)


def written(found: Kept, said: Sequence[Lines | None]) -> str:
    """Write it as JSON text, with what was said in each conversation; None could not be fetched."""
    conversations = [
        told | {"said": lines}
        for told, lines in zip(found.content["conversations"], said, strict=True)
    ]
    content = found.content | {"conversations": conversations, "complete": None not in said}
    return json.dumps(content, ensure_ascii=False, indent=2)
