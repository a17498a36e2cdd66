"""What tests of telling people ask for; and nothing is remembered when faults are put in."""

import os
import sys
from collections.abc import Iterator

import pytest
from pydantic import SecretStr
from safeguarding.mail_server import Moods, mail_server
from safeguarding.net import Net

from app.db import Database
from app.settings import Settings

# What mutmut says it is about: the name of a fault, "stats" while it learns which test asks what.
ABOUT = "MUTANT_UNDER_TEST"


@pytest.fixture
def server() -> Iterator[tuple[Moods, str]]:
    with mail_server() as running:
        yield running


@pytest.fixture
def posted(settings: Settings, server: tuple[Moods, str]) -> Settings:
    own = {"smtp_url": SecretStr(server[1]), "mail_from": "alerts@whatmatters.example"}
    return settings.model_copy(update=own)


@pytest.fixture
def net(database: Database, posted: Settings) -> Net:
    return Net(database, posted)


@pytest.fixture(autouse=True, scope="session")
def nothing_remembered() -> None:
    """Forget what was worked out without the fault."""
    if os.environ.get(ABOUT):
        _forget()


@pytest.fixture(autouse=True)
def each_asks_for_itself() -> None:
    """Let no test lean on what the one before it worked out, while mutmut looks who asks what."""
    if os.environ.get(ABOUT) == "stats":
        _forget()


def _forget() -> None:
    rooms = [room for name, room in sys.modules.items() if name.startswith("app.safeguarding.")]
    for each in {each for room in rooms for each in vars(room).values() if callable(each)}:
        if hasattr(each, "cache_clear"):
            each.cache_clear()
