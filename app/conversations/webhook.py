"""The door that replies come in by: signed, of the right shape, kept, answered."""

import re

from flask import Blueprint, Response, abort, request

from app import clock
from app.conversations.intake import Inbound, take_in
from app.db import database
from app.safeguarding.handing_over_here import tell_without_scheduler
from app.settings import Settings
from app.sms.door import SID, signed_form
from app.sms.twiml import twiml
from app.staff.guards import public

bp = Blueprint("webhook", __name__)
csrf_exempt = True

E164 = re.compile(r"\+[1-9][0-9]{6,14}")
SHORT_CODE = re.compile(r"[0-9]{3,8}")
MEDIA_COUNT = re.compile(r"[0-9]{1,2}")
ONCE = ("MessageSid", "AccountSid", "From", "Body")


@bp.post("/sms/inbound")
@public("The provider has no sign-in; its signature is checked instead")
def receive() -> Response:
    """Take one inbound text: 400 if malformed, 403 if not signed, else TwiML with the answer."""
    settings = signed_form()
    inbound = _inbound(settings)
    if inbound is None:
        abort(400)
    held, now = database(), clock.now()
    answer = Response(twiml(take_in(held, inbound, now=now)), mimetype="text/xml")
    # After the answer has gone: nobody waits for mail or texts to staff.
    answer.call_on_close(lambda: tell_without_scheduler(held, settings, lambda: now))
    return answer


def _inbound(settings: Settings) -> Inbound | None:
    """Read the form strictly: what we use stands there once and in its shape; more is welcome."""
    form = request.form
    if any(len(form.getlist(name)) != 1 for name in ONCE):
        return None
    number, media = form["From"], form.get("NumMedia", "0")
    shaped = (
        SID.fullmatch(form["MessageSid"])
        and form["AccountSid"] == settings.twilio_account_sid
        and (E164.fullmatch(number) or SHORT_CODE.fullmatch(number))
        and MEDIA_COUNT.fullmatch(media)
    )
    if not shaped:
        return None
    return Inbound(
        sid=form["MessageSid"],
        number=number,
        body=form["Body"],
        media=int(media),
        form=list(form.items(multi=True)),
    )
