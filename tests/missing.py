"""What a machine may lack: a loud skip that says how to get it, and a failure in CI."""

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """End the test; `what` names the thing and the command that installs it."""
    if os.environ.get("CI") == "true":
        pytest.fail(what, pytrace=False)
    pytest.skip(what)
