"""The page of who gets no texts: shown, recorded and undone by staff of that organisation only."""

from datetime import datetime
from uuid import UUID

import pytest
from cast import AISHA, CLINIC_ADMIN, LONDON, SAM, TIANA, Cast
from conftest import SignedIn
from factories import make_person, make_staff
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from app.audit.models import AuditEvent
from app.db import Database
from app.invitations.models import OptOut
from app.invitations.opt_out import (
    people_opted_out_among,
    record_opt_out,
    record_person_opt_out,
    standing_in,
)

NOBODY = "9990001006"


@pytest.fixture
def admin(database: Database, signed_in: SignedIn) -> FlaskClient:
    """The browser of a clinic admin in London."""
    with database.writing() as session:
        member = make_staff(session, CLINIC_ADMIN)
    return signed_in(member)


def store(database: Database, who: Cast = SAM) -> UUID:
    with database.writing() as session:
        return make_person(session, who).id


def stop(database: Database, person: UUID, now: datetime, reason: str = "texted") -> UUID:
    with database.writing() as session:
        record_person_opt_out(session, person, reason, by="webhook", now=now)
        return session.exec(select(OptOut.id)).one()


def stopped(database: Database, person: UUID) -> bool:
    with database.reading() as session:
        return bool(people_opted_out_among(session, [person]))


def test_who_gets_no_texts_is_shown_with_why_since_and_by(
    admin: FlaskClient, database: Database, now: datetime
) -> None:
    person = store(database)
    with database.writing() as session:
        record_opt_out(session, SAM.mobile or "", "texted", by="webhook", now=now)
        record_person_opt_out(session, person, "texted", by="webhook", now=now)
    page = admin.get("/opt-outs").text
    assert "Sam Okafor" in page
    assert "a number ending 101, and any other of theirs" in page
    assert (SAM.mobile or "") not in page
    assert "They texted that they want no more texts. Since 6 May 2026, 16:30" in page
    assert "a text to us" in page
    assert page.count("<article") == 1


def test_nobody_of_another_organisation_is_shown(
    admin: FlaskClient, database: Database, now: datetime
) -> None:
    stop(database, store(database, TIANA), now)
    page = admin.get("/opt-outs").text
    assert "Tiana" not in page
    assert "Nobody has said that they want no texts." in page


def test_somebody_is_found_by_their_whole_number_and_stopped(
    admin: FlaskClient, database: Database
) -> None:
    person = store(database)
    page = admin.post("/opt-outs/find", data={"nhs_number": "999 945 8076"})
    assert (page.status_code, "Sam Okafor" in page.text) == (200, True)
    assert not stopped(database, person)
    unsaid = admin.post("/opt-outs/record", data={"person": str(person)})
    assert (unsaid.status_code, "Say how you were told." in unsaid.text) == (400, True)
    said = {"person": str(person), "how": "staff:phone"}
    done = admin.post("/opt-outs/record", data=said, follow_redirects=True)
    assert "Recorded. No more texts go to them." in done.text
    assert "They asked by phone." in done.text
    assert CLINIC_ADMIN.full_name in done.text
    assert stopped(database, person)
    with database.reading() as session:
        event = session.exec(select(AuditEvent).where(AuditEvent.action == "opted_out")).one()
        assert event.by.startswith("staff:")


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ("999 945 8075", 400, "no NHS number"),
        ("", 400, "no NHS number"),
        ("Sam", 400, "no NHS number"),
        (NOBODY, 404, "No young person here has that NHS number"),
        (TIANA.nhs_number, 404, "No young person here has that NHS number"),
    ],
)
def test_a_number_that_finds_nobody_is_said(
    admin: FlaskClient, database: Database, typed: str, status: int, said: str
) -> None:
    store(database, TIANA)
    page = admin.post("/opt-outs/find", data={"nhs_number": typed})
    assert (page.status_code, said in page.text) == (status, True)


def test_another_organisations_person_is_404_and_stays_as_they_are(
    admin: FlaskClient, database: Database, now: datetime
) -> None:
    tiana = store(database, TIANA)
    for person in (str(tiana), str(UUID(int=7)), "nobody", ""):
        answer = admin.post("/opt-outs/record", data={"person": person, "how": "staff:phone"})
        assert answer.status_code == 404
    assert not stopped(database, tiana)
    theirs = stop(database, tiana, now)
    answer = admin.post("/opt-outs/undo", data={"opt_out": str(theirs), "said_so": "yes"})
    assert answer.status_code == 404
    assert stopped(database, tiana)


def test_undoing_needs_their_own_word(
    admin: FlaskClient, database: Database, now: datetime
) -> None:
    person = store(database)
    theirs = str(stop(database, person, now))
    unsaid = admin.post("/opt-outs/undo", data={"opt_out": theirs})
    assert (unsaid.status_code, "Tick the box" in unsaid.text) == (400, True)
    assert stopped(database, person)
    said = {"opt_out": theirs, "said_so": "yes"}
    done = admin.post("/opt-outs/undo", data=said, follow_redirects=True)
    assert "Undone. Texts go to them again." in done.text
    assert not stopped(database, person)
    with database.reading() as session:
        event = session.exec(select(AuditEvent).where(AuditEvent.action == "opted_in")).one()
        assert event.by.startswith("staff:")
        assert standing_in(session, LONDON) == []
    assert admin.post("/opt-outs/undo", data=said).status_code == 404


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("provider", "ring them"),
        ("wrong_number", "the number is theirs, and they want texts"),
        ("bereavement", "it was a mistake, and they want texts"),
        ("forget", "delete what we hold"),
        ("staff:parent", "A parent or carer asked."),
        ("staff", "Staff recorded it."),
    ],
)
def test_each_reason_is_in_words(
    admin: FlaskClient, database: Database, now: datetime, reason: str, words: str
) -> None:
    stop(database, store(database, AISHA), now, reason)
    assert words in admin.get("/opt-outs").text


def test_nothing_of_it_stands_in_an_address_or_a_cookie(
    admin: FlaskClient, database: Database
) -> None:
    person = store(database)
    answer = admin.post("/opt-outs/record", data={"person": str(person), "how": "staff:visit"})
    assert answer.location == "/opt-outs?done=recorded"
    assert "Set-Cookie" not in answer.headers or "Okafor" not in answer.headers["Set-Cookie"]


def test_a_form_without_its_token_changes_nothing(
    app: Flask, admin: FlaskClient, database: Database
) -> None:
    person = store(database)
    app.config["WTF_CSRF_ENABLED"] = True
    answer = admin.post("/opt-outs/record", data={"person": str(person), "how": "staff:visit"})
    assert answer.status_code == 400
    assert not stopped(database, person)
