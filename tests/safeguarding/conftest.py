"""What tests of telling people ask for: a mail server, settings that name it, people to be told."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr
from safeguarding.mail_server import Moods, mail_server
from safeguarding.net import Net

from app.db import Database
from app.settings import Settings


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
