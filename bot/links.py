"""Links to the page and to the bot: of invites, and of the demo people, proven by the secret."""

import hashlib
import hmac
from dataclasses import dataclass

from caseload.models import Role

DEMO_ROLES = (Role.COACH, Role.CLIENT)


@dataclass(frozen=True, slots=True)
class Places:
    """Where others find us: the page, and a Telegram bot by its name where there is one."""

    site: str = ""
    bot: str | None = None


def demo_token(secret: str, role: Role) -> str:
    """Give the token in the demo link of this role; nobody can guess it without the secret."""
    return hmac.new(secret.encode(), f"demo link {role.value}".encode(), hashlib.sha256).hexdigest()


def demo_role(secret: str, token: str) -> Role | None:
    """Tell which demo role a token proves, or nothing when it proves none."""
    for role in DEMO_ROLES:
        if hmac.compare_digest(demo_token(secret, role).encode(), token.encode()):
            return role
    return None


def demo_links(secret: str, address: str) -> dict[Role, str]:
    """Give the demo links of a gateway at this address."""
    return {role: f"{address}/?t={demo_token(secret, role)}" for role in DEMO_ROLES}


def score_link(address: str, token: str) -> str:
    """Give the link with which a third party scores one goal, once."""
    return f"{address}/meting/{token}"


def invite_link(address: str, token: str) -> str:
    """Give the link of an invite to a gateway at this address."""
    return f"{address}/?i={token}"


def telegram_link(bot: str, token: str) -> str:
    """Give the link that opens a bot in Telegram and hands it an invite with the tap on Start."""
    return f"https://t.me/{bot}?start={token}"
