"""The door that both webhooks share: a form of the right kind, signed for our public address."""

import re

from flask import abort, request

from app import clock
from app.settings import Settings, current_settings
from app.sms.signature import is_signed, public_url

FORM = "application/x-www-form-urlencoded"
# What the provider's message ids look like.
SID = re.compile(r"(SM|MM)[0-9a-f]{32}")
MALFORMED, NOT_OURS = 400, 403


def signed_form() -> Settings:
    """Let a signed form in and return the settings; 400 if it is no form, 403 if not signed."""
    if request.mimetype != FORM:
        abort(MALFORMED)
    settings = current_settings()
    url = public_url(settings.public_base_url, request.path, request.query_string)
    signature = request.headers.get("X-Twilio-Signature")
    if not is_signed(url, request.form, signature, settings.webhook_tokens_at(clock.now())):
        abort(NOT_OURS)
    return settings
