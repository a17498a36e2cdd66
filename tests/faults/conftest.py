"""What tests of the ground we stand on ask for: those of sending, as fast as it goes."""

import pytest
from invitations.conftest import book, clock, fake, gateway, go
from invitations.conftest import live as at_our_pace

from app.settings import Settings

__all__ = ["at_our_pace", "book", "clock", "fake", "gateway", "go"]


@pytest.fixture
def live(at_our_pace: Settings) -> Settings:
    """Settings under which everybody may be texted, through the fake, as fast as it goes."""
    return at_our_pace.model_copy(update={"sender_rate": 1000.0})
