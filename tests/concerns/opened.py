"""Concerns for tests: a reply with an open concern, and staff of the clinic in browsers."""

import json
from datetime import datetime
from typing import Any

from cast import CLINIC_ADMIN, CLINICIAN, NOW, SAFEGUARDING, SAM, StaffCast
from conftest import SignedIn
from factories import make_appointment, make_clinic, make_person, make_reply, make_staff
from flask.testing import FlaskClient
from sqlmodel import Session, select

from app.appointments.models import Appointment
from app.audit.models import AuditEvent
from app.clinics.models import Clinic
from app.conversations.models import Reply
from app.db import Database, seal
from app.safeguarding.models import Concern, ConcernEvent
from app.safeguarding.phrases import concerns_in

WORDS = "1 hair 2 hba1c 3 sometimes i wanna disappear"
SECOND_LEAD = StaffCast("Tess Oyelaran", "second.lead@riverside.example", SAFEGUARDING.role)


def make_visit(session: Session, who: Any = SAM, code: str = "RIV", **given: Any) -> Appointment:
    """Store a visit of somebody at a clinic, which is made if it is not there."""
    known = session.exec(select(Clinic).where(Clinic.code == code)).first()
    clinic = known or make_clinic(session, code=code, organisation_code=who.organisation_code)
    return make_appointment(session, clinic, make_person(session, who), **given)


def make_concern(
    session: Session,
    visit: Appointment | None,
    words: str = WORDS,
    *,
    tier: int = 1,
    number: str = SAM.mobile or "",
    at: datetime = NOW,
    **given: Any,
) -> Concern:
    """Store a reply with an open concern, marked where the reader of words marks it."""
    reply = make_reply(session, visit, words, number=number, received_at=at)
    return concern_about(session, reply, visit, words, tier=tier, at=at, **given)


def concern_about(
    session: Session,
    reply: Reply,
    visit: Appointment | None,
    words: str,
    *,
    tier: int = 1,
    at: datetime = NOW,
    **given: Any,
) -> Concern:
    """Store the open concern of a reply."""
    clinic = session.get(Clinic, visit.clinic_id) if visit else None
    ordinary: dict[str, Any] = {
        "reply_id": reply.id,
        "number_key": reply.number_key,
        "organisation_code": clinic.organisation_code if clinic else None,
        "clinic_id": clinic.id if clinic else None,
        "appointment_id": visit.id if visit else None,
        "young_person_id": visit.young_person_id if visit else None,
        "tier": tier,
        "first_tier": tier,
        "opened_at": at,
        "due_at": at if tier < 3 else None,
    }
    concern = Concern(**ordinary | given)
    signs = concerns_in([words]).signs
    said = [{name: getattr(each, name) for name in type(each).__slots__} for each in signs]
    seal(session, concern, "signs", json.dumps(said))
    session.add(concern)
    session.flush()
    session.add(ConcernEvent(concern_id=concern.id, what="opened", by="webhook", at=at))
    session.flush()
    return concern


class Team:
    """The clinic's staff, each in a browser of their own."""

    def __init__(self, database: Database, signed_in: SignedIn) -> None:
        with database.writing() as session:
            clinics = session.exec(select(Clinic).where(Clinic.organisation_code == "XLD01")).all()
            self.members = {
                each.full_name: make_staff(session, each, clinics=clinics)
                for each in (CLINICIAN, CLINIC_ADMIN, SAFEGUARDING, SECOND_LEAD)
            }
        self._signed_in = signed_in

    def browser(self, who: StaffCast) -> FlaskClient:
        """A browser in which somebody is signed in."""
        return self._signed_in(self.members[who.full_name])

    def by(self, who: StaffCast) -> str:
        """How the trail names somebody."""
        return f"staff:{self.members[who.full_name].id}"


def seen_on(browser: FlaskClient, concern: Concern) -> str:
    """What people had done as the page of a concern shows it: forms send it along."""
    page = browser.get(f"/concerns/{concern.id}").text
    return page.split('name="seen" value="')[1].split('"')[0]


def send(browser: FlaskClient, concern: Concern, way: str, **form: str) -> tuple[int, str]:
    """Send one form of the page of a concern as it is now; return its code and the page."""
    form = {"seen": seen_on(browser, concern), **form}
    answer = browser.post(f"/concerns/{concern.id}/{way}", data=form, follow_redirects=True)
    return answer.status_code, answer.text


def as_it_stands(database: Database, concern: Concern) -> Concern:
    """Return a concern as the database holds it now."""
    with database.reading() as session:
        return session.exec(select(Concern).where(Concern.id == concern.id)).one()


def history(database: Database, concern: Concern) -> list[str]:
    """Return what happened to a concern, oldest first."""
    with database.reading() as session:
        found = session.exec(select(ConcernEvent).where(ConcernEvent.concern_id == concern.id))
        return [each.what for each in sorted(found, key=lambda each: each.id)]


def actions_of(database: Database, concern: Concern) -> list[str]:
    """Return what the trail says was done with a concern."""
    with database.reading() as session:
        found = session.exec(
            select(AuditEvent).where(AuditEvent.subject == f"concern:{concern.id}")
        )
        return [each.action for each in sorted(found, key=lambda each: each.place)]
