"""Telling the real webhook, signed, that the pretend phone has got its texts."""

from datetime import datetime

import requests

from app.db import Database
from app.logs import logger
from app.settings import Settings
from app.sms import pretend_phone

log = logger(__name__)

PATIENCE_SECONDS = 3
OK = range(200, 300)


def deliver(database: Database, settings: Settings, *, now: datetime) -> int:
    """Post one signed receipt for each text not yet delivered; return how many were taken."""
    with database.reading() as session:
        waiting = pretend_phone.undelivered(session)
    taken = 0
    for text in waiting:
        url, form, signature = pretend_phone.signed_receipt(settings, text, "delivered")
        try:
            answer = requests.post(
                url, form, headers={"X-Twilio-Signature": signature}, timeout=PATIENCE_SECONDS
            )
        except requests.RequestException:
            log.info("web_process_not_there_yet")
            return taken
        if answer.status_code in OK:
            with database.writing() as session:
                pretend_phone.mark_delivered(session, text.sid, now=now)
            taken += 1
    return taken
