"""A clinic with its page of who is told, an administrator at it, and what stands behind it."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from cast import ADMINISTRATOR, BIRMINGHAM, LONDON, NOW, StaffCast
from conftest import SignedIn
from factories import make_clinic, make_staff
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import col, select

from app import clock as clock_room
from app.audit.models import AuditEvent
from app.clinics.safety_people import SafetyPerson, people_for
from app.db import Database, unseal
from app.invitations.models import LiveHost
from app.safeguarding.alerts import note_failed, note_sent
from app.safeguarding.models import Alert
from app.staff.models import StaffMember

PAGE = "/who-is-told"
MOIRA = {"full_name": "Moira Castell", "email": "lead@riverside.example", "mobile": "07700 900901"}
TESS = {"full_name": "Tess Oyelaran", "email": "cover@riverside.example", "mobile": ""}
JOAN = {"full_name": "Joan Ekwueme", "email": "on.call@riverside.example", "mobile": ""}


class Net:
    """Two clinics of London and one of Birmingham, nobody named yet, and an administrator."""

    def __init__(self, app: Flask, database: Database, signed_in: SignedIn) -> None:
        self.database, self.signed_in, self.now = database, signed_in, NOW
        app.extensions[clock_room.EXTENSION] = lambda: self.now
        with database.writing() as session:
            make = {"netted": False, "name": "Riverside Hospital"}
            self.tuesday = make_clinic(session, code="RIV-TUE", **make)
            self.thursday = make_clinic(session, code="RIV-THU", **make)
            self.away = make_clinic(
                session, code="CAN-WED", netted=False, organisation_code=BIRMINGHAM
            )
        self.admin = self.browser(ADMINISTRATOR)

    def browser(self, who: StaffCast, **given: Any) -> FlaskClient:
        """Sign somebody in who is named for the clinic of Tuesdays."""
        with self.database.writing() as session:
            known = select(StaffMember).where(StaffMember.email == who.email)
            member = session.exec(known).first()
            member = member or make_staff(session, who, clinics=[self.tuesday], **given)
        return self.signed_in(member)

    def page(self, who: FlaskClient | None = None) -> str:
        """Return the page as it reads, without its tags."""
        return plain((who or self.admin).get(PAGE).text)

    def name(self, role: str, form: dict[str, str], clinic: UUID | None = None, **more: Any) -> int:
        """Name somebody through the form, as the page sends it; return the status."""
        where = "list" if role == "list" else f"{clinic or self.tuesday.id}/{role}"
        address = f"{PAGE}/{where}"
        shown = self.admin.get(address).text
        found = re.search(r'name="instead_of" value="([^"]*)"', shown)
        assert found
        data = {**form, "instead_of": found[1], **more}
        return self.admin.post(address, data=data).status_code

    def people(self, organisation_code: str = LONDON) -> list[tuple[str, str, str]]:
        """Return who is told now: role, name and address, in order."""
        with self.database.reading() as session:
            return [
                (each.role, unseal(session, each, "name"), unseal(session, each, "email"))
                for each in people_for(session, organisation_code, None)
            ]

    def person(self, role: str, clinic: UUID | None = None) -> SafetyPerson:
        """Return the one who has a part now."""
        with self.database.reading() as session:
            question = select(SafetyPerson).where(
                SafetyPerson.role == role, col(SafetyPerson.left_at).is_(None)
            )
            if role != "list":
                question = question.where(SafetyPerson.clinic_id == (clinic or self.tuesday.id))
            return session.exec(question.order_by(col(SafetyPerson.place))).first() or _nobody()

    def do(self, what: str, person: SafetyPerson, **form: str) -> str:
        """Press a button beside somebody; return the page that follows, as it reads."""
        address = f"{PAGE}/people/{person.id}/{what}"
        return plain(self.admin.post(address, data=form, follow_redirects=True).text)

    def mails(self) -> list[tuple[str, str]]:
        """Return the test mails that were put down: address and state."""
        with self.database.reading() as session:
            question = select(Alert).where(Alert.kind == "test").order_by(col(Alert.id))
            return [(unseal(session, e, "address"), e.state) for e in session.exec(question)]

    def mails_are_taken(self) -> None:
        """Let the mail server take every test mail."""
        self._settle(lambda session, each: note_sent(session, each, now=self.now))

    def mails_fail(self, failure: str = "smtp_550") -> None:
        """Let the mail server refuse every test mail for good."""
        self._settle(
            lambda session, each: note_failed(session, each, failure, lasting=True, now=self.now)
        )

    def _settle(self, how: Callable[[Any, UUID], None]) -> None:
        with self.database.writing() as session:
            for alert in session.exec(select(Alert).where(Alert.state == "waiting")).all():
                how(session, alert.id)
        self.now += timedelta(minutes=1)

    def goes_live(self) -> None:
        """Make the service live."""
        with self.database.writing() as session:
            session.add(LiveHost(id=1, host="whatmatters.example", since=NOW, by="tests"))

    def trail(self) -> list[str]:
        """Return what people did, but for opening pages."""
        with self.database.reading() as session:
            found = session.exec(select(AuditEvent).order_by(col(AuditEvent.place)))
            return [each.action for each in found if not each.action.startswith("page_")]


def plain(page: str) -> str:
    """Return the words of a page, without tags and with single blanks."""
    body = re.sub(r"</?(?:bdi|span|strong)\b[^>]*>", "", page[page.index("<main") :])
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def _nobody() -> SafetyPerson:
    raise AssertionError("nobody has that part")
