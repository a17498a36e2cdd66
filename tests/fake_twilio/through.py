"""Settings of a service that texts everybody, through the fake provider."""

from fake_twilio.server import FakeTwilio

from app.settings import Settings


def through(fake: FakeTwilio, settings: Settings, **others: object) -> Settings:
    """Return settings under which texts go to everybody, by way of the fake."""
    given = {"gateway": "twilio", "twilio_api_base_url": fake.address, "texting": "live"}
    return settings.model_copy(update=given | others)
