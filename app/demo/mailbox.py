"""The demo's mailbox: what would have gone out to staff; registered in demo mode only."""

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from flask import Blueprint, render_template
from sqlmodel import Session, col, select

from app.db import database, unseal
from app.demo.queries import clinic_days
from app.demo.views import WHY, clock_in_words, moment_in_words
from app.safeguarding.models import Alert, KeptMail
from app.settings import current_settings
from app.sms.pretend_phone import texts_on
from app.staff.guards import public

bp = Blueprint("mailbox", __name__)

MOST_SHOWN = 100
LINK = re.compile(r"(https?://\S+)")
NOT_GONE = {"waiting": "waits to go", "sending": "is on its way", "failed": "could not go"}


@bp.get("/pretend-mailbox")
@public(WHY)
def mailbox() -> str:
    """Show the mails and texts to staff, newest first, and what has not gone."""
    with database().reading() as session:
        went = sorted((*_mails(session), *_texts(session)), key=lambda each: each[0], reverse=True)
        return render_template(
            "demo/mailbox.html",
            messages=[shown for _, shown in went[:MOST_SHOWN]],
            not_gone=_not_gone(session),
            **clock_in_words(clinic_days(session)),
        )


def parts_of(body: str, base_url: str) -> Iterator[dict[str, str]]:
    """Yield a message in parts; one that leads to this service carries where on it.

    >>> [part["path"] for part in parts_of("Look: http://a.example/concerns/1", "http://a.example")]
    ['', '/concerns/1']
    """
    for part in LINK.split(body):
        ours = bool(base_url) and part.startswith(base_url.rstrip("/") + "/")
        if part:
            yield {"text": part, "path": urlsplit(part).path if ours else ""}


def _mails(session: Session) -> Iterator[tuple[datetime, dict[str, object]]]:
    newest = select(KeptMail).order_by(col(KeptMail.at).desc(), col(KeptMail.id).desc())
    for mail in session.exec(newest.limit(MOST_SHOWN)):
        body, to = unseal(session, mail, "body"), unseal(session, mail, "to")
        yield mail.at, _shown("E-mail", to, mail.subject, body, mail.at)


def _texts(session: Session) -> Iterator[tuple[datetime, dict[str, object]]]:
    """The texts on the phones of those who are told by text."""
    told = select(Alert).where(Alert.channel == "text").order_by(col(Alert.created_at).desc())
    found = session.exec(told.limit(MOST_SHOWN))
    for number in dict.fromkeys(unseal(session, alert, "address") for alert in found):
        for text in texts_on(session, number):
            if not text.from_the_phone:
                yield text.at, _shown("Text", number, "", text.body, text.at)


def _shown(kind: str, to: str, subject: str, body: str, at: datetime) -> dict[str, object]:
    parts = list(parts_of(body, current_settings().public_base_url))
    return {"kind": kind, "to": to, "subject": subject, "parts": parts, "at": moment_in_words(at)}


def _not_gone(session: Session) -> list[str]:
    """What is owed to staff and has not gone, in words."""
    question = select(Alert).where(col(Alert.state) != "sent").order_by(col(Alert.created_at))
    return [
        f"{'A mail' if alert.channel == 'email' else 'A text'} to "
        f"{unseal(session, alert, 'address')} {NOT_GONE[alert.state]}."
        for alert in session.exec(question.limit(MOST_SHOWN))
    ]
