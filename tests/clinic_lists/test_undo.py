"""Taking a list back: whole, until its first text has gone, and never after."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from cast import AISHA, LONDON, SAM
from factories import make_ask, make_clinic
from lists import CODE, clinic_list, row
from sqlmodel import Session, col, select

from app.appointments.models import Appointment, ClinicList
from app.appointments.previewed import Upload
from app.appointments.register import preview_clinic_list, save_clinic_list
from app.appointments.undo import TakenBack
from app.audit.models import AuditEvent
from app.clinic_lists.undo import undo_clinic_list, undoable
from app.db import Database, unseal
from app.errors import Refusal
from app.invitations.models import Invitation
from app.invitations.states import State
from app.people.models import YoungPerson

BY = "command line"


@pytest.fixture(autouse=True)
def clinic(database: Database) -> UUID:
    with database.writing() as session:
        return make_clinic(session, code=CODE).id


def save(database: Database, now: datetime, *rows: dict[str, str]) -> UUID:
    with database.writing() as session:
        upload = Upload("list.csv", clinic_list(*rows), LONDON, None, fictional=True)
        preview = preview_clinic_list(session, upload, by=BY, now=now)
        save_clinic_list(session, preview.list_id, by=BY, now=now)
        return preview.list_id


def undo(database: Database, list_id: UUID, now: datetime) -> TakenBack:
    with database.writing() as session:
        return undo_clinic_list(session, list_id, by=BY, now=now)


def everything(session: Session) -> list[object]:
    """All that is held of people and visits, in words."""
    people = session.exec(select(YoungPerson).order_by(col(YoungPerson.id)))
    visits = session.exec(select(Appointment).order_by(col(Appointment.id)))
    shown: list[object] = [
        (
            unseal(session, each, "first_name"),
            unseal(session, each, "mobile"),
            each.number_belongs_to,
            each.updated_at,
        )
        for each in people
    ]
    return shown + [(v.starts_at, v.status, v.clinic_list_id, v.updated_at) for v in visits]


def test_what_a_list_added_is_gone_once_it_is_undone(database: Database, now: datetime) -> None:
    list_id = save(database, now, row(SAM), row(AISHA))
    done = undo(database, list_id, now)
    assert (done.visits_removed, done.people_removed, done.left) == (2, 2, 0)
    with database.reading() as session:
        assert everything(session) == []
        assert session.get_one(ClinicList, list_id).state == "undone"


def test_what_a_list_changed_is_as_it_was(database: Database, now: datetime) -> None:
    save(database, now, row(SAM, appointment_id="A-1"), row(AISHA, appointment_id="A-2"))
    with database.reading() as session:
        before = everything(session)
    later = now + timedelta(hours=1)
    moved = row(SAM, appointment_id="A-1", appointment_date="19/05/2026", mobile="07700 900199")
    cancelled = row(AISHA, appointment_id="A-2", status="cancelled")
    list_id = save(database, later, moved, cancelled)
    done = undo(database, list_id, later)
    assert (done.visits_restored, done.people_restored) == (2, 1)
    with database.reading() as session:
        assert everything(session) == before


def test_two_visits_that_changed_places_change_back(database: Database, now: datetime) -> None:
    save(
        database, now,
        row(SAM, appointment_id="A-1"), row(SAM, appointment_id="A-2", appointment_time="10:30"),
    )  # fmt: skip
    with database.reading() as session:
        before = everything(session)
    later = now + timedelta(hours=1)
    list_id = save(
        database, later,
        row(SAM, appointment_id="A-2"), row(SAM, appointment_id="A-1", appointment_time="10:30"),
    )  # fmt: skip
    with database.reading() as session:
        assert everything(session) != before
    undo(database, list_id, later)
    with database.reading() as session:
        assert everything(session) == before


def test_what_another_list_changed_since_is_left(database: Database, now: datetime) -> None:
    list_id = save(database, now, row(SAM, appointment_id="A-1"), row(AISHA))
    later = now + timedelta(hours=1)
    save(database, later, row(SAM, appointment_id="A-1", appointment_time="11:00"))
    done = undo(database, list_id, later)
    assert (done.visits_removed, done.left) == (1, 1)
    with database.reading() as session:
        assert len(session.exec(select(Appointment)).all()) == 1


@pytest.mark.parametrize("state", [State.SUBMITTING, State.IN_DOUBT, State.ACCEPTED])
def test_a_list_whose_text_has_gone_stays_and_says_what_cannot_be_undone(
    database: Database, now: datetime, state: State
) -> None:
    list_id = save(database, now, row(SAM), row(AISHA))
    with database.writing() as session:
        visit = session.exec(select(Appointment)).first()
        assert visit is not None
        make_ask(session, visit, state=state.value, sent_at=now + timedelta(hours=1))
    with pytest.raises(Refusal, match=r"One text about this list has gone"):
        undo(database, list_id, now)
    with database.reading() as session:
        assert len(session.exec(select(Appointment)).all()) == 2
        assert undoable(session, session.get_one(ClinicList, list_id)).possible is False


def test_a_text_that_is_only_owed_goes_with_its_list(database: Database, now: datetime) -> None:
    list_id = save(database, now, row(SAM))
    with database.writing() as session:
        visit = session.exec(select(Appointment)).one()
        make_ask(session, visit, state=State.READY.value, sent_at=now)
    undo(database, list_id, now)
    with database.reading() as session:
        assert session.exec(select(Invitation)).all() == []


def test_undoing_twice_does_nothing_twice_and_says_so(database: Database, now: datetime) -> None:
    list_id = save(database, now, row(SAM))
    undo(database, list_id, now)
    with pytest.raises(Refusal, match="undone already"):
        undo(database, list_id, now)


def test_an_undone_list_may_be_uploaded_again(database: Database, now: datetime) -> None:
    undo(database, save(database, now, row(SAM)), now)
    save(database, now + timedelta(hours=1), row(SAM))
    with database.reading() as session:
        assert len(session.exec(select(Appointment)).all()) == 1


def test_undoing_is_on_the_trail(database: Database, now: datetime) -> None:
    undo(database, save(database, now, row(SAM)), now)
    with database.reading() as session:
        actions = [event.action for event in session.exec(select(AuditEvent))]
    assert "clinic_list_undone" in actions


def test_a_text_owed_before_the_list_and_gone_since_keeps_it(
    database: Database, now: datetime
) -> None:
    save(database, now, row(SAM, appointment_id="A-1"))
    with database.writing() as session:
        visit = session.exec(select(Appointment)).one()
        make_ask(session, visit, state="ready", sent_at=now)
    later = now + timedelta(hours=1)
    moved = save(database, later, row(SAM, appointment_id="A-1", appointment_time="11:00"))
    with database.writing() as session:
        ask = session.exec(select(Invitation)).one()
        session.delete(ask)
        session.flush()
        make_ask(session, session.exec(select(Appointment)).one(), sent_at=later).created_at = now
    with pytest.raises(Refusal, match="One text about this list has gone, to Sam Okafor, and"):
        undo(database, moved, later)


def test_a_time_that_another_list_has_booked_since_is_not_taken_back(
    database: Database, now: datetime
) -> None:
    save(database, now, row(SAM, appointment_id="A-1"))
    later = now + timedelta(hours=1)
    first = save(database, later, row(SAM, appointment_id="A-1", appointment_time="11:00"))
    save(database, later + timedelta(hours=1), row(SAM, appointment_id="A-2"))
    with pytest.raises(Refusal, match="Undo that list first"):
        undo(database, first, later)
    with database.reading() as session:
        assert session.get_one(ClinicList, first).state == "saved"
