"""Saving a list: all of it or nothing, once, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from cast import AISHA, ELLA, LONDON, NO_PHONE, SAM
from factories import make_clinic
from lists import CODE, clinic_list, row
from sqlmodel import Session, col, select

from app.appointments import saving
from app.appointments.models import Appointment, ClinicList
from app.appointments.previewed import Upload
from app.appointments.register import (
    Saved,
    look_again,
    preview_clinic_list,
    save_clinic_list,
)
from app.audit.models import AuditEvent
from app.db import Database, unseal
from app.errors import Refusal
from app.many_rows import Laid, write_out
from app.people.models import YoungPerson
from app.people.queries import names_of

BY = "command line"
START = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)


@pytest.fixture
def clinic(database: Database) -> UUID:
    with database.writing() as session:
        return make_clinic(session, code=CODE).id


def upload(*rows: dict[str, str], name: str = "list.csv") -> Upload:
    return Upload(name, clinic_list(*rows), LONDON, None, fictional=True)


def save(database: Database, now: datetime, *rows: dict[str, str]) -> Saved:
    with database.writing() as session:
        preview = preview_clinic_list(session, upload(*rows), by=BY, now=now)
        return save_clinic_list(session, preview.list_id, by=BY, now=now)


def appointments(session: Session) -> list[Appointment]:
    return list(session.exec(select(Appointment).order_by(col(Appointment.starts_at))))


@pytest.mark.usefixtures("clinic")
def test_a_preview_saves_no_appointment(database: Database, now: datetime) -> None:
    with database.writing() as session:
        preview = preview_clinic_list(session, upload(row(SAM)), by=BY, now=now)
    assert preview.counts["new"] == 1
    with database.reading() as session:
        assert appointments(session) == []
        assert session.exec(select(YoungPerson)).all() == []
        assert session.get_one(ClinicList, preview.list_id).state == "previewed"


@pytest.mark.usefixtures("clinic")
def test_a_saved_list_holds_people_and_their_appointments(
    database: Database, now: datetime
) -> None:
    saved = save(database, now, row(SAM, number_belongs_to="self"), row(NO_PHONE))
    assert (saved.counts["new"], saved.changed_nothing) == (2, False)
    with database.reading() as session:
        found = appointments(session)
        people = names_of(session, [one.young_person_id for one in found])
        assert {one.starts_at for one in found} == {START}
        sam = next(each for each in people.values() if each.first_name == SAM.first_name)
        assert (sam.last_name, sam.nhs_number) == (SAM.last_name, SAM.nhs_number)
        assert (sam.mobile, sam.number_belongs_to) == (SAM.mobile, "self")
        assert sam.date_of_birth == SAM.date_of_birth


@pytest.mark.usefixtures("clinic")
def test_the_same_list_again_changes_nothing_also_under_another_name(
    database: Database, now: datetime
) -> None:
    save(database, now, row(SAM), row(AISHA))
    with database.writing() as session:
        again = upload(row(SAM), row(AISHA), name="copy of list.csv")
        preview = preview_clinic_list(session, again, by=BY, now=now)
        saved = save_clinic_list(session, preview.list_id, by=BY, now=now)
    assert preview.changes_nothing
    assert saved.changed_nothing
    assert saved.counts["unchanged"] == 2
    with database.reading() as session:
        assert len(appointments(session)) == 2


@pytest.mark.usefixtures("clinic")
def test_a_moved_appointment_keeps_its_row(database: Database, now: datetime) -> None:
    save(database, now, row(SAM, appointment_id="A-1"))
    with database.reading() as session:
        before = appointments(session)[0].id
    saved = save(database, now, row(SAM, appointment_id="A-1", appointment_date="19/05/2026"))
    assert saved.counts["moved"] == 1
    with database.reading() as session:
        (after,) = appointments(session)
        assert (after.id, after.starts_at) == (before, START + timedelta(days=7))


@pytest.mark.usefixtures("clinic")
def test_a_cancelled_row_cancels_and_a_booked_one_books_again(
    database: Database, now: datetime
) -> None:
    save(database, now, row(SAM))
    assert save(database, now, row(SAM, status="Cancelled")).counts["cancelled"] == 1
    with database.reading() as session:
        assert [one.status for one in appointments(session)] == ["cancelled"]
    assert save(database, now, row(SAM)).counts["rebooked"] == 1
    with database.reading() as session:
        assert [one.status for one in appointments(session)] == ["booked"]


@pytest.mark.usefixtures("clinic")
def test_a_new_mobile_replaces_the_old_and_an_empty_one_takes_it_away(
    database: Database, now: datetime
) -> None:
    save(database, now, row(SAM))
    save(database, now, row(SAM, mobile="07700 900199"))
    with database.reading() as session:
        person = session.exec(select(YoungPerson)).one()
        assert unseal(session, person, "mobile") == "+447700900199"
    save(database, now, row(SAM, mobile=""))
    with database.reading() as session:
        person = session.exec(select(YoungPerson)).one()
        assert (person.mobile_sealed, person.mobile_key) == (None, None)


@pytest.mark.usefixtures("clinic")
def test_a_time_that_a_move_has_freed_may_be_given_away(database: Database, now: datetime) -> None:
    save(database, now, row(SAM, appointment_id="A-1"))
    saved = save(
        database,
        now,
        row(SAM, appointment_id="A-1", appointment_time="10:30"),
        row(SAM, appointment_id="A-2"),
    )
    assert (saved.counts["moved"], saved.counts["new"]) == (1, 1)
    with database.reading() as session:
        assert len(appointments(session)) == 2


@pytest.mark.usefixtures("clinic")
def test_a_list_that_fails_half_way_leaves_nothing(
    database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(session: Session, laid: Laid) -> None:
        if "appointment" in laid.statement:
            raise RuntimeError
        write_out(session, laid)

    monkeypatch.setattr(saving, "write_out", fail)
    with pytest.raises(RuntimeError):
        save(database, now, row(SAM), row(AISHA))
    with database.reading() as session:
        assert appointments(session) == []
        assert session.exec(select(YoungPerson)).all() == []
        assert session.exec(select(AuditEvent)).all() == []


@pytest.mark.usefixtures("clinic")
def test_eight_clicks_save_a_list_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        preview = preview_clinic_list(session, upload(row(SAM), row(AISHA)), by=BY, now=now)

    def click(_: int) -> Saved:
        with database.writing() as session:
            return save_clinic_list(session, preview.list_id, by=BY, now=now)

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(click, range(8)))
    assert sorted(result.again for result in results) == [False] + [True] * 7
    with database.reading() as session:
        assert len(appointments(session)) == 2


@pytest.mark.usefixtures("clinic")
def test_eight_uploads_of_one_list_make_one_set_of_appointments(
    database: Database, now: datetime
) -> None:
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: save(database, now, row(SAM), row(AISHA)), range(8)))
    assert sorted(result.counts["new"] for result in results) == [0] * 7 + [2]
    with database.reading() as session:
        assert len(appointments(session)) == 2


@pytest.mark.usefixtures("clinic")
def test_a_saved_list_says_afterwards_what_it_did(database: Database, now: datetime) -> None:
    save(database, now, row(SAM), row(AISHA, mobile="07700 9001"))
    with database.reading() as session:
        kept = session.exec(select(ClinicList)).one()
        found = look_again(session, kept, now=now + timedelta(days=30)).preview
    assert (found.counts["new"], found.counts["rejected"]) == (1, 1)
    assert [problem.heading for problem in found.problems] == ["Mobile"]


def test_a_list_names_only_the_clinics_of_its_admin(database: Database, now: datetime) -> None:
    with database.writing() as session:
        mine = make_clinic(session, code="MINE")
        make_clinic(session, code="THEIRS")
        given = replace(
            upload(row(SAM, clinic_code="THEIRS"), row(AISHA, clinic_code="mine")),
            clinic_ids=frozenset({mine.id}),
        )
        preview = preview_clinic_list(session, given, by=BY, now=now)
    assert [problem.heading for problem in preview.problems] == ["Clinic code"]
    assert [change.row.clinic_id for change in preview.rows] == [mine.id]


def test_somebody_without_a_clinic_is_told_whom_to_ask(database: Database, now: datetime) -> None:
    with pytest.raises(Refusal, match="administrator"), database.writing() as session:
        preview_clinic_list(session, upload(row(SAM)), by=BY, now=now)


@pytest.mark.usefixtures("clinic")
def test_each_upload_and_save_is_on_the_trail_in_figures_only(
    database: Database, now: datetime
) -> None:
    save(database, now, row(ELLA))
    with database.reading() as session:
        events = session.exec(select(AuditEvent).order_by(col(AuditEvent.place))).all()
    assert [event.action for event in events] == ["clinic_list_uploaded", "clinic_list_saved"]
    assert all(isinstance(value, int) for event in events for value in event.details.values())
