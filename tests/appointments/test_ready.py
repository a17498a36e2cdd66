"""A list made ready before anything is locked: taken while it is true, made anew otherwise."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from cast import AISHA, LONDON, SAM
from factories import make_clinic
from lists import CODE, clinic_list, row
from sqlmodel import select

from app.appointments import register
from app.appointments.models import Appointment, ClinicList
from app.appointments.previewed import Upload
from app.appointments.register import (
    Ready,
    Saved,
    decide,
    look_again,
    preview_clinic_list,
    ready_to_save,
    save_clinic_list,
)
from app.db import Database, unseal
from app.errors import Refusal
from app.people.models import YoungPerson

BY = "command line"


@pytest.fixture(autouse=True)
def clinic(database: Database) -> UUID:
    with database.writing() as session:
        return make_clinic(session, code=CODE).id


def keep(database: Database, now: datetime, *rows: dict[str, str]) -> UUID:
    upload = Upload("l.csv", clinic_list(*rows), LONDON, None, fictional=True)
    with database.writing() as session:
        return preview_clinic_list(session, upload, by=BY, now=now).list_id


def make_ready(database: Database, now: datetime, list_id: UUID) -> Ready | None:
    with database.reading() as session:
        return ready_to_save(session, session.get_one(ClinicList, list_id), now=now)


def save(database: Database, now: datetime, list_id: UUID, ready: Ready | None = None) -> Saved:
    with database.writing() as session:
        return save_clinic_list(session, list_id, by=BY, now=now, ready=ready)


def test_what_is_still_true_is_written_without_another_look(
    database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_id = keep(database, now, row(SAM), row(AISHA))
    ready = make_ready(database, now, list_id)

    def looked_again(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(register, "look", looked_again)
    assert save(database, now, list_id, ready).counts["new"] == 2
    with database.reading() as session:
        assert len(session.exec(select(Appointment)).all()) == 2


def test_a_list_that_came_between_is_not_written_over(database: Database, now: datetime) -> None:
    list_id = keep(database, now, row(SAM))
    ready = make_ready(database, now, list_id)
    save(database, now, keep(database, now, row(SAM, appointment_time="11:00")))
    saved = save(database, now, list_id, ready)
    assert (saved.counts["new"], saved.counts["moved"]) == (0, 1)
    assert the_one_visit(database) == "09:30"


def test_a_number_that_changed_in_between_is_asked_about(database: Database, now: datetime) -> None:
    list_id = keep(database, now, row(SAM, mobile="07700 900150"))
    ready = make_ready(database, now, list_id)
    save(database, now, keep(database, now, row(AISHA, mobile="07700 900150")))
    assert save(database, now, list_id, ready).counts["held_back"] == 1
    with database.reading() as session:
        (person,) = session.exec(select(YoungPerson)).all()
        assert unseal(session, person, "first_name") == AISHA.first_name


def test_an_answer_that_came_in_between_counts(database: Database, now: datetime) -> None:
    list_id = keep(database, now, row(SAM), row(AISHA, mobile="07700 900101"))
    ready = make_ready(database, now, list_id)
    with database.writing() as session:
        kept = session.get_one(ClinicList, list_id)
        decide(session, kept, {"2:one_mobile:0101": "shared"}, by=BY, now=now)
    assert save(database, now, list_id, ready).counts["new"] == 2


def test_the_same_content_saved_in_between_does_nothing_again(
    database: Database, now: datetime
) -> None:
    list_id = keep(database, now, row(SAM), row(AISHA, status="maybe"))
    ready = make_ready(database, now, list_id)
    save(database, now, keep(database, now, row(SAM), row(AISHA, status="maybe")))
    assert save(database, now, list_id, ready).changed_nothing


def test_a_saved_list_is_not_made_ready_again(database: Database, now: datetime) -> None:
    list_id = keep(database, now, row(SAM))
    save(database, now, list_id)
    assert make_ready(database, now, list_id) is None


def the_one_visit(database: Database) -> str:
    with database.reading() as session:
        visit = session.exec(select(Appointment)).one()
    return f"{visit.starts_at.astimezone(ZoneInfo('Europe/London')):%H:%M}"


def test_what_nobody_has_seen_is_not_saved(database: Database, now: datetime) -> None:
    list_id = keep(database, now, row(SAM, appointment_id="A-1"))
    with database.reading() as session:
        seen = look_again(session, session.get_one(ClinicList, list_id), now=now).preview.seen
    other = row(SAM, appointment_time="11:00", appointment_id="A-1")
    save(database, now, keep(database, now, other))
    with (
        pytest.raises(Refusal, match="changed since you looked"),
        database.writing() as session,
    ):
        save_clinic_list(session, list_id, by=BY, now=now, seen=seen)
    with database.reading() as session:
        again = look_again(session, session.get_one(ClinicList, list_id), now=now).preview.seen
    with database.writing() as session:
        saved = save_clinic_list(session, list_id, by=BY, now=now, seen=again)
    assert saved.counts["moved"] == 1
