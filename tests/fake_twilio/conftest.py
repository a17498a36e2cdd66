"""What the tests of the fake may ask for: the fake, somebody who asks it, and our door."""

from collections.abc import Iterator

import pytest
from fake_twilio.asking import Caller
from fake_twilio.ours import PUBLIC, Ours, door
from fake_twilio.server import FakeTwilio, running


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    """An honest fake in a thread."""
    with running() as server:
        yield server


@pytest.fixture
def caller(fake: FakeTwilio) -> Caller:
    """Somebody who asks the fake."""
    return Caller(fake, fake.address)


@pytest.fixture
def ours(fake: FakeTwilio) -> Iterator[Ours]:
    """Our door, where the fake's webhooks to our public address arrive."""
    with door() as opened:
        fake.rewrite = {PUBLIC: opened.address}
        fake.inbound_url = f"{PUBLIC}/sms/inbound"
        yield opened
