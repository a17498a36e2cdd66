"""Handing a mail over to a mail server, with honest outcomes; or keeping it, in the demo."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol
from urllib.parse import unquote, urlsplit

from app.clock import Clock
from app.db import Database, seal
from app.safeguarding.models import KeptMail
from app.settings import LOOPBACK, Settings

SECONDS = 8.0
PORTS = {"smtp": 587, "smtps": 465}
FIRST_LASTING_FAULT = 500


@dataclass(frozen=True)
class Mail:
    """One mail: to whom, its subject and its words. With the same `key` it is the same mail."""

    to: str
    subject: str
    body: str
    key: str


@dataclass(frozen=True)
class Handed:
    """What came of it: taken, or not and why (a code); `lasting` where trying again is no use."""

    taken: bool
    failure: str = ""
    lasting: bool = False


class Mailer(Protocol):
    """Whoever carries mail; never raises for what a server or the network does."""

    def send(self, mail: Mail) -> Handed:
        """Hand over one mail, once."""
        ...


class SmtpMailer:
    """A mail server by SMTP: encrypted, but to this very machine; each mail on its own."""

    def __init__(self, url: str, sender: str) -> None:
        self._parts = urlsplit(url)
        self._sender = sender

    def send(self, mail: Mail) -> Handed:
        """Hand over one mail, once."""
        try:
            with self._connected() as server:
                refused = server.send_message(_message(mail, self._sender))
            return Handed(not refused, "refused" if refused else "", bool(refused))
        except smtplib.SMTPRecipientsRefused as fault:
            codes = [code for code, _ in fault.recipients.values()]
            return _fault(min(codes, default=0))
        except smtplib.SMTPResponseException as fault:
            return _fault(fault.smtp_code)
        except (smtplib.SMTPException, OSError, ValueError) as fault:
            return Handed(False, type(fault).__name__[:60])

    def _connected(self) -> smtplib.SMTP:
        scheme, host = self._parts.scheme, self._parts.hostname or ""
        port = self._parts.port or PORTS[scheme]
        trusted = ssl.create_default_context()
        if scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=trusted)
        else:
            server = smtplib.SMTP(host, port, timeout=SECONDS)
        try:
            if scheme == "smtp" and host not in LOOPBACK:
                server.starttls(context=trusted)
            if self._parts.username:
                server.login(unquote(self._parts.username), unquote(self._parts.password or ""))
        except BaseException:
            server.close()
            raise
        return server


class KeepingMailer:
    """Keeps each mail for the demo's mailbox page, and sends none."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def send(self, mail: Mail) -> Handed:
        """Keep one mail."""
        with self._database.writing() as session:
            subject, at = mail.subject[:200], self._clock()
            kept = KeptMail(subject=subject, at=at, to_sealed=b"", body_sealed=b"")
            seal(session, kept, "to", mail.to)
            seal(session, kept, "body", mail.body)
            session.add(kept)
        return Handed(True)


class NoMailer:
    """There is no mail server: every mail waits, and then counts as failed."""

    def send(self, mail: Mail) -> Handed:
        """Take nothing."""
        return Handed(False, "no_mail_server")


def mailer_for(settings: Settings, database: Database, clock: Clock) -> Mailer:
    """Make whoever carries mail in this installation."""
    if settings.smtp_url.get_secret_value():
        return SmtpMailer(settings.smtp_url.get_secret_value(), settings.mail_from)
    if settings.demo_mode or settings.gateway == "pretend_phone":
        return KeepingMailer(database, clock)
    return NoMailer()


def _fault(code: int) -> Handed:
    return Handed(False, f"smtp_{code}", code >= FIRST_LASTING_FAULT)


def _message(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, mail.to, mail.subject
    domain = sender.rpartition("@")[2].strip("<> ") or "localhost"
    message["Message-ID"] = f"<{mail.key}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    return message
