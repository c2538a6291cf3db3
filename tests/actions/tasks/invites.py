"""Invites as the gateway makes and tries them."""

from caseload.conversations import account
from caseload.invites import InviteError, Reason, invite, redeem
from caseload.models import Channel, Role
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person


def invited(coach: Talk, name: str) -> str:
    """Make an invite as the gateway does, and give its code."""
    fresh = invite(coach.session, by=person(coach), role=Role.CLIENT, name=name, now=NOW)
    return fresh.code


def why_not(coach: Talk, code: str) -> Reason | None:
    """Try a code at a new door."""
    here = account(coach.session, channel=Channel.WEB, external_id=f"try {code}", now=NOW)
    try:
        redeem(coach.session, secret=code, account_id=here.id, now=NOW)
    except InviteError as error:
        return error.reason
    return None
