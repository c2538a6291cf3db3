"""Everything that is kept about somebody, from every room, as a file for that person alone."""

import json
from datetime import datetime

from sqlalchemy.orm import Session

from bot.screen import Visitor
from caseload import view
from caseload.conversations import conversations_of, find_account
from catalogue import choices
from doelenmeter import view as goals_view


def everything(session: Session, _now: datetime, visitor: Visitor) -> str | None:
    """Give it as JSON text; None for who is not a person that we know."""
    account = find_account(session, channel=visitor.channel, external_id=visitor.external_id)
    if account is None or account.person_id is None:
        return None
    person = account.person_id
    ids = [found.id for found in conversations_of(session, person)]
    kept = {
        **view.everything(session, person),
        **goals_view.everything(session, person),
        **choices.everything(session, ids, person_id=person),
    }
    return json.dumps(kept, ensure_ascii=False, indent=2)
