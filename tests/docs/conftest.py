"""What README shows is what a fresh start gives: these tests have the product to themselves."""

from collections.abc import Iterator

import pytest

from tests.stack import Stack, running


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The real engine, action server and gateway, with nobody's wishes in it yet."""
    with running(tmp_path_factory.mktemp("docs")) as started:
        yield started
