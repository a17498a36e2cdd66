"""Webhooks as the provider posts them, to a web application of the test's own."""

from flask import Flask
from invitations.conftest import Hands

from app.db import Database
from app.factory import create_app
from app.settings import Settings
from app.sms.signature import sign


def web(settings: Settings, database: Database, clock: Hands) -> Flask:
    """Make the web application in the test's own time."""
    app = create_app(settings, database=database, clock=clock)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, PREFERRED_URL_SCHEME="https")
    return app


def post(app: Flask, settings: Settings, path: str, form: dict[str, str]) -> int:
    """Post a webhook as the provider would sign it."""
    url = f"{settings.public_base_url}{path}"
    headers = {"X-Twilio-Signature": sign(url, form, settings.webhook_tokens[0])}
    return app.test_client().post(path, data=form, headers=headers).status_code


def text_in(app: Flask, settings: Settings, number: str, place: int, body: str = "sleep") -> int:
    """Text us from a phone."""
    form = {
        "MessageSid": f"SM{place:032x}", "AccountSid": settings.twilio_account_sid,
        "From": number, "To": settings.sender, "Body": body, "NumMedia": "0",
    }  # fmt: skip
    return post(app, settings, "/sms/inbound", form)


def receipt(app: Flask, settings: Settings, token: str, sid: str, status: str = "sent") -> int:
    """Send news of a text."""
    form = {"MessageSid": sid, "MessageStatus": status}
    return post(app, settings, f"/sms/receipts/{token}", form)
