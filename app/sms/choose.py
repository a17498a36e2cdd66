"""Which gateway this installation uses."""

from app.clock import Clock
from app.db import Database
from app.settings import Settings
from app.sms.gateway import Gateway
from app.sms.pretend_phone import PretendPhone
from app.sms.twilio import TwilioGateway


def gateway_for(settings: Settings, database: Database, clock: Clock) -> Gateway:
    """Make the gateway that the settings name."""
    if settings.gateway == "twilio":
        return TwilioGateway(settings)
    return PretendPhone(database, clock)
