"""What became of a text to staff: one that does not arrive sends the next person off at once."""

from uuid import UUID

from flask import Blueprint, abort, request
from sqlmodel import col, select

from app import clock
from app.db import database
from app.safeguarding.alerts import give_up
from app.safeguarding.models import Alert
from app.sms.door import SID, signed_form
from app.staff.guards import public

bp = Blueprint("alert_receipts", __name__)
csrf_exempt = True

NOT_ARRIVED = ("undelivered", "failed")


@bp.post("/sms/alerts/<uuid:alert_id>")
@public("The provider has no sign-in; its signature is checked instead")
def alert_receipt(alert_id: UUID) -> tuple[str, int]:
    """Take a status callback: 400 if malformed, 403 if not signed, else 204 whatever it says."""
    signed_form()
    status = request.form.get("MessageStatus", "")
    if not SID.fullmatch(request.form.get("MessageSid", "")) or not status:
        abort(400)
    if status in NOT_ARRIVED:
        with database().writing() as session:
            question = select(Alert).where(col(Alert.id) == alert_id, col(Alert.state) == "sent")
            alert = session.exec(question.with_for_update()).one_or_none()
            if alert is not None:
                give_up(session, alert, status, now=clock.now())
    return "", 204
