"""The webhook that brings news of the texts we sent."""

import re

from flask import Blueprint, abort, request

from app import clock
from app.db import database
from app.invitations.receipts import News, take_news
from app.sms.door import SID, signed_form
from app.staff.guards import public

bp = Blueprint("invitations", __name__)
csrf_exempt = True

STATUS = re.compile(r"[a-z_\-]{1,40}")
CODE = re.compile(r"[0-9]{0,20}")


@bp.post("/sms/receipts/<token>")
@public("The provider has no sign-in; its signature is checked instead")
def receipt(token: str) -> tuple[str, int]:
    """Take a status callback: 400 if malformed, 403 if not signed, else 204 whatever it says."""
    signed_form()
    news = _news(token)
    if news is None:
        abort(400)
    with database().writing() as session:
        take_news(session, news, now=clock.now())
    return "", 204


def _news(token: str) -> News | None:
    given = {
        name: request.form.getlist(name) for name in ("MessageSid", "MessageStatus", "ErrorCode")
    }
    if len(given["MessageSid"]) != 1 or len(given["MessageStatus"]) != 1:
        return None
    sid, status = given["MessageSid"][0], given["MessageStatus"][0]
    code = given["ErrorCode"][0] if given["ErrorCode"] else ""
    shaped = SID.fullmatch(sid) and STATUS.fullmatch(status) and CODE.fullmatch(code)
    return News(token[:64], sid, status, code) if shaped else None
