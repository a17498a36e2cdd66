"""The young person's side of the demo: what they type goes in through the real webhook."""

from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

from flask import Flask

from app.db import Database
from app.settings import Settings
from app.sms import pretend_phone

OK = 200


def reply(
    web: Flask, settings: Settings, database: Database, number: str, body: str, *, now: datetime
) -> str | None:
    """Text `body` from a pretend phone; return the words that came back, if any did.

    The request is signed and shaped as Twilio's, and travels the web application's own routes.
    """
    sid = pretend_phone.new_sid()
    with database.writing() as session:
        pretend_phone.keep(session, number, body, sid=sid, from_the_phone=True, now=now)
    url, form, signature = pretend_phone.signed_reply(settings, number, body, sid)
    answer = web.test_client().post(
        urlsplit(url).path, data=form, headers={"X-Twilio-Signature": signature}
    )
    words = _words_of(answer.get_data()) if answer.status_code == OK else None
    if words:
        with database.writing() as session:
            pretend_phone.keep(
                session, number, words, sid=pretend_phone.new_sid(), from_the_phone=False, now=now
            )
    return words


def _words_of(twiml: bytes) -> str | None:
    # Our own web application wrote this, so the standard library's reader is safe enough here.
    message = ElementTree.fromstring(twiml).find("Message")  # noqa: S314
    return None if message is None else "".join(message.itertext())
