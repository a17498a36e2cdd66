"""Whether the provider knows this installation's account: one cheap question, nothing is sent."""

from requests.exceptions import RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from app.settings import Settings

ACTIVE = "active"
UNAUTHORISED = (401, 403, 404)
# What the SDK raises when the answer is not what it expects.
NOT_AN_ACCOUNT = (AttributeError, KeyError, TypeError, ValueError)
UNREACHABLE = "See that this machine may reach api.twilio.com, and look at status.twilio.com."
NOT_KNOWN = "Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN anew from the Twilio console."
NOT_ACTIVE = "Open the Twilio console: an account that is suspended or closed sends nothing."


def account_fault(settings: Settings, patience_seconds: float) -> tuple[str, str] | None:
    """Ask Twilio for our own account; return what was found and what to do, or None if well."""
    http = TwilioHttpClient(timeout=patience_seconds, max_retries=0)
    token = settings.twilio_auth_token.get_secret_value()
    client = Client(settings.twilio_account_sid, token, http_client=http)
    if settings.twilio_api_base_url:
        client.api.base_url = settings.twilio_api_base_url
    try:
        status = str(client.api.accounts(settings.twilio_account_sid).fetch().status)
    except TwilioRestException as fault:
        known = fault.status not in UNAUTHORISED
        return f"Twilio answers {fault.status}", UNREACHABLE if known else NOT_KNOWN
    except (TwilioException, RequestException, *NOT_AN_ACCOUNT) as fault:
        return f"Twilio does not answer ({type(fault).__name__})", UNREACHABLE
    return None if status == ACTIVE else (f"Twilio says this account is {status}", NOT_ACTIVE)
