"""What tests of the ground we stand on ask for: the same as those of sending."""

from collections.abc import Iterator

import pytest
from fake_twilio.server import FakeTwilio, running
from invitations.conftest import DUE, Hands, book, clock, gateway, go

from app.db import Database
from app.invitations.live import go_live
from app.settings import Settings

__all__ = ["book", "clock", "gateway", "go"]


@pytest.fixture
def fake(clock: Hands) -> Iterator[FakeTwilio]:
    """An honest fake that lives in the test's own time."""
    with running() as server:
        server.clock = clock
        yield server


@pytest.fixture
def live(database: Database, settings: Settings, fake: FakeTwilio) -> Settings:
    """Settings under which everybody may be texted, through the fake, as fast as it goes."""
    given = {
        "gateway": "twilio", "twilio_api_base_url": fake.address, "texting": "live",
        "sender_rate": 1000.0,
    }  # fmt: skip
    found = settings.model_copy(update=given)
    with database.writing() as session:
        go_live(session, found, by="tests", now=DUE)
    return found
