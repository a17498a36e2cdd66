"""However many replies lie unread, a tick opens only those whose time has come."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from cast import ELLA, NOW, SAM, ZOE
from factories import make_appointment, make_ask, make_clinic, make_person, make_reply
from sqlalchemy import event, insert
from sqlmodel import col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.safety_people import SafetyPerson
from app.conversations import unread_clock
from app.conversations.models import Reply
from app.conversations.unread_clock import MOST_AT_ONCE, MOST_ROUNDS, tell_of_unread
from app.db import Database
from app.privacy import new_id
from app.safeguarding.models import Alert, ClinicSafety
from app.safeguarding.opening import likeliest_owners, owners_of

MANY = 20_000
# A Thursday afternoon; what came two days before has lain for too long.
LATER, TOLD_AT = timedelta(minutes=1), NOW + timedelta(days=1)
CAME = NOW - timedelta(days=1)


def lie_unread(database: Database, count: int) -> None:
    """Store many unread replies: half beside one visit, half of as many unknown numbers."""
    with database.writing() as session:
        visit = make_appointment(session, starts_at=NOW + timedelta(days=9)).id
        rows = [
            {
                "id": new_id(),
                "provider_sid": f"SM{place:032x}",
                "matched": "matched" if place % 2 else "nobody",
                "appointment_id": visit if place % 2 else None,
                "number_key": str(place).encode(),
                "number_sealed": b"", "body_sealed": b"", "form_sealed": b"", "media": 0,
                "received_at": CAME,
                "understood_at": CAME,
                "checked_at": CAME,
            }
            for place in range(count)
        ]  # fmt: skip
        session.connection().execute(insert(Reply), rows)


@contextmanager
def asked(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """Note what is asked of a database: each statement, with what is put into it."""
    found: list[tuple[str, Any]] = []

    def note(_conn: Any, _cursor: Any, statement: str, given: Any, *_: Any) -> None:
        if statement != "BEGIN":
            found.append((statement, given))

    event.listen(database.engine, "after_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(database.engine, "after_cursor_execute", note)


def rows_of(database: Database, questions: list[tuple[str, Any]]) -> int:
    """How many rows come back for these questions."""
    with database.connected() as connection:
        return sum(len(connection.exec_driver_sql(*each).all()) for each in questions)


def test_twenty_thousand_that_were_told_of_cost_a_tick_nothing(database: Database) -> None:
    lie_unread(database, MANY)
    ticks = [tell_of_unread(database, now=TOLD_AT)]
    while _due(database):
        with asked(database) as made:
            ticks.append(tell_of_unread(database, now=TOLD_AT))
        # Even while it gets through them, a tick has an end.
        assert len(made) < 30 * MOST_ROUNDS
        assert len(ticks) < 5
    # Lead and cover person, of the clinic and of what is nobody's: each once.
    assert sum(ticks) == 4
    with asked(database) as made:
        assert tell_of_unread(database, now=TOLD_AT + LATER) == 0
    assert [each.split()[0] for each, _ in made] == ["SELECT"] * 3
    assert rows_of(database, made) == 0


def _due(database: Database) -> bool:
    with database.reading() as session:
        unlooked = select(Reply.id).where(col(Reply.unread_due_at).is_(None))
        return session.exec(unlooked.limit(1)).first() is not None


def test_those_whose_time_has_come_are_found_by_the_index(database: Database) -> None:
    lie_unread(database, MANY // 10)
    with database.writing() as session:
        for place, reply in enumerate(session.exec(select(Reply))):
            reply.unread_due_at = TOLD_AT + place * LATER
    with database.connected() as connection:
        connection.exec_driver_sql("ANALYZE")
        for question in (unread_clock._NEW, unread_clock._DUE_AGAIN):
            question_made = str(
                question.params(now=NOW).compile(
                    database.engine, compile_kwargs={"literal_binds": True}
                )
            )
            how = "EXPLAIN QUERY PLAN " if database.engine.dialect.name == "sqlite" else "EXPLAIN "
            plan = connection.exec_driver_sql((how + question_made).replace("%", "%%")).all()
            assert re.search(r"ix_reply_unread_due", str(plan)), plan


def test_the_next_morning_it_is_told_of_again_once(database: Database) -> None:
    lie_unread(database, 3 * MOST_AT_ONCE)
    assert tell_of_unread(database, now=TOLD_AT) == 4
    morning = TOLD_AT.replace(hour=8, minute=0) + timedelta(days=1)
    assert tell_of_unread(database, now=morning - LATER) == 0
    assert tell_of_unread(database, now=morning) == 4
    assert tell_of_unread(database, now=morning + LATER) == 0


def test_a_clinic_that_begins_soon_is_told_of_wherever_its_visit_has_moved(
    database: Database,
) -> None:
    with database.writing() as session:
        visit = make_appointment(session, starts_at=NOW + timedelta(days=9))
        make_reply(session, visit, "sleep", number=str(SAM.mobile))
    assert tell_of_unread(database, now=NOW) == 0
    with database.writing() as session:
        moved = session.exec(select(Appointment)).one()
        moved.starts_at = NOW + timedelta(hours=2)
        session.add(moved)
    assert tell_of_unread(database, now=NOW + LATER) == 1
    assert tell_of_unread(database, now=NOW + timedelta(hours=1)) == 1
    with database.reading() as session:
        alerts = session.exec(select(Alert).order_by(col(Alert.step))).all()
    assert [(each.about[:4], each.step) for each in alerts] == [("soon", 0), ("soon", 1)]


def test_a_clinic_that_shortens_its_wait_is_told_within_the_hour(database: Database) -> None:
    with database.writing() as session:
        visit = make_appointment(session, starts_at=NOW + timedelta(days=9))
        make_reply(session, visit, "sleep", number=str(SAM.mobile), received_at=CAME)
        own = ClinicSafety(clinic_id=visit.clinic_id, unread_days=5)
        session.add(own)
    assert tell_of_unread(database, now=NOW) == 0
    with database.writing() as session:
        session.exec(select(ClinicSafety)).one().unread_days = 1
    assert tell_of_unread(database, now=NOW + timedelta(minutes=29)) == 0
    assert tell_of_unread(database, now=TOLD_AT - timedelta(hours=1)) == 2


def test_one_clinic_that_cannot_be_told_keeps_no_other_from_being_told(
    database: Database,
) -> None:
    with database.writing() as session:
        for code in ("A", "B"):
            clinic = make_clinic(session, code=code)
            visit = make_appointment(session, clinic, starts_at=NOW + timedelta(days=9))
            make_reply(session, visit, "sleep", number=str(SAM.mobile), received_at=CAME)
        broken = session.exec(select(Clinic).where(Clinic.code == "A")).one()
        for person in session.exec(
            select(SafetyPerson).where(col(SafetyPerson.clinic_id) == broken.id)
        ):
            person.email_sealed = b"\x01spoilt"
            session.add(person)
    assert tell_of_unread(database, now=TOLD_AT) == 2
    with database.reading() as session:
        told = {each.clinic_id for each in session.exec(select(Alert))}
        assert told == {each.id for each in session.exec(select(Clinic).where(Clinic.code == "B"))}
        looks = session.exec(select(Reply.unread_due_at)).all()
    assert TOLD_AT + timedelta(minutes=5) in looks


def test_of_many_numbers_each_is_whose_it_is_when_asked_alone(database: Database) -> None:
    with database.writing() as session:
        here, there = make_clinic(session), make_clinic(session, organisation_code="XLD02")
        sam, ella = make_person(session), make_person(session, ELLA)
        for clinic, person, hours in ((here, sam, 9), (there, sam, 5), (here, ella, 3)):
            visit = make_appointment(session, clinic, person)
            make_ask(session, visit, sent_at=NOW - timedelta(hours=hours))
        held = make_person(session, ZOE)
        make_appointment(session, there, held)
        keys = [person.mobile_key for person in (sam, ella, held)]
        assert all(keys)
        on = session.connection()
        found = likeliest_owners(on, [*filter(None, keys), b"nobody's"])
        assert found == {key: owners_of(on, key)[0] for key in keys if key}
        assert len({*found.values()}) == 3
