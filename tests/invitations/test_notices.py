"""What a person must look at: their own organisation's is theirs, the service's is everybody's."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest
from cast import BIRMINGHAM, CLINIC_ADMIN, LONDON, NOW, StaffCast
from conftest import SignedIn
from factories import make_clinic, make_staff
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.db import Database
from app.invitations.models import Notice, NoticeSeen
from app.invitations.notices import NoticeKind, mark_seen, notify, open_notices
from app.staff.models import StaffMember

BOTH = (LONDON, BIRMINGHAM)


@pytest.fixture
def notice(database: Database) -> UUID:
    """A notice of the whole service, where two organisations have a clinic and an admin of it."""
    with database.writing() as session:
        for code in BOTH:
            make_clinic(session, organisation_code=code)
            make_staff(session, admin_of(code))
        # Nobody here can see to anything: they are not waited for.
        make_clinic(session, organisation_code="XNONE")
        make_clinic(session, organisation_code="XLEFT")
        make_staff(session, admin_of("XLEFT"), active=False)
        notify(session, NoticeKind.SENDING_PAUSED, "all", now=NOW, code="configuration")
        return session.exec(select(Notice.id)).one()


def admin_of(code: str) -> StaffCast:
    return replace(CLINIC_ADMIN, email=f"admin@{code.lower()}.example", organisation_code=code)


def admin(session: Session, code: str) -> StaffMember:
    """The clinic admin of an organisation that has one."""
    theirs = StaffMember.email == admin_of(code).email
    return session.exec(select(StaffMember).where(theirs)).one()


def open_for(database: Database, organisation_code: str) -> list[UUID]:
    with database.reading() as session:
        return [each.id for each in open_notices(session, organisation_code)]


def see(database: Database, organisation_code: str, notice_id: UUID) -> bool:
    with database.writing() as session:
        return mark_seen(session, organisation_code, notice_id, by="staff:1", now=NOW)


def test_what_one_organisation_has_seen_to_stays_open_for_the_others(
    database: Database, notice: UUID
) -> None:
    assert see(database, LONDON, notice)
    assert open_for(database, LONDON) == []
    assert open_for(database, BIRMINGHAM) == [notice]
    assert see(database, BIRMINGHAM, notice)
    assert open_for(database, BIRMINGHAM) == []


def test_an_organisation_sees_to_a_notice_once(database: Database, notice: UUID) -> None:
    assert [see(database, LONDON, notice) for _ in range(2)] == [True, False]
    with database.reading() as session:
        assert session.exec(select(NoticeSeen.organisation_code)).all() == [LONDON]
        trail = [each.action for each in session.exec(select(AuditEvent))]
    assert trail.count("notice_seen") == 1


def test_what_every_organisation_has_seen_to_is_closed_and_not_told_to_a_later_one(
    database: Database, notice: UUID
) -> None:
    for code in BOTH:
        assert open_for(database, "XLATE") == [notice]
        see(database, code, notice)
    assert open_for(database, "XLATE") == []
    with database.reading() as session:
        assert session.get_one(Notice, notice).seen_at == NOW


def test_organisations_that_see_to_it_at_once_close_it_too(
    database: Database, notice: UUID
) -> None:
    with ThreadPoolExecutor(2) as at_once:
        assert list(at_once.map(lambda code: see(database, code, notice), BOTH)) == [True, True]
    with database.reading() as session:
        assert session.get_one(Notice, notice).seen_at == NOW


def test_what_is_closed_as_a_whole_is_closed_for_every_organisation(
    database: Database, notice: UUID
) -> None:
    with database.writing() as session:
        row = session.get_one(Notice, notice)
        row.seen_at, row.seen_by = NOW, "scheduler"
    assert [open_for(database, code) for code in BOTH] == [[], []]
    assert [see(database, code, notice) for code in BOTH] == [False, False]


def test_a_notice_of_one_organisation_is_theirs_alone(database: Database) -> None:
    with database.writing() as session:
        notify(session, NoticeKind.FORGET, "one", now=NOW, organisation_code=LONDON)
        own = session.exec(select(Notice.id)).one()
    assert open_for(database, BIRMINGHAM) == []
    assert not see(database, BIRMINGHAM, own)
    assert see(database, LONDON, own)
    assert open_for(database, LONDON) == []


def test_the_page_of_another_organisation_goes_on_saying_it(
    database: Database, notice: UUID, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        ours, theirs = (signed_in(admin(session, code)) for code in BOTH)
    assert "Every organisation is told of this" in ours.get("/texts").get_data(as_text=True)
    assert ours.post(f"/texts/notices/{notice}/seen").status_code == 302
    assert "Sending stood still." not in ours.get("/texts").get_data(as_text=True)
    assert "Sending stood still." in theirs.get("/texts").get_data(as_text=True)
    assert "1 thing needs a look." in theirs.get("/").get_data(as_text=True)
    assert theirs.post(f"/texts/notices/{notice}/seen").status_code == 302
    assert "Sending stood still." not in theirs.get("/texts").get_data(as_text=True)
